package io.csm.app.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Twelve days a month apart, numbered 0 to 11; the months before them, in which the stories begin, have negative numbers.
 *
 * @param last the twelfth
 */
record Year(LocalDate last) {

    static final int MONTHS = 12;
    static final int NEWEST = MONTHS - 1;

    /** The first month of which a diary knows anything. */
    static final int BEFORE = -8;

    /** The day of that month: that of the last one, or the end of a shorter month. */
    LocalDate day(int month) {
        return last.minusMonths((long) NEWEST - month);
    }

    List<LocalDate> months() {
        return IntStream.range(0, MONTHS).mapToObj(this::day).toList();
    }

    /** A day after that of the month before and not after that of this month. */
    LocalDate within(int month, Dice dice) {
        LocalDate from = day(month - 1);
        return from.plusDays(dice.whole(1, (int) ChronoUnit.DAYS.between(from, day(month))));
    }

    /** When the snapshots of that day are taken. */
    static Instant takenAt(LocalDate day) {
        return at(day, 6, 0);
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }
}
