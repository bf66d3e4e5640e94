package io.csm.domain.health;

import io.csm.domain.signal.Figures;

/**
 * A scorecard's wish to hear of sudden drops.
 *
 * @param points above 0 up to 100: a score that fell by strictly more than this against the one before is a dip
 */
public record DipAlert(double points) implements Scorecard.Part {

    public DipAlert {
        if (!(points > 0 && points <= 100)) {
            throw new IllegalArgumentException(
                    "a dip alert must be above 0 and at most 100 points but was " + Figures.exact(points));
        }
    }

    /** Whether the change from the previous to the current score is a dip. */
    public boolean isDip(double previous, double current) {
        return current - previous < -points;
    }
}
