package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.change.port.ChangeRepository;
import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

final class JdbiChangeRepository implements ChangeRepository {

    /** An account may wait several times: among so many times as many changes the others of it are looked for. */
    private static final int NEARBY = 16;

    private final TenantTransactions transactions;
    private final TenantIntroductions tenants;

    JdbiChangeRepository(TenantTransactions transactions, TenantIntroductions tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
    }

    private static final String MARK = """
            insert into csm.outbox (tenant_id, account_no, kind, created_at)
            select a.tenant_id, a.account_no, 'account_changed', :at
            from csm.account a
            where a.tenant_id = :tenant
            and a.account_id = any (:accounts)
            """;

    @Override
    public void mark(TenantId tenant, Collection<AccountId> accounts, Instant at) {
        if (accounts.isEmpty()) {
            return;
        }
        String[] ids = accounts.stream().map(AccountId::value).toArray(String[]::new);
        transactions.in(tenant, handle -> {
            int marked = handle.createUpdate(MARK)
                    .bind("tenant", tenant.value())
                    .bind("at", Times.notAfter(at))
                    .bindByType("accounts", ids, String[].class)
                    .execute();
            if (marked > 0) {
                tenants.introduce(handle, tenant);
            }
            return marked;
        });
    }

    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('csm.take ' || :tenant, 0))";

    // Nobody counts a table that fills and empties all the time, so what belongs together is found by sorting and not
    // by
    // a join.
    private static final String TAKE = """
            with nearby as materialized (
                select o.account_no, o.entry_no
                from csm.outbox o
                where o.tenant_id = :tenant
                and o.created_at <= :until
                order by o.entry_no
                limit :nearby),
            first as (
                select n.entry_no, min(n.entry_no) over (partition by n.account_no) as first_no
                from nearby n),
            ranked as materialized (
                select f.entry_no, dense_rank() over (order by f.first_no) as place
                from first f),
            taken as (
                delete from csm.outbox o
                using ranked r
                where o.tenant_id = :tenant
                and o.entry_no = r.entry_no
                and r.place <= :accounts
                returning o.account_no, o.entry_no, o.created_at)
            select a.account_id, min(t.created_at) as created_at
            from taken t
            join csm.account a on a.tenant_id = :tenant and a.account_no = t.account_no
            group by a.account_id
            order by min(t.entry_no)
            """;

    /** Whoever takes holds the lock of the tenant until the transaction ends. */
    @Override
    public Map<AccountId, Instant> take(TenantId tenant, int accounts, Instant until) {
        return transactions.in(
                tenant, handle -> isAlone(handle, tenant) ? take(handle, tenant, accounts, until) : Map.of());
    }

    private static boolean isAlone(Handle handle, TenantId tenant) {
        return handle.createQuery(ALONE)
                .bind("tenant", tenant.value())
                .mapTo(Boolean.class)
                .one();
    }

    private static Map<AccountId, Instant> take(Handle handle, TenantId tenant, int accounts, Instant until) {
        Map<AccountId, Instant> taken = new LinkedHashMap<>();
        handle.createQuery(TAKE)
                .bind("tenant", tenant.value())
                .bind("until", Times.notAfter(until))
                .bind("accounts", accounts)
                .bind("nearby", (long) accounts * NEARBY)
                .map((row, context) ->
                        taken.put(new AccountId(row.getString("account_id")), Times.read(row, "created_at")))
                .list();
        return taken;
    }

    private static final String LIST_TENANTS = """
            select tenant_id
            from csm_scheduler.tenant
            order by tenant_id
            """;

    @Override
    public List<TenantId> listTenants() {
        try (Handle handle = transactions.connect()) {
            return handle.createQuery(LIST_TENANTS)
                    .mapTo(String.class)
                    .map(TenantId::new)
                    .list();
        } catch (JdbiException failure) {
            throw SqlFailures.translate(failure);
        }
    }
}
