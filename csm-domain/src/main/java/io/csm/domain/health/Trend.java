package io.csm.domain.health;

/** Where a score is heading, against the score nearest to, and not after, a number of days before. */
public enum Trend {
    IMPROVING,
    STABLE,
    DECLINING;

    /** A change of up to this many points, up or down, is stable. */
    public static final double STABLE_WITHIN = 5;

    /** The trend from a previous score to the current one. */
    public static Trend between(double previous, double current) {
        double change = current - previous;
        return change > STABLE_WITHIN ? IMPROVING : change < -STABLE_WITHIN ? DECLINING : STABLE;
    }
}
