package io.csm.domain.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * From when one looks, and with which knowledge: what had happened by {@code asOf}, as far as it was known on
 * {@code knownOn}. A late arrival is seen by its own time from a later viewpoint, and not at all from an earlier one.
 *
 * @param asOf what happened after it is not seen; kept to the microsecond
 * @param knownOn what was received after it is not seen; kept to the microsecond
 */
public record Viewpoint(Instant asOf, Instant knownOn) {

    public Viewpoint {
        asOf = asOf.truncatedTo(ChronoUnit.MICROS);
        knownOn = knownOn.truncatedTo(ChronoUnit.MICROS);
    }

    /** As of that instant, with the knowledge of that instant. */
    public static Viewpoint at(Instant instant) {
        return new Viewpoint(instant, instant);
    }

    /** The day of {@code asOf} in UTC. */
    public LocalDate day() {
        return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    }
}
