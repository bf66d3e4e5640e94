package io.csm.domain.health;

import io.csm.domain.signal.Figures;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalSnapshot;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Points for each word of a choice, or for yes and no.
 *
 * @param signal a choice or a yes/no
 * @param points for every option of the signal, by its word and in the order of the signal
 */
public record ByChoice(Signal signal, Map<String, Double> points) implements PointsRule {

    public ByChoice {
        Map<String, Double> finite = new TreeMap<>(points);
        finite.replaceAll((option, value) -> Figures.finite("the points for " + option, value));
        points = finite;
        if (signal.options().isEmpty()) {
            throw new IllegalArgumentException("points by choice need a choice or a yes/no but " + signal.name()
                    + " is a " + signal.type().code());
        }
        for (String option : signal.options()) {
            if (!points.containsKey(option)) {
                throw new IllegalArgumentException(
                        "points by " + signal.name() + " leave a gap: there are none for " + option);
            }
        }
        for (String option : new TreeMap<>(points).keySet()) {
            if (!signal.options().contains(option)) {
                throw new IllegalArgumentException("points by " + signal.name() + ": '" + option + "' must be one of "
                        + String.join(", ", signal.options()));
            }
        }
        Map<String, Double> inOrder = new LinkedHashMap<>();
        for (String option : signal.options()) {
            inOrder.put(option, points.getOrDefault(option, Double.NaN));
        }
        points = Collections.unmodifiableMap(inOrder);
    }

    @Override
    public <T> T match(
            Function<Line, T> onLine,
            Function<Steps, T> onSteps,
            Function<ByChoice, T> onChoice,
            Function<NamedFormula, T> onFormula) {
        return onChoice.apply(this);
    }

    @Override
    public List<Signal> signals() {
        return List.of(signal);
    }

    @Override
    public double min() {
        return points.values().stream().reduce(Math::min).orElseThrow();
    }

    @Override
    public double max() {
        return points.values().stream().reduce(Math::max).orElseThrow();
    }

    double[] inOrder() {
        return points.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public CompiledRule compile(SignalCatalogue catalogue) {
        return new Compiled(catalogue.slot(signal), inOrder());
    }

    private static final class Compiled extends CompiledRule {
        private final int slot;
        private final double[] points;

        Compiled(int slot, double[] points) {
            this.slot = slot;
            this.points = points;
        }

        @Override
        double points(SignalSnapshot snapshot) {
            double value = snapshot.at(slot);
            return Double.isNaN(value) ? Double.NaN : points[(int) value];
        }
    }
}
