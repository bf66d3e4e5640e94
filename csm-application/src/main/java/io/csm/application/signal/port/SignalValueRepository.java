package io.csm.application.signal.port;

import io.csm.application.access.TenantId;
import io.csm.application.signal.ShelfLives;
import io.csm.application.signal.SignalValue;
import io.csm.domain.account.AccountId;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.SignalCatalogue;
import java.util.Collection;
import java.util.Set;

/** Values given for single signals, and what is known of signals altogether: given, derived or carried on. */
public interface SignalValueRepository {

    /**
     * Adds values of accounts that exist; one that is there already is left as it is. Tells of which accounts something
     * is new.
     */
    Set<AccountId> append(TenantId tenant, Collection<SignalValue> values);

    /**
     * What is known, from there, of the signals of every account that is a customer, by account id, as {@link
     * io.csm.application.signal.KnownSignals} puts it together: values given, values carried on from the latest stored
     * snapshot, and for what nobody gave the values that {@link io.csm.domain.derivation.StandardDerivations} derives.
     * Stored snapshots are seen by their {@code asOf} alone.
     *
     * <p>An account is no customer from the day on which it churned. One that is marked as churned without a day is a
     * customer as long as a subscription runs, other than a trial: who still pays is scored. An account of which
     * nothing is known is left out: it has no stored snapshot, no value was given for it, and nothing can be derived.
     * The source holds a cursor until it is closed.
     */
    SignalSource known(TenantId tenant, SignalCatalogue catalogue, Viewpoint viewpoint, ShelfLives shelfLives);

    /** The same of these accounts only; those that are not known are passed over. */
    SignalSource known(
            TenantId tenant,
            SignalCatalogue catalogue,
            Viewpoint viewpoint,
            ShelfLives shelfLives,
            Collection<AccountId> accounts);
}
