package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.DomainEvent;
import io.csm.application.delivery.port.DeliveryRepository;
import io.csm.domain.account.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Rows go in by the order of their names, so that two who append the same wait for each other instead of dying in a
 * deadlock; their numbers follow the order in which they were handed over all the same.
 */
final class JdbiDeliveryRepository implements DeliveryRepository {

    private record Numbered(long number, Delivery delivery) {}

    private static final Comparator<Numbered> BY_NAME = Comparator.comparing(
                    (Numbered each) -> each.delivery().channel())
            .thenComparing(each -> each.delivery().key())
            .thenComparing(Numbered::number);

    private final TenantTransactions transactions;
    private final TenantIntroductions tenants;

    JdbiDeliveryRepository(TenantTransactions transactions, TenantIntroductions tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
    }

    private static final String APPEND_EVENT = """
            insert into csm.domain_event (tenant_id, event_id, type, account_no, occurred_at, payload)
            values (:tenant, :id, :type, :account, :occurredAt, cast(:payload as json))
            on conflict (tenant_id, event_id) do nothing
            """;

    @Override
    public void appendEvents(TenantId tenant, Collection<DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        List<DomainEvent> inOrder =
                events.stream().sorted(Comparator.comparing(DomainEvent::id)).toList();
        transactions.in(tenant, handle -> {
            AccountNumbers numbers = AccountNumbers.find(
                    handle,
                    tenant,
                    events.stream().flatMap(event -> event.account().stream()).toList());
            PreparedBatch batch = handle.prepareBatch(APPEND_EVENT);
            for (DomainEvent event : inOrder) {
                batch.bind("tenant", tenant.value())
                        .bind("id", event.id())
                        .bind("type", event.type())
                        .bind("account", event.account().map(numbers::get))
                        .bind("occurredAt", Times.notAfter(event.occurredAt()))
                        .bind("payload", ContentJson.write(event.payload()))
                        .add();
            }
            return batch.execute();
        });
    }

    private static final String LIST_EVENTS = """
            select e.event_id, e.type, a.account_id, e.occurred_at, e.payload
            from csm.domain_event e
            left join csm.account a on a.tenant_id = e.tenant_id and a.account_no = e.account_no
            where e.tenant_id = :tenant
            order by e.occurred_at desc, e.event_id
            limit :limit
            """;

