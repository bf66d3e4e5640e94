package io.csm.domain.churn;

import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.util.Map;
import java.util.TreeMap;

/**
 * The health of an account as it is and as it would be with other signals; nothing is stored.
 *
 * @param before as it is
 * @param after as it would be
 */
public record WhatIf(AccountHealth before, AccountHealth after) {

    private static final String NOT_TRACKED = "";

    /**
     * Scores the account with some signals changed.
     *
     * @param changes the new value by signal name, as a file would hold it; an empty text means not tracked
     * @throws InvalidSignal when a signal is unknown or refuses its value
     */
    public static WhatIf of(HealthPolicy policy, SignalSnapshot snapshot, Map<String, String> changes) {
        return new WhatIf(policy.assess(snapshot), policy.assess(changed(policy, snapshot, changes)));
    }

    private static SignalSnapshot changed(HealthPolicy policy, SignalSnapshot snapshot, Map<String, String> changes) {
        SignalSnapshot.Builder builder =
                snapshot.in(policy.scorecard().catalogue()).changed(snapshot.takenAt());
        new TreeMap<>(changes).forEach((name, text) -> {
            Signal signal = signal(policy, name, snapshot);
            if (text.equals(NOT_TRACKED)) {
                builder.observed(signal, Double.NaN, snapshot.origin(signal).orElseGet(() -> whatIf(snapshot)));
            } else {
                builder.observed(signal, valueOf(signal, text, snapshot), whatIf(snapshot));
            }
        });
        return builder.build();
    }

    private static Signal signal(HealthPolicy policy, String name, SignalSnapshot snapshot) {
        try {
            return policy.scorecard().catalogue().get(name);
        } catch (InvalidSignal unknown) {
            throw unknown.of(snapshot.account());
        }
    }

    private static double valueOf(Signal signal, String text, SignalSnapshot snapshot) {
        try {
            return signal.fromText(text);
        } catch (InvalidSignal invalid) {
            throw invalid.of(snapshot.account());
        }
    }

    private static SignalOrigin whatIf(SignalSnapshot snapshot) {
        return new SignalOrigin("what-if", snapshot.takenAt());
    }

    /** The points that would be gained, or lost when negative. */
    public double gain() {
        return after.score().value() - before.score().value();
    }
}
