package io.csm.domain.health;

import io.csm.domain.signal.Figures;

/**
 * A multiplier on the whole score while a condition holds.
 *
 * @param condition when it applies
 * @param factor 0 to 1.5
 * @param because the reason, as the second half of a sentence
 */
public record Adjustment(Condition condition, double factor, String because) implements Scorecard.Part {

    private static final double LARGEST_FACTOR = 1.5;

    public Adjustment {
        if (!(factor >= 0 && factor <= LARGEST_FACTOR)) {
            throw new IllegalArgumentException(
                    "adjustment by " + condition.signal().name() + ": the multiplier must be from 0 to 1.5 but was "
                            + Figures.exact(factor));
        }
        factor = factor + 0.0; // turns -0.0 into 0.0
        if (because.isBlank()) {
            throw new IllegalArgumentException(
                    "adjustment by " + condition.signal().name() + " must give a reason");
        }
    }
}
