package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The layouts of stored snapshots, each under a number that is never given twice. */
final class LayoutDictionary {

    private static final int MOST_CACHED = 200;

    private record ByNumber(TenantId tenant, long number) {}

    private record ByLayout(TenantId tenant, SnapshotLayout layout) {}

    private final BoundedCache<ByNumber, SnapshotLayout> layouts = new BoundedCache<>(MOST_CACHED);
    private final BoundedCache<ByLayout, Long> numbers = new BoundedCache<>(MOST_CACHED);

    /** The number of the layout, which is added when it is new. */
    long numberOf(Handle handle, TenantId tenant, SnapshotLayout layout, TenantTransactions transactions) {
        ByLayout key = new ByLayout(tenant, layout);
        return numbers.find(key).orElseGet(() -> {
            long number = add(handle, tenant, layout);
            transactions.afterCommit(() -> numbers.put(key, number));
            return number;
        });
    }

    private static final String FIND = """
            select layout_no
            from csm.snapshot_layout
            where tenant_id = :tenant and digest = :digest
            """;

    private static final String ADD = """
            insert into csm.snapshot_layout (tenant_id, digest, signals)
            values (:tenant, :digest, cast(:signals as jsonb))
            on conflict (tenant_id, digest) do nothing
            """;

    private static long add(Handle handle, TenantId tenant, SnapshotLayout layout) {
        String signals = layout.toJson();
        byte[] digest = Digest.of(signals);
        Optional<Long> found = find(handle, tenant, digest);
        if (found.isPresent()) {
            return found.get();
        }
        handle.createUpdate(ADD)
                .bind("tenant", tenant.value())
                .bind("digest", digest)
                .bind("signals", signals)
                .execute();
        return find(handle, tenant, digest).orElseThrow();
    }

    private static Optional<Long> find(Handle handle, TenantId tenant, byte[] digest) {
        return handle.createQuery(FIND)
                .bind("tenant", tenant.value())
                .bind("digest", digest)
                .mapTo(Long.class)
                .findOne();
    }

    private static final String GET = """
            select signals
            from csm.snapshot_layout
            where tenant_id = :tenant and layout_no = :number
            """;

    SnapshotLayout get(Handle handle, TenantId tenant, long number) {
        ByNumber key = new ByNumber(tenant, number);
        return layouts.find(key).orElseGet(() -> {
            SnapshotLayout layout = handle.createQuery(GET)
                    .bind("tenant", tenant.value())
                    .bind("number", number)
                    .mapTo(String.class)
                    .map(SnapshotLayout::fromJson)
                    .one();
            layouts.put(key, layout);
            return layout;
        });
    }
}
