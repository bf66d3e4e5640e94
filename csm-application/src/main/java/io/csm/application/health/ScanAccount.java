package io.csm.application.health;

import io.csm.application.access.Actor;
import io.csm.application.account.AccountNotFound;
import io.csm.application.signal.ReadSignals;
import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Scores one account by what is known of it now and what the request adds, and stores the score. */
public final class ScanAccount {

    /** The source that signals given with a request carry. */
    public static final String SOURCE = "request";

    private final ReadSignals signals;
    private final ScoreAccount scoreAccount;
    private final Clock clock;

    public ScanAccount(ReadSignals signals, ScoreAccount scoreAccount, Clock clock) {
        this.signals = signals;
        this.scoreAccount = scoreAccount;
        this.clock = clock;
    }

    /**
     * The health of the account, stored.
     *
     * @param given signals by name, as a file would hold them; they win over whatever is known
     * @throws AccountNotFound when nothing is known of the account and nothing was given, or it is no customer
     * @throws InvalidSignal when a given value breaks its rule, or a required signal is not tracked
     */
    public AccountHealth scan(Actor actor, HealthPolicy policy, AccountId account, Map<String, String> given) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SignalCatalogue catalogue = policy.scorecard().catalogue();
        SignalSnapshot.Builder snapshot = known(actor, policy, account, at)
                .map(known -> known.changed(at))
                .orElseGet(() -> nothing(catalogue, account, at, given));
        SignalOrigin origin = new SignalOrigin(SOURCE, at);
        new TreeMap<>(given).forEach((name, text) -> give(snapshot, account, signal(catalogue, name), text, origin));
        return scoreAccount.score(actor, policy, policy.essence(snapshot.build()));
    }

    private static SignalSnapshot.Builder nothing(
            SignalCatalogue catalogue, AccountId account, Instant at, Map<String, String> given) {
        if (given.isEmpty()) {
            throw new AccountNotFound(account, "is no customer, or nothing is known of it");
        }
        return SignalSnapshot.of(catalogue, account, at, new SignalOrigin(SOURCE, at));
    }

    private static Signal signal(SignalCatalogue catalogue, String name) {
        return catalogue.find(name).orElseThrow(() -> new InvalidSignal(name, "", "is no signal of the scorecard"));
    }

    private static void give(
            SignalSnapshot.Builder snapshot, AccountId account, Signal signal, String text, SignalOrigin origin) {
        try {
            snapshot.observed(signal, signal.fromText(text), origin);
        } catch (InvalidSignal invalid) {
            throw invalid.of(account);
        }
    }

    private Optional<SignalSnapshot> known(Actor actor, HealthPolicy policy, AccountId account, Instant at) {
        Found found = new Found();
        try (SignalSource source =
                signals.readAll(actor, policy.scorecard().catalogue(), Viewpoint.at(at), List.of(account))) {
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
