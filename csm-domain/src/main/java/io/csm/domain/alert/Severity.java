package io.csm.domain.alert;

import java.util.Locale;

/** How urgent an alert is, the mildest first. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Somebody should look at it this week. */
    WARNING,
    /** Somebody should look at it today. */
    CRITICAL;

    /** What is stored and shown: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isWorseThan(Severity other) {
        return compareTo(other) > 0;
    }
}
