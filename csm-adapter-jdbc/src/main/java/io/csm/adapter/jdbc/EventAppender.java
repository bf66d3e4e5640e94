package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.event.port.EventRepository.Outcome;
import io.csm.domain.account.AccountId;
import io.csm.domain.derivation.Feed;
import io.csm.domain.event.Event;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Adds events by the thousand: COPY into a temporary table, the keys from there, and the events whose keys are new. Who
 * sends the same key at the same time waits at the keys, which go in by their order.
 */
final class EventAppender {

    private static final Partitions MONTHS = Partitions.byMonth("event");

    private EventAppender() {}

    static List<Outcome> append(Handle handle, TenantId tenant, List<Event> events, Instant receivedAt)
            throws SQLException {
        List<Optional<StagedEvent>> arrived = identify(handle, tenant, events);
        Map<UUID, StagedEvent> first = new LinkedHashMap<>();
        arrived.forEach(known -> known.ifPresent(event -> first.putIfAbsent(event.key(), event)));
        if (first.isEmpty()) {
            return Collections.nCopies(events.size(), Outcome.UNKNOWN_ACCOUNT);
        }
        MONTHS.prepare(
                handle, first.values().stream().map(event -> event.event().occurredAt()));
        stage(handle, first.values());
        Map<UUID, UUID> before = addKeys(handle, tenant, first.keySet());
        insert(handle, tenant, receivedAt, before.keySet());
        noteFeeds(handle, tenant, receivedAt, first, before.keySet());
        return outcomes(arrived, before);
    }

    /** Those of known accounts, ready to be staged. */
    private static List<Optional<StagedEvent>> identify(Handle handle, TenantId tenant, List<Event> events) {
        Set<AccountId> accounts = events.stream().map(Event::account).collect(Collectors.toSet());
        AccountNumbers numbers = AccountNumbers.find(handle, tenant, accounts);
        Bytes scratch = new Bytes();
        return events.stream()
                .map(event -> numbers.of(event.account()).map(number -> StagedEvent.of(event, number, scratch)))
                .toList();
    }

    // made once per connection; emptied first, in case this transaction has appended before
    private static final String STAGING_TABLE = """
            create temporary table if not exists staged_event (
                key         uuid,
                content     uuid,
                account_no  bigint,
                occurred_at timestamptz,
                quantity    bigint,
                type        text,
                source      text,
                event_id    text,
                person      text,
                subject     text,
                payload     jsonb
            ) on commit delete rows;
            delete from pg_temp.staged_event
            """;

    private static final String COPY = "copy pg_temp.staged_event from stdin (format binary)";

    private static void stage(Handle handle, Collection<StagedEvent> events) throws SQLException {
        handle.execute(STAGING_TABLE);
        BinaryCopy.into(handle, COPY, copy -> {
            for (StagedEvent event : events) {
                event.writeTo(copy);
            }
        });
    }

    private static final String ADD_KEYS = """
            insert into csm.event_key (tenant_id, key, content, occurred_at)
            select :tenant, s.key, s.content, s.occurred_at
            from pg_temp.staged_event s
            order by s.key
            on conflict (tenant_id, key) do nothing
            returning key
            """;

    /** Adds the keys that are new; tells of the others what stands under them. */
    private static Map<UUID, UUID> addKeys(Handle handle, TenantId tenant, Set<UUID> keys) {
        Set<UUID> there = new HashSet<>(keys);
        handle.createQuery(ADD_KEYS)
                .bind("tenant", tenant.value())
                .mapTo(UUID.class)
                .forEach(there::remove);
        return there.isEmpty() ? Map.of() : contents(handle, tenant, there);
    }

    private static final String CONTENTS = """
            select k.key, k.content
            from csm.event_key k
            where k.tenant_id = :tenant
            and k.key = any (:keys)
            """;

    private static Map<UUID, UUID> contents(Handle handle, TenantId tenant, Set<UUID> keys) {
        Map<UUID, UUID> contents = new HashMap<>();
        handle.createQuery(CONTENTS)
                .bind("tenant", tenant.value())
                .bindByType("keys", keys.toArray(UUID[]::new), UUID[].class)
                .map((row, context) ->
                        contents.put(row.getObject("key", UUID.class), row.getObject("content", UUID.class)))
                .list();
        if (contents.size() < keys.size()) {
            throw new ConcurrentModificationException(
                    "events were removed while the same ones arrived; send them again");
        }
        return contents;
    }

    private static final String WITHOUT_KNOWN = """
            delete from pg_temp.staged_event s
            where s.key = any (:keys)
            """;

    // in the order of the key, so that the rows of an account go to one place in the index
    private static final String INSERT = """
            insert into csm.event
                (tenant_id, account_no, occurred_at, received_at, quantity, type, source, event_id, person, subject,
                 payload)
            select :tenant, s.account_no, s.occurred_at, :receivedAt, s.quantity, s.type, s.source, s.event_id,
                   s.person, s.subject, s.payload
            from pg_temp.staged_event s
            order by s.account_no, s.occurred_at
            """;

    private static void insert(Handle handle, TenantId tenant, Instant receivedAt, Set<UUID> known) {
        if (!known.isEmpty()) {
            handle.createUpdate(WITHOUT_KNOWN)
                    .bindByType("keys", known.toArray(UUID[]::new), UUID[].class)
                    .execute();
        }
        handle.createUpdate(INSERT)
                .bind("tenant", tenant.value())
                .bind("receivedAt", Times.notAfter(receivedAt))
                .execute();
    }

    private static void noteFeeds(
            Handle handle, TenantId tenant, Instant receivedAt, Map<UUID, StagedEvent> events, Set<UUID> known) {
        Feeds feeds = new Feeds();
        events.forEach((key, staged) -> {
            if (!known.contains(key)) {
                feeds.note(Feed.of(staged.event()), staged.event().occurredAt());
            }
        });
        feeds.save(handle, tenant, receivedAt);
    }

    private static List<Outcome> outcomes(List<Optional<StagedEvent>> arrived, Map<UUID, UUID> before) {
        Map<UUID, UUID> contents = new HashMap<>(before);
        return arrived.stream()
                .map(event -> event.map(known -> outcome(known, contents)).orElse(Outcome.UNKNOWN_ACCOUNT))
                .toList();
    }

    private static Outcome outcome(StagedEvent event, Map<UUID, UUID> contents) {
        return Optional.ofNullable(contents.putIfAbsent(event.key(), event.content()))
                .map(before -> before.equals(event.content()) ? Outcome.DUPLICATE : Outcome.CONFLICT)
                .orElse(Outcome.STORED);
    }
}
