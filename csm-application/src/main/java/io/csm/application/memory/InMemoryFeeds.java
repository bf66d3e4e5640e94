package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.domain.derivation.Feed;
import io.csm.domain.fact.Viewpoint;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Since when each tenant sends what. */
final class InMemoryFeeds {

    private record Since(Instant occurredAt, Instant receivedAt) {

        Since earlier(Since other) {
            return new Since(
                    occurredAt.isBefore(other.occurredAt) ? occurredAt : other.occurredAt,
                    receivedAt.isBefore(other.receivedAt) ? receivedAt : other.receivedAt);
        }

        boolean isSeenFrom(Viewpoint viewpoint) {
            return !occurredAt.isAfter(viewpoint.asOf()) && !receivedAt.isAfter(viewpoint.knownOn());
        }
    }

    private final InMemoryUnits units;
    private final Map<TenantId, Map<Feed, Since>> feeds = new ConcurrentHashMap<>();

    InMemoryFeeds(InMemoryUnits units) {
        this.units = units;
    }

    void note(TenantId tenant, Set<Feed> all, Instant occurredAt, Instant receivedAt) {
        Map<Feed, Since> known = of(tenant);
        for (Feed feed : all) {
            Optional<Since> before = Optional.ofNullable(known.get(feed));
            known.merge(feed, new Since(occurredAt, receivedAt), Since::earlier);
            units.wrote(() -> before.ifPresentOrElse(since -> known.put(feed, since), () -> known.remove(feed)));
        }
    }

    Set<Feed> seenFrom(TenantId tenant, Viewpoint viewpoint) {
        return of(tenant).entrySet().stream()
                .filter(entry -> entry.getValue().isSeenFrom(viewpoint))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<Feed, Since> of(TenantId tenant) {
        return feeds.computeIfAbsent(tenant, any -> new ConcurrentHashMap<>());
    }
}
