package io.csm.domain.adoption;

import java.util.Objects;

/**
 * How much an account uses a feature.
 *
 * @param feature its name
 * @param uses in the 30 days up to the report
 * @param usesBefore in the 30 days before those
 * @param peers how many of the similar accounts use it; 0 when that is not known
 */
public record FeatureUse(String feature, long uses, long usesBefore, int peers) {

    public FeatureUse {
        Objects.requireNonNull(feature, "feature");
    }
}
