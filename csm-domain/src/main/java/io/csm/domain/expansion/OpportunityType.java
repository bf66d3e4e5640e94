package io.csm.domain.expansion;

import java.util.Arrays;
import java.util.Locale;

/** What an account could buy more of. */
public enum OpportunityType {
    /** More seats of what it has. */
    SEATS,
    /** A module that it does not own. */
    MODULE,
    /** A connection to another system that it asks for. */
    INTEGRATION;

    /** What is stored and shown: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that {@link #code()}. */
    public static OpportunityType ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "an opportunity must be of type seats, module or integration but was '" + code + "'"));
    }
}
