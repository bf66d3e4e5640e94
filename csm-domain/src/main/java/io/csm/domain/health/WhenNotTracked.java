package io.csm.domain.health;

import io.csm.domain.signal.Figures;

/** What a measure does when a signal that it reads is not tracked. */
public final class WhenNotTracked {

    /** The account cannot be scored without it. */
    public static final WhenNotTracked REQUIRED = new WhenNotTracked(Kind.REQUIRED, Double.NaN);

    /** The measure is left out and the rest is re-weighted. */
    public static final WhenNotTracked LEFT_OUT = new WhenNotTracked(Kind.LEFT_OUT, Double.NaN);

    enum Kind {
        REQUIRED,
        LEFT_OUT,
        POINTS
    }

    private final Kind kind;
    private final double points;

    private WhenNotTracked(Kind kind, double points) {
        this.kind = kind;
        this.points = points;
    }

    /** The measure gives that many points, between 0 and its maximum. */
    public static WhenNotTracked points(double points) {
        return new WhenNotTracked(Kind.POINTS, Figures.finite("the points when not tracked", points));
    }

    public boolean isRequired() {
        return kind == Kind.REQUIRED;
    }

    public boolean isLeftOut() {
        return kind == Kind.LEFT_OUT;
    }

    /** The fixed points; {@code NaN} where there are none. */
    public double points() {
        return points;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WhenNotTracked that && kind == that.kind && Double.compare(points, that.points) == 0;
    }

    @Override
    public int hashCode() {
        return kind.hashCode() * 31 + Double.hashCode(points);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case REQUIRED -> "required";
            case LEFT_OUT -> "left out";
            case POINTS -> Figures.show(points) + " points";
        };
    }
}
