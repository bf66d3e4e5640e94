package io.csm.domain.alert;

import java.util.Locale;

/** Where an alert stands. */
public enum AlertState {
    /** Waits for somebody. */
    OPEN,
    /** Somebody is at it. */
    ACKNOWLEDGED,
    /** Somebody wants to hear of it again at an instant. */
    SNOOZED,
    /** Over: the condition ended, or somebody said so. */
    RESOLVED;

    /** What is stored and shown: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
