package io.csm.domain.signal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a value comes from and when it was observed there.
 *
 * @param source a short word such as {@code file}, {@code tam} or {@code derived}; 1 to 60 characters
 * @param observedAt when the fact was seen, kept to the microsecond
 */
public record SignalOrigin(String source, Instant observedAt) {

    /** The source of values that CSM derived from events and facts. */
    public static final String DERIVED = "derived";

    private static final int LONGEST_SOURCE = 60;

    public SignalOrigin {
        observedAt = observedAt.truncatedTo(ChronoUnit.MICROS);
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new IllegalArgumentException(
                    "source must have 1 to " + LONGEST_SOURCE + " characters but was '" + source + "'");
        }
    }

    /** Of a value that CSM derived, observed then. */
    public static SignalOrigin derived(Instant observedAt) {
        return new SignalOrigin(DERIVED, observedAt);
    }

    /** Whether CSM derived the value itself, so that nobody gave it. */
    public boolean isDerived() {
        return source.equals(DERIVED);
    }
}
