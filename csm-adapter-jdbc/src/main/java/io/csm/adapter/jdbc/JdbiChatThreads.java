package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.delivery.port.ChatThreads;
import java.util.Optional;

final class JdbiChatThreads implements ChatThreads {

    private final TenantTransactions transactions;

    JdbiChatThreads(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    private static final String FIND = """
            select ts
            from csm.chat_thread
            where tenant_id = :tenant
            and thread = :thread
            """;

    @Override
    public Optional<String> find(TenantId tenant, String thread) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(FIND)
                        .bind("tenant", tenant.value())
                        .bind("thread", thread)
                        .mapTo(String.class)
                        .findOne());
    }

    private static final String SAVE = """
            insert into csm.chat_thread (tenant_id, thread, ts)
            values (:tenant, :thread, :ts)
            on conflict (tenant_id, thread) do update set
                ts = excluded.ts
            """;

    @Override
    public void save(TenantId tenant, String thread, String ts) {
        transactions.in(
                tenant,
                handle -> handle.createUpdate(SAVE)
                        .bind("tenant", tenant.value())
                        .bind("thread", thread)
                        .bind("ts", ts)
                        .execute());
    }
}
