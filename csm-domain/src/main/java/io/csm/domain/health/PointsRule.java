package io.csm.domain.health;

import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import java.util.List;
import java.util.function.Function;

/**
 * Turns the value of one or several signals into points. There are four: a straight {@link Line}, {@link Steps},
 * {@link ByChoice}, and a {@link NamedFormula}.
 */
public sealed interface PointsRule permits Line, Steps, ByChoice, NamedFormula {

    /** What the function for this kind of rule says. */
    <T> T match(
            Function<Line, T> onLine,
            Function<Steps, T> onSteps,
            Function<ByChoice, T> onChoice,
            Function<NamedFormula, T> onFormula);

    /** The signals it reads, at least one. */
    List<Signal> signals();

    /** The fewest points it gives. */
    double min();

    /** The most points it gives. */
    double max();

    /** The rule in the form that scoring runs. */
    CompiledRule compile(SignalCatalogue catalogue);
}
