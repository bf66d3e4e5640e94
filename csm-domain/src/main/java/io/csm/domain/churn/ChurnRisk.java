package io.csm.domain.churn;

import java.util.Locale;

/** How likely an account is to leave, the worst first. */
public enum ChurnRisk {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    /** What is stored and shown: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
