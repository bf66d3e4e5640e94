package io.csm.application.qbr;

import io.csm.application.access.Actor;
import io.csm.application.shared.CsmException;
import io.csm.domain.account.AccountId;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prepares one review after the other; one that fails costs the others nothing. */
final class Round {

    private final Actor actor;
    private final GenerateQbr generateQbr;
    private final QbrTrigger trigger;
    private final List<AccountId> prepared = new ArrayList<>();
    private final List<Prepared.Failed> failed = new ArrayList<>();
    private int there;

    Round(Actor actor, GenerateQbr generateQbr, QbrTrigger trigger) {
        this.actor = actor;
        this.generateQbr = generateQbr;
        this.trigger = trigger;
    }

    void isThere() {
        there++;
    }

    void prepare(AccountId account, Quarter period) {
        try {
            generateQbr.generate(actor, account, Optional.of(period), trigger);
            prepared.add(account);
        } catch (CsmException failure) {
            failed.add(new Prepared.Failed(
                    account, Optional.ofNullable(failure.getMessage()).orElse(failure.toString())));
        }
    }

    Prepared end() {
        return new Prepared(prepared, there, failed);
    }
}
