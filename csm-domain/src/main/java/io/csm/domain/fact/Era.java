package io.csm.domain.fact;

import java.time.Instant;

/** The years of which history is kept, by when something occurred: a wrong century is a mistake and no history. */
public final class Era {

    /** What an instant must keep to, in words. */
    public static final String RULE = "must be from 1970 to 2199";

    private static final Instant BEGIN = Instant.EPOCH;
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private Era() {}

    public static boolean holds(Instant occurredAt) {
        return !occurredAt.isBefore(BEGIN) && occurredAt.isBefore(END);
    }
}
