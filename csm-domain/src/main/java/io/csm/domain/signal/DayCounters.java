package io.csm.domain.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * The signals that count days and so move by themselves: what was 7 days before the renewal is a day before it six days
 * later, whether or not anybody looked again.
 */
public final class DayCounters {

    private static final Map<String, Integer> PER_DAY = Map.of(
            StandardSignals.DAYS_TO_RENEWAL.name(), -1,
            StandardSignals.DAYS_SINCE_LAST_INTERACTION.name(), 1);

    private DayCounters() {}

    /** The value at a later instant, whole days in UTC having passed; any other signal keeps its value. */
    public static double later(Signal signal, double value, Instant from, Instant to) {
        int perDay = PER_DAY.getOrDefault(signal.name(), 0);
        double moved = value + perDay * (double) ChronoUnit.DAYS.between(day(from), day(to));
        return Math.max(signal.min(), Math.min(signal.max(), moved));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
