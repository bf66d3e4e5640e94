package io.csm.domain.health;

import io.csm.domain.signal.Figures;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Measures that belong together and count for a share of the score; a group without a tracked measure is left out and
 * the rest re-weighted.
 *
 * @param name lower-case words joined by {@code _}; empty for the one group of a scorecard without groups
 * @param percent above 0 up to 100
 * @param measures at least one; their weights add to 100
 */
public record MeasureGroup(String name, double percent, List<Measure> measures) implements Scorecard.Part {

    static final double WHOLE = 100;
    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9_]{0,62})?");
    private static final double ROUNDING = 1e-9;

    public MeasureGroup {
        measures = List.copyOf(measures);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "group name must be lower-case words joined by _ but was '" + name + "'");
        }
        if (!(percent > 0 && percent <= WHOLE)) {
            throw new IllegalArgumentException(
                    "group " + name + " must count for above 0 up to 100 % but was " + Figures.exact(percent));
        }
        if (measures.isEmpty()) {
            throw new IllegalArgumentException(called(name) + " has no measures");
        }
        addToTheWhole(called(name), measures);
    }

    private static void addToTheWhole(String what, List<Measure> measures) {
        addsToTheWhole(
                what, measures.stream().mapToDouble(m -> m.weight().value()).sum(), "");
        measures.stream()
                .flatMap(measure -> measure.weight().by().stream())
                .flatMap(signal -> signal.options().stream())
                .distinct()
                .forEach(option -> addsToTheWhole(
                        what,
                        measures.stream()
                                .mapToDouble(m -> m.weight().forOption(option))
                                .sum(),
                        " for " + option));
    }

    static void addsToTheWhole(String what, double sum, String when) {
        if (!(Math.abs(sum - WHOLE) <= ROUNDING)) {
            throw new IllegalArgumentException(
                    "the weights of " + what + " must add to 100" + when + " but add to " + Figures.show(sum, 6));
        }
    }

    private static String called(String name) {
        return name.isEmpty() ? "the measures" : "group " + name;
    }

    /** Whether all measures give points as they are, so that nothing needs to be weighted. */
    boolean isInPoints() {
        return measures.stream().allMatch(measure -> measure.weight().kind() == Weight.Kind.POINTS);
    }
}
