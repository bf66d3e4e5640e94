package io.csm.domain.health;

import io.csm.domain.signal.Figures;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.SignalType;
import java.util.List;
import java.util.function.Function;

/**
 * A straight line between two points and flat outside them: {@code pointsAt(from)} at {@code from},
 * {@code pointsAt(to)} at {@code to}.
 *
 * @param signal a number or whole number
 * @param from the smaller value of the signal
 * @param pointsAtFrom points there and below
 * @param to the larger value of the signal
 * @param pointsAtTo points there and above
 */
public record Line(Signal signal, double from, double pointsAtFrom, double to, double pointsAtTo)
        implements PointsRule {

    public Line {
        if (signal.type() != SignalType.NUMBER && signal.type() != SignalType.WHOLE_NUMBER) {
            throw new IllegalArgumentException("a line needs a number but " + signal.name() + " is a "
                    + signal.type().code());
        }
        from = Figures.finite("the lower end of a line over " + signal.name(), from);
        to = Figures.finite("the upper end of a line over " + signal.name(), to);
        pointsAtFrom = Figures.finite("the points of a line over " + signal.name(), pointsAtFrom);
        pointsAtTo = Figures.finite("the points of a line over " + signal.name(), pointsAtTo);
        if (!(from < to && Double.isFinite(to - from))) {
            throw new IllegalArgumentException(
                    "a line over " + signal.name() + " must go from a smaller to a larger value but goes from "
                            + Figures.exact(from) + " to " + Figures.show(to));
        }
    }

    @Override
    public <T> T match(
            Function<Line, T> onLine,
            Function<Steps, T> onSteps,
            Function<ByChoice, T> onChoice,
            Function<NamedFormula, T> onFormula) {
        return onLine.apply(this);
    }

    @Override
    public List<Signal> signals() {
        return List.of(signal);
    }

    @Override
    public double min() {
        return Math.min(pointsAtFrom, pointsAtTo);
    }

    @Override
    public double max() {
        return Math.max(pointsAtFrom, pointsAtTo);
    }

    @Override
    public CompiledRule compile(SignalCatalogue catalogue) {
        return new Compiled(catalogue.slot(signal), this);
    }

    private static final class Compiled extends CompiledRule {
        private final int slot;
        private final double from;
        private final double to;
        private final double pointsAtFrom;
        private final double slope;

        Compiled(int slot, Line line) {
            this.slot = slot;
            from = line.from;
            to = line.to;
            pointsAtFrom = line.pointsAtFrom;
            slope = (line.pointsAtTo - line.pointsAtFrom) / (line.to - line.from);
        }

        @Override
        double points(SignalSnapshot snapshot) {
            double value = snapshot.at(slot);
            double inside = value < from ? from : value > to ? to : value; // NaN stays NaN
            return pointsAtFrom + (inside - from) * slope;
        }
    }
}
