package io.csm.application.handoff;

import java.util.Arrays;
import java.util.Locale;

/** How urgent a request is. It is told along and decides nothing. */
public enum Priority {
    NORMAL,
    HIGH,
    URGENT;

    /** How it is written in requests: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The priority of that {@link #code()}. */
    public static Priority ofCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the priority must be normal, high or urgent but was '" + code + "'"));
    }
}
