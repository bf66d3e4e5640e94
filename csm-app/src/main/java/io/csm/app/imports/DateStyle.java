package io.csm.app.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/**
 * How a system writes days and instants.
 *
 * @param pattern such as {@code dd.MM.yyyy HH:mm}; empty: ISO 8601
 * @param formatter made of the pattern
 * @param zone that of times that say no offset; empty: they must say one
 */
record DateStyle(Optional<String> pattern, Optional<DateTimeFormatter> formatter, Optional<ZoneId> zone) {

    /** ISO 8601, every time with its offset. */
    static final DateStyle ISO = new DateStyle(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Dates of that pattern.
     *
     * @throws IllegalArgumentException when it is none
     */
    static DateStyle of(Optional<String> pattern, Optional<ZoneId> zone) {
        return new DateStyle(pattern, pattern.map(DateStyle::strict), zone);
    }

    /** The year as it is written, so that the 31st of February is refused instead of moved. */
    private static DateTimeFormatter strict(String pattern) {
        StringBuilder years = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            quoted ^= letter == '\'';
            years.append(letter == 'y' && !quoted ? 'u' : letter);
        }
        return DateTimeFormatter.ofPattern(years.toString(), Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Whether its values say a time, and neither they nor anybody else in which zone. */
    boolean needsZone() {
        String letters = pattern.map(text -> text.replaceAll("'[^']*'", "")).orElse("");
        return zone.isEmpty() && letters.matches(".*[HhKk].*") && !letters.matches(".*[XxZOVz].*");
    }

    Optional<LocalDate> day(String text) {
        try {
            return Optional.of(
                    formatter.isPresent() ? LocalDate.from(formatter.get().parse(text)) : LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    Optional<Instant> instant(String text) {
        try {
            return formatter.isPresent()
                    ? Optional.of(instant(formatter.get().parse(text)))
                    : Optional.of(isoInstant(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private Instant isoInstant(String text) {
        return zone.isPresent() && text.matches(".*T[0-9:.]+")
                ? LocalDateTime.parse(text).atZone(zone.get()).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private Instant instant(TemporalAccessor read) {
        Optional<ZoneId> said = Optional.ofNullable(read.query(TemporalQueries.zone()));
        boolean isDay = read.query(TemporalQueries.localTime()) == null;
        ZoneId where = said.or(() -> zone).orElse(ZoneOffset.UTC);
        return isDay
                ? LocalDate.from(read).atStartOfDay(where).toInstant()
                : LocalDateTime.from(read).atZone(where).toInstant();
    }

    String dayRule() {
        return "must be a date "
                + pattern.map(written -> "written as " + written).orElse("such as 2026-03-31");
    }

    String instantRule() {
        return pattern.map(written -> "must be written as " + written)
                .orElse("must be an instant with its offset, such as 2026-03-31T12:00:00Z");
    }
}
