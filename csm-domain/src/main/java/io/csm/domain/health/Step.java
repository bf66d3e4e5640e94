package io.csm.domain.health;

import io.csm.domain.signal.Figures;

/**
 * One step of {@link Steps}: so many points while the signal stands so to the edge.
 *
 * @param comparison how the value is held against the edge
 * @param edge a value of the signal
 * @param points what the step gives
 */
public record Step(Comparison comparison, double edge, double points) {

    public Step {
        edge = Figures.finite("the edge of a step", edge);
        points = Figures.finite("the points of a step", points);
    }
}
