package io.csm.domain.alert;

import java.util.Arrays;
import java.util.Locale;

/** What an alert is about. */
public enum AlertType {
    /** The account is RED, or its churn risk is high or critical. */
    CHURN_RISK,
    /** The score fell by more than its scorecard tolerates. */
    SCORE_DIP,
    /** The contract renews within the churn window. */
    RENEWAL;

    /** What is stored and shown: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that {@link #code()}. */
    public static AlertType ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no alert type '" + code + "'"));
    }
}
