package io.csm.adapter.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The partitions of one table; each is made when the first row for it comes. The database is asked each time: it answers
 * faster than it stores a single row, and only it knows what was removed meanwhile.
 *
 * @param table the partitioned table
 * @param unit how long a partition is: {@code month} or {@code year}
 */
record Partitions(String table, String unit) {

    static Partitions byMonth(String table) {
        return new Partitions(table, "month");
    }

    static Partitions byYear(String table) {
        return new Partitions(table, "year");
    }

    // in the order of the days, so that two who need the same ones wait for each other instead of dying in a deadlock
    private static final String CREATE = """
            select csm.create_partition(:table, :unit, d.day)
            from unnest(:days) with ordinality d (day, place)
            order by d.place
            """;

    /** Makes sure that there is room for rows of these instants. */
    void prepare(Handle handle, Stream<Instant> instants) {
        Set<LocalDate> days = new TreeSet<>();
        instants.forEach(instant -> days.add(firstDay(instant)));
        if (!days.isEmpty()) {
            handle.createQuery(CREATE)
                    .bind("table", table)
                    .bind("unit", unit)
                    .bindByType("days", days.toArray(LocalDate[]::new), LocalDate[].class)
                    .mapTo(String.class)
                    .list();
        }
    }

    private LocalDate firstDay(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        return unit.equals("year") ? day.withDayOfYear(1) : day.withDayOfMonth(1);
    }
}
