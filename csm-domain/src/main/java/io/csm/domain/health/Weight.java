package io.csm.domain.health;

import io.csm.domain.signal.Figures;
import io.csm.domain.signal.Signal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a measure counts for within its group; the weights of a group add to 100.
 *
 * @param kind whether the rule gives the points themselves, or 0 to 100 to be weighted
 * @param value the weight, above 0 (or from 0 where it depends on a choice) up to 100
 * @param by a choice signal on which the weight depends, such as the lifecycle stage
 * @param each the weight for words of that choice; the others count for {@code value}
 */
public record Weight(Kind kind, double value, Optional<Signal> by, Map<String, Double> each) {

    /** The two ways to weigh. */
    public enum Kind {
        /** The rule gives 0 to {@code value} points, which count as they are. */
        POINTS,
        /** The rule gives 0 to 100, which counts for {@code value} percent. */
        PERCENT
    }

    public Weight {
        value = value + 0.0; // turns -0.0 into 0.0
        Map<String, Double> positive = new TreeMap<>(each);
        positive.replaceAll((option, share) -> share + 0.0);
        each = Collections.unmodifiableMap(positive); // sorted, so that it always reads the same
        if (!(value >= 0 && value <= 100) || (value == 0 && by.isEmpty())) {
            throw new IllegalArgumentException(
                    "a weight must be above 0 and at most 100 but was " + Figures.show(value));
        }
        if (kind == Kind.POINTS && by.isPresent()) {
            throw new IllegalArgumentException("a weight in points cannot depend on "
                    + by.get().name() + "; give the measure a weight in percent");
        }
        if (by.isPresent() && by.get().options().isEmpty()) {
            throw new IllegalArgumentException("a weight must depend on a choice or a yes/no but "
                    + by.get().name() + " is a " + by.get().type().code());
        }
        for (Map.Entry<String, Double> entry : each.entrySet()) {
            if (!(entry.getValue() >= 0 && entry.getValue() <= 100)) {
                throw new IllegalArgumentException("the weight for " + entry.getKey()
                        + " must be from 0 to 100 but was " + Figures.show(entry.getValue()));
            }
            if (by.isEmpty() || !by.get().options().contains(entry.getKey())) {
                throw new IllegalArgumentException("a weight is given for '" + entry.getKey()
                        + "', which must be one of "
                        + by.map(signal -> String.join(", ", signal.options())).orElse("nothing"));
            }
        }
    }

    /** The weight for that word of the choice. */
    double forOption(String option) {
        return each.getOrDefault(option, value);
    }

    /** What the rule gives at most: the points, or 100. */
    public double scale() {
        return kind == Kind.POINTS ? value : 100;
    }
}
