package io.csm.domain.health.document;

import io.csm.domain.health.document.DocumentNode.Mapping;
import io.csm.domain.health.document.DocumentNode.Scalar;
import io.csm.domain.health.document.DocumentNode.Sequence;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalType;

/** Writes a signal that a scorecard brings along. */
final class SignalWriter {

    private SignalWriter() {}

    static Mapping write(Signal signal) {
        MappingBuilder written = new MappingBuilder()
                .with("name", signal.name())
                .with("type", signal.type().code());
        switch (signal.type()) {
            case NUMBER -> range(written, signal, Double.MAX_VALUE);
            case WHOLE_NUMBER -> range(written, signal, Integer.MAX_VALUE);
            case CHOICE -> written.with("options", options(signal));
            case YES_NO, DATE -> {}
        }
        if (!signal.label().equals(signal.name().replace('_', ' '))) {
            written.with("label", signal.label());
        }
        signal.whenAbsent().ifPresent(value -> written.with("assumed_to_be", assumed(signal, value)));
        return written.build();
    }

    private static void range(MappingBuilder written, Signal signal, double largest) {
        if (signal.min() != -largest) {
            written.with("min", signal.min());
        }
        if (signal.max() != largest) {
            written.with("max", signal.max());
        }
    }

    private static Sequence options(Signal signal) {
        return new Sequence(
                signal.options().stream().<DocumentNode>map(Scalar::text).toList(), Location.UNKNOWN);
    }

    private static Scalar assumed(Signal signal, double value) {
        boolean isNumber = signal.type() == SignalType.NUMBER || signal.type() == SignalType.WHOLE_NUMBER;
        return isNumber ? Scalar.number(value) : Scalar.text(signal.show(value));
    }
}
