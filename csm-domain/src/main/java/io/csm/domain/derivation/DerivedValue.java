package io.csm.domain.derivation;

import io.csm.domain.signal.Figures;
import io.csm.domain.signal.Signal;
import java.time.Instant;
import java.util.Objects;

/**
 * A value that a derivation found.
 *
 * @param signal which
 * @param value as {@link Signal#show} takes it
 * @param observedAt when the newest event or touchpoint that stands behind it occurred; the viewpoint's {@code asOf} for
 *     what is a state of records, and where there is none
 */
public record DerivedValue(Signal signal, double value, Instant observedAt) {

    public DerivedValue {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(observedAt, "observedAt");
        value = Figures.finite(signal.name(), value);
    }
}
