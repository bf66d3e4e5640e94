package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.domain.derivation.Feed;
import io.csm.domain.fact.Viewpoint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Since when a tenant sends what. */
final class Feeds {

    private final Map<Feed, Instant> first = new EnumMap<>(Feed.class);

    /** Collects the feeds of something stored that happened then. */
    void note(Set<Feed> feeds, Instant occurredAt) {
        for (Feed feed : feeds) {
            first.merge(feed, occurredAt, (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    // looks first: "on conflict do update" locks the row even when it then changes nothing, and nothing is the rule
    private static final String SAVE = """
            insert into csm.feed (tenant_id, feed, first_occurred_at, first_received_at)
            select :tenant, n.feed, n.occurred_at, :receivedAt
            from unnest(:feeds, :occurredAt) n (feed, occurred_at)
            where not exists (
                select from csm.feed f
                where f.tenant_id = :tenant
                and f.feed = n.feed
                and f.first_occurred_at <= n.occurred_at
                and f.first_received_at <= :receivedAt)
            order by n.feed
            on conflict (tenant_id, feed) do update set
                first_occurred_at = least(feed.first_occurred_at, excluded.first_occurred_at),
                first_received_at = least(feed.first_received_at, excluded.first_received_at)
            """;

    /** Stores those collected that are new or earlier than known. */
    void save(Handle handle, TenantId tenant, Instant receivedAt) {
        if (first.isEmpty()) {
            return;
        }
        Map<String, Instant> byCode = new TreeMap<>();
        first.forEach((feed, occurredAt) -> byCode.put(feed.code(), occurredAt));
        handle.createUpdate(SAVE)
                .bind("tenant", tenant.value())
                .bind("receivedAt", Times.notAfter(receivedAt))
                .bindByType("feeds", byCode.keySet().toArray(String[]::new), String[].class)
                .bindByType(
                        "occurredAt",
                        byCode.values().stream().map(Times::notAfter).toArray(OffsetDateTime[]::new),
                        OffsetDateTime[].class)
                .execute();
    }

    private static final String SEEN = """
            select feed
            from csm.feed
            where tenant_id = :tenant
            and first_occurred_at <= :asOf
            and first_received_at <= :knownOn
            """;

    static Set<Feed> seenFrom(Handle handle, TenantId tenant, Viewpoint viewpoint) {
        return handle.createQuery(SEEN)
                .bind("tenant", tenant.value())
                .bind("asOf", Times.notAfter(viewpoint.asOf()))
                .bind("knownOn", Times.notAfter(viewpoint.knownOn()))
                .mapTo(String.class)
                .map(code -> Feed.valueOf(code.toUpperCase(Locale.ROOT)))
                .set();
    }
}
