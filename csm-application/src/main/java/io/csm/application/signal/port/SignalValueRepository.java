package io.csm.application.signal.port;

import io.csm.application.access.TenantId;
import io.csm.application.signal.SignalValue;
import io.csm.domain.signal.SignalCatalogue;
import java.time.Instant;
import java.util.Collection;

/** Values given for single signals, kept with when they were observed and when they were received. */
public interface SignalValueRepository {

    /** Adds values of accounts that exist; one that is there already is left as it is. */
    void append(TenantId tenant, Collection<SignalValue> values);

    /**
     * What is known of every account that is not churned, by account id: the values of its latest snapshot observed not
     * after {@code asOf}, overridden by every given value that was observed later, and not after {@code asOf}. An
     * account of which nothing is known is left out. The source holds a cursor until it is closed.
     */
    SignalSource known(TenantId tenant, SignalCatalogue catalogue, Instant asOf);
}
