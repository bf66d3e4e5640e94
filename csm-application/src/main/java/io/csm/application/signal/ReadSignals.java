package io.csm.application.signal;

import io.csm.application.access.Actor;
import io.csm.application.signal.port.SignalSource;
import io.csm.application.signal.port.SignalValueRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalSnapshot;
import java.util.Collection;

/** Reads what is known of the signals of a portfolio, for scoring it. */
public final class ReadSignals {

    private final SignalValueRepository values;
    private final ShelfLives shelfLives;

    public ReadSignals(SignalValueRepository values, ShelfLives shelfLives) {
        this.values = values;
        this.shelfLives = shelfLives;
    }

    /** What a policy needs to know of every account that is a customer; see {@link HealthPolicy#essence}. */
    public SignalSource read(Actor actor, HealthPolicy policy, Viewpoint viewpoint) {
        return new Essence(values.known(actor.tenant(), policy.scorecard().catalogue(), viewpoint, shelfLives), policy);
    }

    /** What a policy needs to know of these accounts, as far as they are customers. */
    public SignalSource read(Actor actor, HealthPolicy policy, Viewpoint viewpoint, Collection<AccountId> accounts) {
        return new Essence(
                values.known(actor.tenant(), policy.scorecard().catalogue(), viewpoint, shelfLives, accounts), policy);
    }

    /** All that is known of every account that is a customer, whoever may need it. */
    public SignalSource readAll(Actor actor, SignalCatalogue catalogue, Viewpoint viewpoint) {
        return values.known(actor.tenant(), catalogue, viewpoint, shelfLives);
    }

    /** All that is known of these accounts, whoever may need it. */
    public SignalSource readAll(
            Actor actor, SignalCatalogue catalogue, Viewpoint viewpoint, Collection<AccountId> accounts) {
        return values.known(actor.tenant(), catalogue, viewpoint, shelfLives, accounts);
    }

    /** Hands on of each snapshot what the policy needs. */
    private record Essence(SignalSource all, HealthPolicy policy) implements SignalSource {

        @Override
        public boolean next(Sink sink) {
            return all.next(new Sink() {
                @Override
                public void snapshot(long line, SignalSnapshot snapshot) {
                    sink.snapshot(line, policy.essence(snapshot));
                }

                @Override
                public void refused(RefusedRow row) {
                    sink.refused(row);
                }
            });
        }

        @Override
        public String fingerprint() {
            return all.fingerprint();
        }

        @Override
        public void close() {
            all.close();
        }
    }

    /** Names what is read of a whole portfolio, so that an interrupted scan of it is resumed under the same settings. */
    public String fingerprint() {
        return KnownPortfolio.fingerprint(shelfLives);
    }
}
