package io.csm.domain.derivation;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time seen from an instant, in days of 24 hours. Its end belongs to it and its beginning does not, so
 * that windows which follow each other share nothing.
 */
enum Window {
    LAST_30_DAYS(30, 0, "30 days"),
    THE_30_DAYS_BEFORE(60, 30, "the 30 days before"),
    LAST_90_DAYS(90, 0, "90 days"),
    LAST_180_DAYS(180, 0, "180 days");

    private final Duration from;
    private final Duration to;
    private final String words;

    Window(int from, int to, String words) {
        this.from = Duration.ofDays(from);
        this.to = Duration.ofDays(to);
        this.words = words;
    }

    /** Such as {@code 30 days}. */
    String words() {
        return words;
    }

    /** Where it lies, seen from that instant. */
    Span before(Instant asOf) {
        return new Span(asOf.minus(from), asOf.minus(to));
    }

    /** The time after one instant and up to another. */
    record Span(Instant after, Instant upTo) {

        boolean holds(Instant instant) {
            return instant.isAfter(after) && !instant.isAfter(upTo);
        }
    }
}
