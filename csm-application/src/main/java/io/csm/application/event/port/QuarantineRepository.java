package io.csm.application.event.port;

import io.csm.application.access.TenantId;
import io.csm.application.event.Quarantined;
import io.csm.domain.fact.FactId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Events that were not taken. Nothing leaves it; what is done with becomes closed. */
public interface QuarantineRepository {

    /** Adds entries under new numbers; a document that is open there already, for the same reason, is not added again. */
    void append(TenantId tenant, List<Quarantined> entries);

    /** At most that many open entries with a number above {@code after}, by number. */
    List<Quarantined> listOpen(TenantId tenant, long after, int limit);

    long countOpen(TenantId tenant);

    /**
     * Gives open entries, by number, the field, value and rule for which they were refused this time. One that then
     * repeats another open entry is discarded.
     */
    void refuseAgain(TenantId tenant, List<Quarantined> entries, Instant at);

    /** Closes open entries as stored or discarded; tells how many. */
    int close(TenantId tenant, Collection<Long> numbers, Quarantined.State as, Instant at);

    /** Closes the open entries of events that were stored after all. */
    void closeStored(TenantId tenant, Collection<FactId> events, Instant at);
}
