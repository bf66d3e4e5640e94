package io.csm.domain.derivation;

import io.csm.domain.signal.Signal;
import java.util.List;
import java.util.Optional;

/** The derivations of the signals that ship with CSM, one for each, in the order of their catalogue. */
public final class StandardDerivations {

    public static final List<Derivation> ALL = List.of(
            UsageDerivations.FEATURE_ADOPTION_RATE,
            UsageDerivations.USAGE_TREND,
            UsageDerivations.LOGIN_FREQUENCY_DAYS,
            PeopleDerivations.SEATS_UTILIZATION_RATE,
            PeopleDerivations.ACTIVE_USER_RATE,
            UsageDerivations.FEATURE_BREADTH,
            UsageDerivations.USAGE_DEPTH,
            UsageDerivations.USAGE_FREQUENCY,
            UsageDerivations.USAGE_DEPTH_RATE);

    private StandardDerivations() {}

    /** Every value that can be derived, in that order; a signal without one is not tracked. */
    public static List<DerivedValue> derive(AccountFacts facts) {
        History history = new History(facts);
        return ALL.stream()
                .flatMap(derivation -> derivation.derive(history).stream())
                .toList();
    }

    /** How that signal is derived; empty when it is not one of those that ship. */
    public static Optional<Derivation> find(Signal signal) {
        return ALL.stream()
                .filter(derivation -> derivation.signal().equals(signal))
                .findFirst();
    }
}
