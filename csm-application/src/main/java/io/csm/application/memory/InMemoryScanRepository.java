package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.health.Scan;
import io.csm.application.health.port.ScanIsRunning;
import io.csm.application.health.port.ScanRepository;
import io.csm.domain.health.ScorecardRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

final class InMemoryScanRepository implements ScanRepository {

    private final InMemoryUnits units;
    private final InMemoryTenants tenants;
    private final Map<TenantId, Map<String, Scan>> scans = new ConcurrentHashMap<>();
    private final Set<TenantId> running = ConcurrentHashMap.newKeySet();

    InMemoryScanRepository(InMemoryUnits units, InMemoryTenants tenants) {
        this.units = units;
        this.tenants = tenants;
    }

    @Override
    public void save(TenantId tenant, Scan scan) {
        units.enter(tenant);
        tenants.introduce(tenant);
        Map<String, Scan> known = scans.computeIfAbsent(tenant, any -> new ConcurrentHashMap<>());
        Optional<Scan> before = Optional.ofNullable(known.put(scan.id(), scan));
        units.wrote(() -> before.ifPresentOrElse(old -> known.put(old.id(), old), () -> known.remove(scan.id())));
    }

    @Override
    public Optional<Scan> findUnfinished(TenantId tenant, String fingerprint, ScorecardRef scorecard) {
        return latestFirst(tenant)
                .filter(scan -> scan.state() != Scan.State.COMPLETED)
                .filter(scan -> scan.fingerprint().equals(fingerprint)
                        && scan.scorecard().equals(scorecard))
                .findFirst();
    }

    @Override
    public Optional<Scan> findByInstant(TenantId tenant, Instant asOf) {
        return latestFirst(tenant).filter(scan -> scan.asOf().equals(asOf)).reduce((later, earlier) -> earlier);
    }

    @Override
    public List<Scan> listLatest(TenantId tenant, int limit) {
        return latestFirst(tenant).limit(limit).toList();
    }

    @Override
    public <T> T exclusively(TenantId tenant, Supplier<T> work) {
        if (!running.add(tenant)) {
            throw new ScanIsRunning(tenant);
        }
        try {
            return work.get();
        } finally {
            running.remove(tenant);
        }
    }

    private Stream<Scan> latestFirst(TenantId tenant) {
        units.enter(tenant);
        return scans.getOrDefault(tenant, Map.of()).values().stream()
                .sorted(Comparator.comparing(Scan::startedAt).reversed().thenComparing(Scan::id));
    }
}
