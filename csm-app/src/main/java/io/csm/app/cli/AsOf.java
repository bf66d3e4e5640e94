package io.csm.app.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads {@code --as-of} and {@code --known-on}: a day, meaning its end in UTC, or an instant; never the future. */
final class AsOf {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Duration REST_OF_SECOND = Duration.ofNanos(999_999_000);

    private AsOf() {}

    static Instant orNow(Optional<String> text, Clock clock) {
        return parse(text, clock).orElseGet(clock::instant);
    }

    /** For looking something up: a day means all of it, to the last microsecond. */
    static Instant lookUp(Optional<String> text, Clock clock) {
        Instant at = orNow(text, clock);
        boolean isPastDay = text.filter(day -> day.length() <= 10).isPresent() && at.isBefore(clock.instant());
        return isPastDay ? at.plus(REST_OF_SECOND) : at;
    }

    static Optional<Instant> parse(Optional<String> text, Clock clock) {
        return parse("--as-of", text, clock);
    }

    static Optional<Instant> parse(String option, Optional<String> text, Clock clock) {
        return text.map(written -> parse(option, written, clock.instant()));
    }

    private static Instant parse(String option, String text, Instant now) {
        Instant at = text.length() > 10 ? instant(option, text) : endOf(option, text, now);
        if (at.isAfter(now)) {
            throw Failure.usage(option + " must not be in the future but was " + text);
        }
        if (at.isBefore(EARLIEST)) {
            throw Failure.usage(option + " must not be before 1990 but was " + text);
        }
        return at;
    }

    private static Instant endOf(String option, String text, Instant now) {
        try {
            LocalDate day = LocalDate.parse(text);
            Instant end =
                    day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
            boolean isToday = day.equals(LocalDate.ofInstant(now, ZoneOffset.UTC));
            return isToday ? now : end;
        } catch (DateTimeException notADay) {
            throw malformed(option, text);
        }
    }

    private static Instant instant(String option, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notAnInstant) {
            throw malformed(option, text);
        }
    }

    private static Failure malformed(String option, String text) {
        return Failure.usage(
                option + " must be a day such as 2026-03-31 or an instant such as 2026-03-31T12:00:00Z but was '" + text
                        + "'");
    }
}
