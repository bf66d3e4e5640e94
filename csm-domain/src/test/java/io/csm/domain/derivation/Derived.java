package io.csm.domain.derivation;

import io.csm.domain.signal.Figures;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalType;
import io.csm.domain.signal.StandardSignals;

/** What is derived, as a table shows it. */
final class Derived {

    private static final int DECIMALS = 4;

    private Derived() {}

    static Derivation derivation(Signal signal) {
        return StandardDerivations.find(signal).orElseThrow();
    }

    /** The value, a real number to four decimals; {@code -} when it is not tracked. */
    static String shown(Signal signal, AccountFacts facts) {
        return derivation(signal)
                .derive(facts)
                .map(derived -> signal.type() == SignalType.NUMBER
                        ? Figures.show(derived.value(), DECIMALS)
                        : signal.show(derived.value()))
                .orElse("-");
    }

    static String shown(String signal, AccountFacts facts) {
        return shown(StandardSignals.CATALOGUE.get(signal), facts);
    }
}
