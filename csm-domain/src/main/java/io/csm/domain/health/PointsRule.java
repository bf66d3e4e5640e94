package io.csm.domain.health;

import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import java.util.List;

/**
 * Turns the value of one or several signals into points. There are four: a straight {@link Line}, {@link Steps},
 * {@link ByChoice}, and a {@link NamedFormula}.
 */
public sealed interface PointsRule permits Line, Steps, ByChoice, NamedFormula {

    /** The signals it reads, at least one. */
    List<Signal> signals();

    /** The fewest points it gives. */
    double min();

    /** The most points it gives. */
    double max();

    /** The rule in the form that scoring runs. */
    CompiledRule compile(SignalCatalogue catalogue);
}
