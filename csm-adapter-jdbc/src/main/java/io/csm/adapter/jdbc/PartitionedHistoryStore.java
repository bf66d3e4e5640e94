package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.retention.Kept;
import io.csm.application.retention.OldHistory;
import io.csm.application.retention.port.HistoryStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Drops partitions, as the owner of the tables; a partition holds rows of all tenants. What stands outside of partitions
 * and belongs to them is deleted tenant by tenant, as the application.
 */
final class PartitionedHistoryStore implements HistoryStore {

    private final Jdbi owner;
    private final TenantTransactions application;
    private final Supplier<List<TenantId>> tenants;

    PartitionedHistoryStore(Jdbi owner, TenantTransactions application, Supplier<List<TenantId>> tenants) {
        this.owner = owner;
        this.application = application;
        this.tenants = tenants;
    }

    // the names say the first day, event_2024_03 or touchpoint_2019, so that their order is that of time
    private static final String PARTITIONS = """
            select p.relname, p.reltuples, pg_total_relation_size(p.oid) as bytes
            from pg_inherits i
            join pg_class p on p.oid = i.inhrelid
            where i.inhparent = to_regclass('csm.' || :table)
            order by p.relname
            """;

    @Override
    public List<OldHistory> listBefore(Kept kept, LocalDate day) {
        return run(handle -> handle.createQuery(PARTITIONS)
                .bind("table", kept.code())
                .map((row, context) -> {
                    LocalDate from = firstDay(kept, row.getString("relname"));
                    return new OldHistory(
                            kept, from, until(kept, from), Math.max(0, row.getLong("reltuples")), row.getLong("bytes"));
                })
                .filter(stretch -> !stretch.until().isAfter(day))
                .list());
    }

    private static LocalDate firstDay(Kept kept, String partition) {
        String[] parts = partition.substring(kept.code().length() + 1).split("_", -1);
        return LocalDate.of(Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 1, 1);
    }

    private static LocalDate until(Kept kept, LocalDate from) {
        return isYearly(kept) ? from.plusYears(1) : from.plusMonths(1);
    }

    private static boolean isYearly(Kept kept) {
        return kept == Kept.TOUCHPOINT;
    }

    private static String partition(OldHistory old) {
        String year = "csm." + old.of().code() + "_" + old.from().getYear();
        return isYearly(old.of()) ? year : "%s_%02d".formatted(year, old.from().getMonthValue());
    }

    // a scan that reads the table holds this up; rather fail in a sentence than hold up everybody else
    private static final String BE_PATIENT = "set local lock_timeout = '10s'";

    @Override
    public void remove(OldHistory old) {
        run(handle -> handle.inTransaction(transaction -> {
            transaction.execute(BE_PATIENT);
            return transaction.execute("drop table if exists " + partition(old));
        }));
        if (old.of() == Kept.EVENT) {
            tenants.get().forEach(tenant -> removeKeys(tenant, old));
        }
    }

    private static final String REMOVE_KEYS = """
            delete from csm.event_key
            where tenant_id = :tenant
            and occurred_at >= :from
            and occurred_at < :until
            """;

    private void removeKeys(TenantId tenant, OldHistory old) {
        application.in(
                tenant,
                handle -> handle.createUpdate(REMOVE_KEYS)
                        .bind("tenant", tenant.value())
                        .bind("from", old.from().atStartOfDay().atOffset(ZoneOffset.UTC))
                        .bind("until", old.until().atStartOfDay().atOffset(ZoneOffset.UTC))
                        .execute());
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(Handle handle);
    }

    private <T> T run(Work<T> work) {
        try {
            return owner.withHandle(work::run);
        } catch (JdbiException failure) {
            throw SqlFailures.translate(failure);
        }
    }
}
