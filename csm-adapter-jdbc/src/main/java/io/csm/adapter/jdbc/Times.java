package io.csm.adapter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as the database keeps them: to the microsecond, from year 1 to year 9999. */
final class Times {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Times() {}

    /** For storing and for "not after": what is stored is whole microseconds, so cutting the rest changes nothing. */
    static OffsetDateTime notAfter(Instant instant) {
        return bounded(instant).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** For "not before": the next whole microsecond. */
    static OffsetDateTime notBefore(Instant instant) {
        return notAfter(bounded(instant).plusNanos(999));
    }

    /** Microseconds since 1970. */
    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    static Instant ofMicros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Instant bounded(Instant instant) {
        return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    }
}
