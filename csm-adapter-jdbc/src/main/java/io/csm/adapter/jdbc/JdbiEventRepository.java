package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.event.port.EventRepository;
import io.csm.domain.event.Event;
import java.time.Instant;
import java.util.List;

final class JdbiEventRepository implements EventRepository {

    private final TenantTransactions transactions;

    JdbiEventRepository(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Outcome> append(TenantId tenant, List<Event> events, Instant receivedAt) {
        return events.isEmpty()
                ? List.of()
                : transactions.in(tenant, handle -> EventAppender.append(handle, tenant, events, receivedAt));
    }

    private static final String COUNT = """
            select count(*)
            from csm.event
            where tenant_id = :tenant
            """;

    @Override
    public long count(TenantId tenant) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(COUNT)
                        .bind("tenant", tenant.value())
                        .mapTo(Long.class)
                        .one());
    }
}
