package io.csm.domain.expansion;

import java.util.Arrays;
import java.util.Locale;

/** How sure one is of an opportunity, the least sure first. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    /** What is stored and shown: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The confidence of that {@link #code()}. */
    public static Confidence ofCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("confidence must be low, medium or high but was '" + code + "'"));
    }
}
