package io.csm.domain.health;

/**
 * One step of {@link Steps}: so many points while the signal stands so to the edge.
 *
 * @param comparison how the value is held against the edge
 * @param edge a value of the signal
 * @param points what the step gives
 */
public record Step(Comparison comparison, double edge, double points) {

    public Step {
        if (Double.isNaN(edge)) {
            throw new IllegalArgumentException("the edge of a step must be a number but was NaN");
        }
    }
}
