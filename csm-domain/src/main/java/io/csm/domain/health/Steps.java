package io.csm.domain.health;

import io.csm.domain.signal.Figures;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.SignalType;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Points by steps: the first step that holds gives its points, and {@code otherwise} leaves no gap. Steps go one way,
 * all {@code at most}/{@code below} with rising edges or all {@code at least}/{@code above} with falling ones, so none
 * hides another.
 *
 * @param signal a number or whole number
 * @param steps at least one
 * @param otherwise points beyond the last step
 */
public record Steps(Signal signal, List<Step> steps, double otherwise) implements PointsRule {

    public Steps {
        steps = List.copyOf(steps);
        otherwise = Figures.finite("the points beyond the last step over " + signal.name(), otherwise);
        if (signal.type() != SignalType.NUMBER && signal.type() != SignalType.WHOLE_NUMBER) {
            throw new IllegalArgumentException("steps need a number but " + signal.name() + " is a "
                    + signal.type().code());
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps over " + signal.name() + " must have at least one step");
        }
        for (int i = 1; i < steps.size(); i++) {
            follows(signal, steps.get(i - 1), steps.get(i));
        }
    }

    private static void follows(Signal signal, Step before, Step step) {
        boolean rising = step.comparison().isUpperLimit();
        if (rising != before.comparison().isUpperLimit()) {
            throw new IllegalArgumentException("steps over " + signal.name() + " must go one way but " + words(before)
                    + " is followed by " + words(step));
        }
        double last = before.comparison().inclusive(before.edge());
        double next = step.comparison().inclusive(step.edge());
        if (rising ? next <= last : next >= last) {
            throw new IllegalArgumentException("steps over " + signal.name() + " overlap: " + words(step)
                    + " never applies after " + words(before));
        }
    }

    private static String words(Step step) {
        return step.comparison().words() + " " + Figures.exact(step.edge());
    }

    @Override
    public <T> T match(
            Function<Line, T> onLine,
            Function<Steps, T> onSteps,
            Function<ByChoice, T> onChoice,
            Function<NamedFormula, T> onFormula) {
        return onSteps.apply(this);
    }

    @Override
    public List<Signal> signals() {
        return List.of(signal);
    }

    @Override
    public double min() {
        return steps.stream().mapToDouble(Step::points).reduce(otherwise, Math::min);
    }

    @Override
    public double max() {
        return steps.stream().mapToDouble(Step::points).reduce(otherwise, Math::max);
    }

    @Override
    public CompiledRule compile(SignalCatalogue catalogue) {
        double direction = steps.get(0).comparison().isUpperLimit() ? 1 : -1;
        double[] edges = steps.stream()
                .mapToDouble(step -> direction * step.comparison().inclusive(step.edge()))
                .toArray();
        double[] points = DoubleStream.concat(steps.stream().mapToDouble(Step::points), DoubleStream.of(otherwise))
                .toArray();
        return new Compiled(catalogue.slot(signal), direction, edges, points);
    }

    /** Falling steps are rising ones on the other side of zero. */
    private static final class Compiled extends CompiledRule {
        private final int slot;
        private final double direction;
        private final double[] edges;
        private final double[] points;

        Compiled(int slot, double direction, double[] edges, double[] points) {
            this.slot = slot;
            this.direction = direction;
            this.edges = edges;
            this.points = points;
        }

        @Override
        double points(SignalSnapshot snapshot) {
            double value = direction * snapshot.at(slot);
            if (Double.isNaN(value)) {
                return Double.NaN;
            }
            int step = 0;
            while (step < edges.length && value > edges[step]) {
                step++;
            }
            return points[step];
        }
    }
}
