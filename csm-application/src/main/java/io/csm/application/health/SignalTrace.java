package io.csm.application.health;

import io.csm.domain.derivation.Evidence;
import io.csm.domain.signal.Signal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a derived value of a score comes from.
 *
 * @param signal which
 * @param sum how the facts make the value, such as {@code 3 distinct features in 30 days of 40 in the plan}
 * @param facts what it was derived from, the newest first
 * @param reproduced whether these facts still give the value; if not, some of them are no longer kept
 * @param revised what the value would be with what has become known since, as a file holds it; empty: the same
 */
public record SignalTrace(
        Signal signal, String sum, List<Evidence> facts, boolean reproduced, Optional<String> revised) {

    public SignalTrace {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(sum, "sum");
        facts = List.copyOf(facts);
        Objects.requireNonNull(revised, "revised");
    }
}
