package io.csm.domain.derivation;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a rule finds: a value with its sum in words and the facts behind it, or why there is no value. Only the value is
 * worked out at once; the rest waits until somebody asks.
 */
record Finding(OptionalDouble value, Supplier<String> sum, Supplier<Stream<Evidence>> evidence) {

    static Finding of(double value, Supplier<String> sum, Supplier<Stream<Evidence>> evidence) {
        return new Finding(OptionalDouble.of(value), sum, evidence);
    }

    static Finding whole(long value, Supplier<String> sum, Supplier<Stream<Evidence>> evidence) {
        return of((double) value, sum, evidence);
    }

    static Finding notTracked(String reason) {
        return new Finding(OptionalDouble.empty(), () -> "not tracked: " + reason, Stream::empty);
    }
}
