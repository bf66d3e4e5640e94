package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.event.Quarantined;
import io.csm.application.event.Quarantined.State;
import io.csm.application.event.port.QuarantineRepository;
import io.csm.domain.fact.FactId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

final class JdbiQuarantineRepository implements QuarantineRepository {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_CHARACTERS = 4_000_000;

    private final TenantTransactions transactions;

    JdbiQuarantineRepository(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    // numbers follow the order of the entries; two who add the same ones in another order must not wait for each other
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('csm.quarantine.' || :tenant, 0))";

    private static final String APPEND = """
            insert into csm.quarantine
                (tenant_id, received_at, digest, source, event_id, account_id, field, value, rule, document)
            values
                (:tenant, :receivedAt, :digest, :source, :id, :account, :field, :value, :rule, :document)
            on conflict (tenant_id, digest) where state = 'open' do nothing
            """;

    @Override
    public void append(TenantId tenant, List<Quarantined> entries) {
        if (entries.isEmpty()) {
            return;
        }
        transactions.in(tenant, handle -> {
            lock(handle, tenant);
            PreparedBatch batch = handle.prepareBatch(APPEND);
            int characters = 0;
            for (Quarantined entry : entries) {
                add(batch, tenant, entry);
                characters += entry.document().length();
                if (batch.size() == MOST_ROWS || characters > MOST_CHARACTERS) {
                    batch.execute();
                    characters = 0;
                }
            }
            return batch.execute();
        });
    }

    private static void lock(Handle handle, TenantId tenant) {
        handle.createQuery(LOCK)
                .bind("tenant", tenant.value())
                .mapTo(String.class)
                .findOne();
    }

    private static UUID digest(Quarantined entry) {
        return Digest.ofParts(entry.document(), entry.field(), entry.rule());
    }

    private static void add(PreparedBatch batch, TenantId tenant, Quarantined entry) {
        batch.bind("tenant", tenant.value())
                .bind("receivedAt", Times.notAfter(entry.receivedAt()))
                .bind("digest", digest(entry))
                .bind("source", entry.source())
                .bind("id", entry.id())
                .bind("account", entry.account())
                .bind("field", entry.field())
                .bind("value", entry.value())
                .bind("rule", entry.rule())
                .bind("document", entry.document())
                .add();
    }

    private static final String LIST_OPEN = """
            select entry_no, source, event_id, account_id, document, field, value, rule, received_at, state
            from csm.quarantine
            where tenant_id = :tenant
            and entry_no > :after
            and state = 'open'
            order by entry_no
            limit :limit
            """;

    @Override
    public List<Quarantined> listOpen(TenantId tenant, long after, int limit) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(LIST_OPEN)
                        .bind("tenant", tenant.value())
                        .bind("after", after)
                        .bind("limit", limit)
                        .map((row, context) -> read(row))
                        .list());
    }

    private static Quarantined read(ResultSet row) throws SQLException {
        return new Quarantined(
                row.getLong("entry_no"),
                row.getString("source"),
                row.getString("event_id"),
                row.getString("account_id"),
                row.getString("document"),
                row.getString("field"),
                row.getString("value"),
                row.getString("rule"),
                Times.read(row, "received_at"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    private static final String COUNT_OPEN = """
            select count(*)
            from csm.quarantine
            where tenant_id = :tenant
            and state = 'open'
            """;

    @Override
    public long countOpen(TenantId tenant) {
        return transactions.in(tenant, handle -> countOpen(handle, tenant));
    }

    private static long countOpen(Handle handle, TenantId tenant) {
        return handle.createQuery(COUNT_OPEN)
                .bind("tenant", tenant.value())
                .mapTo(Long.class)
                .one();
    }

    private static final String REFUSE_AGAIN = """
            update csm.quarantine q set
                digest    = :digest,
                field     = :field,
                value     = :value,
                rule      = :rule,
                state     = case when other.entry_no is null then 'open' else 'discarded' end,
                closed_at = case when other.entry_no is null then null else cast(:at as timestamptz) end
            from (values (1)) one
            left join csm.quarantine other
              on other.tenant_id = :tenant
             and other.digest = :digest
             and other.state = 'open'
             and other.entry_no <> :number
            where q.tenant_id = :tenant
            and q.entry_no = :number
            and q.state = 'open'
            """;

    @Override
    public void refuseAgain(TenantId tenant, List<Quarantined> entries, Instant at) {
        if (entries.isEmpty()) {
            return;
        }
        transactions.in(tenant, handle -> {
            lock(handle, tenant);
            PreparedBatch batch = handle.prepareBatch(REFUSE_AGAIN);
            for (Quarantined entry : entries) {
                batch.bind("tenant", tenant.value())
                        .bind("number", entry.number())
                        .bind("digest", digest(entry))
                        .bind("field", entry.field())
                        .bind("value", entry.value())
                        .bind("rule", entry.rule())
                        .bind("at", Times.notAfter(at))
                        .add();
            }
            return batch.execute();
        });
    }

    private static final String CLOSE = """
            with chosen as (
                select q.entry_no
                from csm.quarantine q
                where q.tenant_id = :tenant
                and q.entry_no = any (:numbers)
                and q.state = 'open'
                order by q.entry_no
                for update)
            update csm.quarantine q set
                state     = :state,
                closed_at = :at
            from chosen c
            where q.tenant_id = :tenant
            and q.entry_no = c.entry_no
            """;

    @Override
    public int close(TenantId tenant, Collection<Long> numbers, State as, Instant at) {
        return transactions.in(
                tenant,
                handle -> handle.createUpdate(CLOSE)
                        .bind("tenant", tenant.value())
                        .bindByType("numbers", numbers.toArray(Long[]::new), Long[].class)
                        .bind("state", code(as))
                        .bind("at", Times.notAfter(at))
                        .execute());
    }

    private static String code(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static final String HAS_OPEN = """
            select exists (
                select from csm.quarantine where tenant_id = :tenant and state = 'open')
            """;

    private static final String CLOSE_STORED = """
            with stored as (
                select q.entry_no
                from unnest(:sources, :ids) e (source, event_id)
                join csm.quarantine q
                  on q.tenant_id = :tenant
                 and q.source = e.source
                 and q.event_id = e.event_id
                 and q.state = 'open'
                order by q.entry_no
                for update of q)
            update csm.quarantine q set
                state     = 'stored',
                closed_at = :at
            from stored s
            where q.tenant_id = :tenant
            and q.entry_no = s.entry_no
            """;

    @Override
    public void closeStored(TenantId tenant, Collection<FactId> events, Instant at) {
        if (!events.isEmpty()) {
            transactions.in(tenant, handle -> hasOpen(handle, tenant) ? closeStored(handle, tenant, events, at) : 0);
        }
    }

    /** Mostly there is nothing, and looking for each event would cost as much as storing it. */
    private static boolean hasOpen(Handle handle, TenantId tenant) {
        return handle.createQuery(HAS_OPEN)
                .bind("tenant", tenant.value())
                .mapTo(Boolean.class)
                .one();
    }

    private static int closeStored(Handle handle, TenantId tenant, Collection<FactId> events, Instant at) {
        return handle.createUpdate(CLOSE_STORED)
                .bind("tenant", tenant.value())
                .bindByType("sources", events.stream().map(FactId::source).toArray(String[]::new), String[].class)
                .bindByType("ids", events.stream().map(FactId::id).toArray(String[]::new), String[].class)
                .bind("at", Times.notAfter(at))
                .execute();
    }
}
