package io.csm.domain.qbr;

import java.util.Objects;
import java.util.Optional;

/**
 * One figure of a review.
 *
 * @param name what it counts, for people: {@code active users}
 * @param value as it is shown: {@code 118 of 140 seats}
 * @param before the same for the quarter before; empty when it is not known
 * @param source where it comes from, in half a sentence
 */
public record Metric(String name, String value, Optional<String> before, String source) {

    public Metric {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(source, "source");
        if (name.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("a metric must have a name and a value");
        }
    }
}
