package io.csm.app.imports;

import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A field of a target.
 *
 * @param name as files and mappings call it
 * @param kind what its values are
 * @param required whether a row without it is refused
 * @param words what a {@link Kind#WORD} may be
 */
record TargetField(String name, Kind kind, boolean required, List<String> words) {

    enum Kind {
        TEXT,
        LIST,
        WORD,
        FLAG,
        WHOLE,
        AMOUNT,
        DAY,
        INSTANT,
        /** A signal, by whose own rules it is judged. */
        SIGNAL;

        boolean isTime() {
            return this == DAY || this == INSTANT;
        }

        boolean isNumber() {
            return this == WHOLE || this == AMOUNT || this == SIGNAL;
        }
    }

    static TargetField required(String name, Kind kind) {
        return new TargetField(name, kind, true, List.of());
    }

    static TargetField optional(String name, Kind kind) {
        return new TargetField(name, kind, false, List.of());
    }

    static TargetField oneOf(String name, boolean required, List<String> words) {
        return new TargetField(name, Kind.WORD, required, words);
    }

    /** A signal, which judges its values itself. */
    static TargetField ofSignal(Signal signal) {
        return new TargetField(
                signal.name(),
                signal.type() == SignalType.CHOICE ? Kind.WORD : Kind.SIGNAL,
                false,
                signal.type() == SignalType.CHOICE ? signal.options() : List.of());
    }

    /** The rule that a value of this field breaks whatever the row; empty when it may be right. */
    Optional<String> fault(String value) {
        return switch (kind) {
            case WORD -> words.contains(value) ? Optional.empty() : Optional.of("must be one of its words");
            case FLAG ->
                Set.of("true", "false", "yes", "no").contains(value.toLowerCase(Locale.ROOT))
                        ? Optional.empty()
                        : Optional.of("must be true or false");
            case WHOLE -> value.matches("-?[0-9]{1,9}") ? Optional.empty() : Optional.of("must be a whole number");
            case TEXT, LIST, AMOUNT, DAY, INSTANT, SIGNAL -> Optional.empty();
        };
    }
}
