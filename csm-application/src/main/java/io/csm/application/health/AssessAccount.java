package io.csm.application.health;

import io.csm.application.access.Actor;
import io.csm.application.account.AccountNotFound;
import io.csm.application.account.port.AccountRepository;
import io.csm.application.signal.ReadSignals;
import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.SignalSnapshot;
import java.util.List;
import java.util.Optional;

/** Assesses an account from any viewpoint, and stores nothing. */
public final class AssessAccount {

    private final AccountRepository accounts;
    private final ReadSignals signals;

    public AssessAccount(AccountRepository accounts, ReadSignals signals) {
        this.accounts = accounts;
        this.signals = signals;
    }

    /**
     * What the account's health looks like from there.
     *
     * @throws AccountNotFound when there is no such account, or nothing was known of it, or it was no customer
     * @throws InvalidSignal when a required signal was not tracked
     */
    public Explanation assess(Actor actor, HealthPolicy policy, AccountId id, Viewpoint viewpoint) {
        Account account = accounts.find(actor.tenant(), id).orElseThrow(() -> new AccountNotFound(id, "is not known"));
        SignalSnapshot snapshot = read(actor, policy, id, viewpoint)
                .orElseThrow(() -> new AccountNotFound(
                        id, "was no customer as of " + viewpoint.asOf() + ", or nothing was known of it"));
        AccountHealth health = policy.assess(snapshot);
        return new Explanation(account, health, Optional.empty(), Optional.empty(), 30);
    }

    private Optional<SignalSnapshot> read(Actor actor, HealthPolicy policy, AccountId id, Viewpoint viewpoint) {
        Found found = new Found();
        try (SignalSource source = signals.read(actor, policy, viewpoint, List.of(id))) {
            while (source.next(found)) {
                // at most one
            }
        }
        return found.snapshot;
    }

    private static final class Found implements SignalSource.Sink {
        private Optional<SignalSnapshot> snapshot = Optional.empty();

        @Override
        public void snapshot(long line, SignalSnapshot taken) {
            snapshot = Optional.of(taken);
        }

        @Override
        public void refused(RefusedRow row) {
            throw new InvalidSignal(row.field(), row.value(), row.rule());
        }
    }
}
