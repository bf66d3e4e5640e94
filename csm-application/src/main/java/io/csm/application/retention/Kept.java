package io.csm.application.retention;

import java.util.Locale;

/** The histories that grow without end, and so are kept for a time. */
public enum Kept {
    /** Scores with the signals they were made from. */
    HEALTH_SCORE,
    EVENT,
    TOUCHPOINT;

    /** What is stored and shown: {@code health_score}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
