package io.csm.domain.health;

import io.csm.domain.signal.Figures;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.SignalType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that can hold of an account: a signal is a certain word, or a number within limits. It never holds of a
 * signal that is not tracked.
 *
 * @param signal what is looked at
 * @param is the word it must be; empty for a number
 * @param limits for a number: a lower one, an upper one, or both, in this order
 */
public record Condition(Signal signal, Optional<String> is, List<Limit> limits) {

    /**
     * One limit of a number.
     *
     * @param comparison how the value is held against the edge
     * @param edge a value of the signal
     */
    public record Limit(Comparison comparison, double edge) {
        public Limit {
            edge = Figures.finite("a limit", edge);
        }
    }

    public Condition {
        limits = limits.stream()
                .sorted(Comparator.comparing(limit -> limit.comparison().isUpperLimit()))
                .toList();
        if (is.isPresent() == !limits.isEmpty()) {
            throw new IllegalArgumentException(
                    "a condition on " + signal.name() + " must either name a word or give limits");
        }
        is.ifPresent(word -> isAnOption(signal, word));
        if (is.isEmpty() && signal.type() != SignalType.NUMBER && signal.type() != SignalType.WHOLE_NUMBER) {
            throw new IllegalArgumentException("limits need a number but " + signal.name() + " is a "
                    + signal.type().code());
        }
        if (limits.stream()
                        .map(limit -> limit.comparison().isUpperLimit())
                        .distinct()
                        .count()
                < limits.size()) {
            throw new IllegalArgumentException(
                    "the limits on " + signal.name() + " must be a lower one, an upper one, or one of each");
        }
        if (lowest(limits) > highest(limits)) {
            throw new IllegalArgumentException("the limits on " + signal.name() + " can never hold together");
        }
    }

    private static void isAnOption(Signal signal, String word) {
        if (signal.options().isEmpty()) {
            throw new IllegalArgumentException("a condition on " + signal.name() + " must give limits, for it is a "
                    + signal.type().code());
        }
        try {
            signal.fromText(word);
        } catch (InvalidSignal invalid) {
            throw new IllegalArgumentException("condition: " + invalid.getMessage(), invalid);
        }
    }

    /** Whether it holds of the account. */
    public boolean holds(SignalSnapshot snapshot) {
        double value = snapshot.value(signal).orElse(Double.NaN);
        return value >= low() && value <= high();
    }

    /** The least value for which it holds, as values travel. */
    double low() {
        return is.map(signal::fromText).orElseGet(() -> lowest(limits));
    }

    /** The largest value for which it holds, as values travel. */
    double high() {
        return is.map(signal::fromText).orElseGet(() -> highest(limits));
    }

    private static double lowest(List<Limit> limits) {
        return limits.stream()
                .filter(limit -> !limit.comparison().isUpperLimit())
                .mapToDouble(limit -> limit.comparison().inclusive(limit.edge()))
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static double highest(List<Limit> limits) {
        return limits.stream()
                .filter(limit -> limit.comparison().isUpperLimit())
                .mapToDouble(limit -> limit.comparison().inclusive(limit.edge()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The condition in words, such as {@code TAM health is RED}. */
    public String words() {
        List<String> parts = new ArrayList<>();
        is.ifPresent(parts::add);
        limits.forEach(limit -> parts.add(limit.comparison().words() + " " + Figures.show(limit.edge())));
        return signal.label() + " is " + String.join(" and ", parts);
    }
}
