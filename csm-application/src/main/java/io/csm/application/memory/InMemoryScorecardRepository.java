package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.health.PublishedScorecard;
import io.csm.application.health.port.ScorecardRepository;
import io.csm.application.health.port.VersionExists;
import io.csm.domain.health.ScorecardRef;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

final class InMemoryScorecardRepository implements ScorecardRepository {

    private static final Comparator<ScorecardRef> BY_NAME_AND_VERSION =
            Comparator.comparing(ScorecardRef::name).thenComparing(ScorecardRef::version);

    private final InMemoryUnits units;
    private final Map<TenantId, NavigableMap<ScorecardRef, PublishedScorecard>> published = new ConcurrentHashMap<>();

    InMemoryScorecardRepository(InMemoryUnits units) {
        this.units = units;
    }

    @Override
    public void append(TenantId tenant, PublishedScorecard scorecard) {
        ScorecardRef ref = scorecard.scorecard().ref();
        if (of(tenant).putIfAbsent(ref, scorecard) != null) {
            throw new VersionExists(ref);
        }
        units.wrote(() -> of(tenant).remove(ref));
    }

    @Override
    public Optional<PublishedScorecard> find(TenantId tenant, ScorecardRef ref) {
        return Optional.ofNullable(of(tenant).get(ref));
    }

    @Override
    public Optional<PublishedScorecard> findLatest(TenantId tenant, String name) {
        return list(tenant).stream()
                .filter(each -> each.scorecard().name().equals(name))
                .reduce((earlier, later) -> later);
    }

    @Override
    public List<PublishedScorecard> list(TenantId tenant) {
        return List.copyOf(of(tenant).values());
    }

    private NavigableMap<ScorecardRef, PublishedScorecard> of(TenantId tenant) {
        units.enter(tenant);
        return published.computeIfAbsent(tenant, any -> new ConcurrentSkipListMap<>(BY_NAME_AND_VERSION));
    }
}
