package io.csm.application.signal;

import io.csm.application.access.Actor;
import io.csm.application.change.MarkChanges;
import io.csm.application.shared.UnitOfWork;
import io.csm.application.signal.port.SignalValueRepository;
import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Takes in values that somebody gives for signals; they win over derived ones. */
public final class GiveSignals {

    private final SignalValueRepository values;
    private final MarkChanges changes;
    private final UnitOfWork unitOfWork;

    public GiveSignals(SignalValueRepository values, MarkChanges changes, UnitOfWork unitOfWork) {
        this.values = values;
        this.changes = changes;
        this.unitOfWork = unitOfWork;
    }

    /**
     * Stores the values, all of them or none; tells of which accounts something is new.
     *
     * @throws io.csm.application.account.AccountNotFound when one is of an account that is not known
     */
    public Set<AccountId> give(Actor actor, List<SignalValue> given, Instant at) {
        return unitOfWork.commit(actor.tenant(), () -> {
            Set<AccountId> changed = values.append(actor.tenant(), given);
            changes.mark(actor.tenant(), changed, at);
            return changed;
        });
    }
}
