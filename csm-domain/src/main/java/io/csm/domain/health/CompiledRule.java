package io.csm.domain.health;

import io.csm.domain.signal.SignalSnapshot;

/** A {@link PointsRule} bound to the slots of one catalogue: arithmetic and nothing else. */
public abstract class CompiledRule {

    CompiledRule() {}

    /** The points, or {@code NaN} when a signal that the rule reads is not tracked. */
    abstract double points(SignalSnapshot snapshot);
}
