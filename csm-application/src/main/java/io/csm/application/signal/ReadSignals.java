package io.csm.application.signal;

import io.csm.application.access.Actor;
import io.csm.application.signal.port.SignalSource;
import io.csm.application.signal.port.SignalValueRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.SignalCatalogue;
import java.util.Collection;

/** Reads what is known of the signals of a portfolio, for scoring it. */
public final class ReadSignals {

    private final SignalValueRepository values;
    private final ShelfLives shelfLives;

    public ReadSignals(SignalValueRepository values, ShelfLives shelfLives) {
        this.values = values;
        this.shelfLives = shelfLives;
    }

    /** What is known of every account that is a customer; see {@link SignalValueRepository#known}. */
    public SignalSource read(Actor actor, SignalCatalogue catalogue, Viewpoint viewpoint) {
        return values.known(actor.tenant(), catalogue, viewpoint, shelfLives);
    }

    /** What is known of these accounts, as far as they are customers. */
    public SignalSource read(
            Actor actor, SignalCatalogue catalogue, Viewpoint viewpoint, Collection<AccountId> accounts) {
        return values.known(actor.tenant(), catalogue, viewpoint, shelfLives, accounts);
    }

    /** Names what is read of a whole portfolio, so that an interrupted scan of it is resumed under the same settings. */
    public String fingerprint() {
        return KnownPortfolio.fingerprint(shelfLives);
    }
}
