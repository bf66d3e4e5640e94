package io.csm.application.account;

import io.csm.application.access.Actor;
import io.csm.application.account.port.AccountRepository;
import io.csm.application.change.MarkChanges;
import io.csm.application.fact.port.FactRepository;
import io.csm.application.shared.UnitOfWork;
import io.csm.domain.account.Account;
import io.csm.domain.fact.Terms;
import java.time.Instant;
import java.util.List;

/** Takes in accounts as another system has them, and keeps the history of their terms. */
public final class SaveAccounts {

    private final AccountRepository accounts;
    private final FactRepository facts;
    private final MarkChanges changes;
    private final UnitOfWork unitOfWork;

    public SaveAccounts(AccountRepository accounts, FactRepository facts, MarkChanges changes, UnitOfWork unitOfWork) {
        this.accounts = accounts;
        this.facts = facts;
        this.changes = changes;
        this.unitOfWork = unitOfWork;
    }

    /**
     * Stores the accounts as known from that instant, replacing what was known of each, all of them or none; tells whose
     * terms are new.
     */
    public FactRepository.Appended save(Actor actor, List<Account> all, Instant receivedAt) {
        return unitOfWork.commit(actor.tenant(), () -> {
            accounts.saveAll(actor.tenant(), all);
            FactRepository.Appended appended =
                    facts.append(actor.tenant(), all.stream().map(Terms::of).toList(), receivedAt);
            changes.mark(actor.tenant(), appended.changed(), receivedAt);
            return appended;
        });
    }
}