    @Override
    public List<DomainEvent> listEvents(TenantId tenant, int limit) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(LIST_EVENTS)
                        .bind("tenant", tenant.value())
                        .bind("limit", limit)
                        .map((row, context) -> event(row))
                        .list());
    }

    private static DomainEvent event(ResultSet row) throws SQLException {
        return new DomainEvent(
                row.getString("event_id"),
                row.getString("type"),
                Columns.text(row, "account_id").map(AccountId::new),
                Times.read(row, "occurred_at"),
                ContentJson.read(row.getString("payload")));
    }

    private static final String DRAW_NUMBERS = """
            select nextval('csm.delivery_delivery_no_seq')
            from generate_series(1, :count)
            """;

    private static final String APPEND = """
            insert into csm.delivery
                (tenant_id, delivery_no, channel, key, account_no, title, content, state, attempts, next_attempt_at,
                 problem, created_at, ended_at)
            values
                (:tenant, :number, :channel, :key, :account, :title, cast(:content as json), :state, :attempts,
                 :nextAttemptAt, :problem, :createdAt, :endedAt)
            on conflict (tenant_id, channel, key) do nothing
            """;

    @Override
    public void append(TenantId tenant, Collection<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        transactions.in(tenant, handle -> {
            // before anything else is written, so that who waits for it holds nothing that others wait for
            tenants.introduce(handle, tenant);
            AccountNumbers accounts = AccountNumbers.find(
                    handle,
                    tenant,
                    deliveries.stream().flatMap(each -> each.account().stream()).toList());
            PreparedBatch batch = handle.prepareBatch(APPEND);
            for (Numbered each : numbered(handle, deliveries)) {
                Delivery delivery = each.delivery();
                progress(batch, delivery)
                        .bind("tenant", tenant.value())
                        .bind("number", each.number())
                        .bind("channel", delivery.channel())
                        .bind("key", delivery.key())
                        .bind("account", delivery.account().map(accounts::get))
                        .bind("title", Texts.storable(delivery.title()))
                        .bind("content", ContentJson.write(delivery.content()))
                        .bind("createdAt", Times.notAfter(delivery.createdAt()))
                        .add();
            }
            return batch.execute();
        });
    }

    private static List<Numbered> numbered(Handle handle, Collection<Delivery> deliveries) {
        List<Long> numbers = handle.createQuery(DRAW_NUMBERS)
                .bind("count", deliveries.size())
                .mapTo(Long.class)
                .list();
        Collections.sort(numbers);
        List<Numbered> numbered = new ArrayList<>();
        deliveries.forEach(delivery -> numbered.add(new Numbered(numbers.get(numbered.size()), delivery)));
        numbered.sort(BY_NAME);
        return numbered;
    }

    private static PreparedBatch progress(PreparedBatch batch, Delivery delivery) {
        return batch.bind("state", code(delivery.state()))
                .bind("attempts", delivery.attempts())
                .bind("nextAttemptAt", Times.notAfter(delivery.nextAttemptAt()))
                .bind("problem", delivery.problem().map(Texts::storable))
                .bind("endedAt", delivery.endedAt().map(Times::notAfter));
    }

    private static final String LEASE = """
            with due as materialized (
                select delivery_no
                from csm.delivery
                where tenant_id = :tenant
                and channel = :channel
                and state = 'waiting'
                and next_attempt_at <= :now
                and (leased_until is null or leased_until <= :now)
                order by delivery_no
                limit :limit
                for update skip locked),
            leased as (
                update csm.delivery d
                set leased_until = :leasedUntil
                from due
                where d.tenant_id = :tenant
                and d.delivery_no = due.delivery_no
                returning d.delivery_no, d.channel, d.key, d.account_no, d.title, d.content, d.state, d.attempts,
                          d.next_attempt_at, d.problem, d.created_at, d.ended_at)
            select l.delivery_no, l.channel, l.key, a.account_id, l.title, l.content, l.state, l.attempts,
                   l.next_attempt_at, l.problem, l.created_at, l.ended_at
            from leased l
            left join csm.account a on a.tenant_id = :tenant and a.account_no = l.account_no
            order by l.delivery_no
            """;

    @Override
    public List<Delivery> lease(TenantId tenant, String channel, Instant now, Instant leasedUntil, int limit) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(LEASE)
                        .bind("tenant", tenant.value())
                        .bind("channel", channel)
                        .bind("now", Times.notAfter(now))
                        .bind("leasedUntil", Times.notAfter(leasedUntil))
                        .bind("limit", limit)
                        .map((row, context) -> delivery(row))
                        .list());
    }

    private static final String SAVE = """
            update csm.delivery
            set state           = :state,
                attempts        = :attempts,
                next_attempt_at = :nextAttemptAt,
                problem         = :problem,
                ended_at        = :endedAt,
                leased_until    = null
            where tenant_id = :tenant
            and delivery_no = :number
            and state <> 'delivered'
            """;

    @Override
    public void saveAll(TenantId tenant, Collection<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        List<Delivery> inOrder = deliveries.stream()
                .sorted(Comparator.comparing(Delivery::number))
                .toList();
        transactions.in(tenant, handle -> {
            PreparedBatch batch = handle.prepareBatch(SAVE);
            for (Delivery delivery : inOrder) {
                progress(batch, delivery)
                        .bind("tenant", tenant.value())
                        .bind("number", delivery.number())
                        .add();
            }
            return batch.execute();
        });
    }

    private static final String DELIVERIES = """
            select d.delivery_no, d.channel, d.key, a.account_id, d.title, d.content, d.state, d.attempts,
                   d.next_attempt_at, d.problem, d.created_at, d.ended_at
            from csm.delivery d
            left join csm.account a on a.tenant_id = d.tenant_id and a.account_no = d.account_no
            where d.tenant_id = :tenant
            """;

    private static final String FIND = DELIVERIES + "and d.delivery_no = :number";

    @Override
    public Optional<Delivery> find(TenantId tenant, long number) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(FIND)
                        .bind("tenant", tenant.value())
                        .bind("number", number)
                        .map((row, context) -> delivery(row))
                        .findOne());
    }

    private static final String LIST = DELIVERIES + """
            and d.state = any (:states)
            order by d.delivery_no desc
            limit :limit
            """;

    @Override
    public List<Delivery> list(TenantId tenant, Set<Delivery.State> states, int limit) {
        String[] codes = states.stream().map(JdbiDeliveryRepository::code).toArray(String[]::new);
        return transactions.in(
                tenant,
                handle -> handle.createQuery(LIST)
                        .bind("tenant", tenant.value())
                        .bindByType("states", codes, String[].class)
                        .bind("limit", limit)
                        .map((row, context) -> delivery(row))
                        .list());
    }

    private static final String COUNT = """
            select channel, state, count(*) as deliveries
            from csm.delivery
            where tenant_id = :tenant
            group by channel, state
            """;

    @Override
    public Map<String, Map<Delivery.State, Long>> count(TenantId tenant) {
        Map<String, Map<Delivery.State, Long>> counted = new TreeMap<>();
        transactions.in(
                tenant,
                handle -> handle.createQuery(COUNT)
                        .bind("tenant", tenant.value())
                        .map((row, context) -> counted.computeIfAbsent(
                                        row.getString("channel"), any -> new EnumMap<>(Delivery.State.class))
                                .put(state(row), row.getLong("deliveries")))
                        .list());
        return Collections.unmodifiableMap(counted);
    }

    private static final String RETRY = """
            update csm.delivery
            set state           = 'waiting',
                next_attempt_at = :at,
                ended_at        = null,
                leased_until    = null
            where tenant_id = :tenant
            and delivery_no = any (:numbers)
            and state = 'dead'
            """;

    @Override
    public int retry(TenantId tenant, Collection<Long> numbers, Instant at) {
        return transactions.in(
                tenant,
                handle -> handle.createUpdate(RETRY)
                        .bind("tenant", tenant.value())
                        .bindByType("numbers", numbers.toArray(Long[]::new), Long[].class)
                        .bind("at", Times.notAfter(at))
                        .execute());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("delivery_no"),
                row.getString("channel"),
                row.getString("key"),
                Columns.text(row, "account_id").map(AccountId::new),
                row.getString("title"),
                ContentJson.read(row.getString("content")),
                state(row),
                row.getInt("attempts"),
                Times.read(row, "next_attempt_at"),
                Columns.text(row, "problem"),
                Times.read(row, "created_at"),
                Columns.instant(row, "ended_at"));
    }

    private static Delivery.State state(ResultSet row) throws SQLException {
        return Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }

    private static String code(Delivery.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
