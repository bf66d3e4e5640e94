package io.csm.application.health.port;

import io.csm.application.access.TenantId;
import io.csm.application.health.Scan;
import io.csm.domain.health.ScorecardRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The scans of a tenant. */
public interface ScanRepository {

    /** Stores the scan, replacing what was known of it. */
    void save(TenantId tenant, Scan scan);

    /** The latest scan of that content by that scorecard that is not completed. */
    Optional<Scan> findUnfinished(TenantId tenant, String fingerprint, ScorecardRef scorecard);

    /** The scan that keeps its scores under that instant; of several the one that started first. */
    Optional<Scan> findByInstant(TenantId tenant, Instant asOf);

    /** At most that many scans, the latest start first. */
    List<Scan> listLatest(TenantId tenant, int limit);

    /**
     * Keeps others from scanning the tenant while the work runs.
     *
     * @throws ScanIsRunning when somebody else is at it, in this process or another
     */
    <T> T exclusively(TenantId tenant, Supplier<T> work);
}
