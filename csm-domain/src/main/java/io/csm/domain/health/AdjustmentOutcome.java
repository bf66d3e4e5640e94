package io.csm.domain.health;

import io.csm.domain.signal.Figures;
import java.util.Locale;

/**
 * What became of one adjustment of a scorecard.
 *
 * @param adjustment the line of the scorecard
 * @param applied whether its condition held
 */
public record AdjustmentOutcome(Adjustment adjustment, boolean applied) {

    /** What the score was multiplied by: the factor, or 1 when it did not apply. */
    public double factor() {
        return applied ? adjustment.factor() : 1;
    }

    /** The whole sentence, also when it did not apply. */
    public String sentence() {
        String factor = Figures.show(adjustment.factor(), 4);
        if (!applied) {
            return "Not applied: the score is multiplied by " + factor + " only while "
                    + adjustment.condition().words() + ".";
        }
        String because = adjustment.because();
        return because.substring(0, 1).toUpperCase(Locale.ROOT) + because.substring(1) + ": the score is multiplied by "
                + factor + ".";
    }
}
