package io.csm.domain.qbr;

import java.util.Arrays;
import java.util.Locale;

/** Why a review is prepared. */
public enum QbrTrigger {
    /** A quarter is over, or somebody wants one. */
    QUARTERLY,
    /** The contract ends soon. */
    CONTRACT_PROXIMITY;

    /** What is stored and shown: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The trigger of that {@link #code()}. */
    public static QbrTrigger ofCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the trigger must be quarterly or contract_proximity but was '" + code + "'"));
    }
}
