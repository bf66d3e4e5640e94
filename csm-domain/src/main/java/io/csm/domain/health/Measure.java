package io.csm.domain.health;

import io.csm.domain.signal.Figures;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One line of a scorecard: a name, what it counts for, how signals become points, and what happens when they are not
 * tracked.
 *
 * @param name lower-case words joined by {@code _}, unique in its scorecard
 * @param weight what it counts for in its group
 * @param rule how signals become points, from 0 to the scale of the weight
 * @param whenNotTracked what happens without them
 */
public record Measure(String name, Weight weight, PointsRule rule, WhenNotTracked whenNotTracked)
        implements Scorecard.Part {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public Measure {
        Objects.requireNonNull(weight, "weight");
        Objects.requireNonNull(whenNotTracked, "whenNotTracked");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "measure name must be lower-case words joined by _ but was '" + name + "'");
        }
        double scale = weight.scale();
        if (!(rule.min() >= 0 && rule.max() <= scale)) { // so written, NaN is refused too
            throw new IllegalArgumentException("measure " + name + " must give from 0 to " + Figures.exact(scale)
                    + " points but its rule gives from " + Figures.exact(rule.min()) + " to "
                    + Figures.exact(rule.max()));
        }
        if (whenNotTracked.points() < 0 || whenNotTracked.points() > scale) {
            throw new IllegalArgumentException("measure " + name + " must give from 0 to " + Figures.exact(scale)
                    + " points when not tracked but gives " + Figures.exact(whenNotTracked.points()));
        }
    }
}
