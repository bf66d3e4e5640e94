package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** Notes once that a tenant is there, in the one table that is read across tenants. */
final class TenantIntroductions {

    private final TenantTransactions transactions;
    private final Set<TenantId> known = ConcurrentHashMap.newKeySet();

    TenantIntroductions(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    private static final String INTRODUCE = """
            insert into csm_scheduler.tenant (tenant_id)
            values (:tenant)
            on conflict do nothing
            """;

    void introduce(Handle handle, TenantId tenant) {
        if (!known.contains(tenant)) {
            handle.createUpdate(INTRODUCE).bind("tenant", tenant.value()).execute();
            transactions.afterCommit(() -> known.add(tenant));
        }
    }
}
