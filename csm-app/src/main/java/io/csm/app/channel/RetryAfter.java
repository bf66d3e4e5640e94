package io.csm.app.channel;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how long a receiver wants to be left alone: seconds, or a date of HTTP. */
final class RetryAfter {

    /** A receiver that names a longer time is asked again after this one. */
    static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** From 0 seconds to a day; empty when nothing that can be read was said. */
    Optional<Duration> read(String header) {
        return parse(header.strip()).map(RetryAfter::limited);
    }

    private Optional<Duration> parse(String text) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            return Optional.of(Duration.between(clock.instant(), date));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Duration limited(Duration wish) {
        if (wish.isNegative()) {
            return Duration.ZERO;
        }
        return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
    }
}
