package io.csm.app.imports;

import java.util.List;

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
}
