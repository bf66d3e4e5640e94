package io.csm.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of a calendar year, in UTC.
 *
 * @param year 1970 to 2199
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final Pattern WRITTEN = Pattern.compile("[Qq]([1-4]) ([0-9]{4})");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    private static final int MONTHS = 3;

    public Quarter {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "the year of a quarter must be from " + FIRST_YEAR + " to " + LAST_YEAR + " but was " + year);
        }
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("a quarter must be 1 to 4 but was " + number);
        }
    }

    /** The quarter that holds that day. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /** The quarter that holds that instant. */
    public static Quarter of(Instant instant) {
        return of(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    /**
     * The quarter written like {@code Q1 2026}.
     *
     * @throws IllegalArgumentException naming the text and the form
     */
    public static Quarter parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a period must be written like Q1 2026 but was '" + text + "'");
        }
        return new Quarter(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1)));
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    public LocalDate lastDay() {
        return next().firstDay().minusDays(1);
    }

    /** The instant at which it begins. */
    public Instant begins() {
        return firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The instant at which the next one begins. */
    public Instant ends() {
        return next().begins();
    }

    public Quarter next() {
        return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
    }

    public Quarter previous() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    @Override
    public int compareTo(Quarter other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(number, other.number);
    }

    /** {@code Q1 2026}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return "Q" + number + " " + year;
    }
}
