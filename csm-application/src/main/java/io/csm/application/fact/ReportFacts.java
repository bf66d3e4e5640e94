package io.csm.application.fact;

import io.csm.application.access.Actor;
import io.csm.application.change.MarkChanges;
import io.csm.application.fact.port.FactRepository;
import io.csm.application.fact.port.FactRepository.Appended;
import io.csm.application.shared.UnitOfWork;
import io.csm.domain.fact.Fact;
import java.time.Instant;
import java.util.List;

/** Takes in what another system reports, and notes which accounts it changes. */
public final class ReportFacts {

    private final FactRepository facts;
    private final MarkChanges changes;
    private final UnitOfWork unitOfWork;

    public ReportFacts(FactRepository facts, MarkChanges changes, UnitOfWork unitOfWork) {
        this.facts = facts;
        this.changes = changes;
        this.unitOfWork = unitOfWork;
    }

    /** Stores the facts of known accounts as known from that instant, all of them or none; tells of unknown accounts. */
    public Appended report(Actor actor, List<Fact> reported, Instant receivedAt) {
        return unitOfWork.commit(actor.tenant(), () -> {
            Appended appended = facts.append(actor.tenant(), reported, receivedAt);
            changes.mark(actor.tenant(), appended.changed(), receivedAt);
            return appended;
        });
    }
}
