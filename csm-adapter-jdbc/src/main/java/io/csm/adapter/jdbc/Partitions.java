package io.csm.adapter.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The partitions of one table; each is made when the first row for it comes, and asked for once per process. */
final class Partitions {

    private final String table;
    private final String unit;
    private final TenantTransactions transactions;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    private Partitions(String table, String unit, TenantTransactions transactions) {
        this.table = table;
        this.unit = unit;
        this.transactions = transactions;
    }

    static Partitions byMonth(String table, TenantTransactions transactions) {
        return new Partitions(table, "month", transactions);
    }

    static Partitions byYear(String table, TenantTransactions transactions) {
        return new Partitions(table, "year", transactions);
    }

    private static final String CREATE = "select csm.create_partition(:table, :unit, :day)";

    /** Makes sure that there is room for rows of these instants. */
    void prepare(Handle handle, Stream<Instant> instants) {
        Set<LocalDate> needed = new TreeSet<>();
        instants.forEach(instant -> needed.add(firstDay(instant)));
        needed.removeAll(known);
        for (LocalDate day : needed) {
            handle.createQuery(CREATE)
                    .bind("table", table)
                    .bind("unit", unit)
                    .bind("day", day)
                    .mapTo(String.class)
                    .findOne();
            transactions.afterCommit(() -> known.add(day));
        }
    }

    private LocalDate firstDay(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        return unit.equals("year") ? day.withDayOfYear(1) : day.withDayOfMonth(1);
    }
}
