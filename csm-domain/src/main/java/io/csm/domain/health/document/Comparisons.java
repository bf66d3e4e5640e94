package io.csm.domain.health.document;

import io.csm.domain.health.Comparison;
import java.util.Arrays;
import java.util.List;

/** The four words with which a number is held against an edge. */
final class Comparisons {

    static final List<String> CODES =
            Arrays.stream(Comparison.values()).map(Comparison::code).toList();

    private Comparisons() {}

    static Comparison of(String code) {
        return Arrays.stream(Comparison.values())
                .filter(comparison -> comparison.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no comparison is called '" + code + "'"));
    }
}
