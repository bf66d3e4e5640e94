package io.csm.domain.fact;

import java.util.Locale;

/** How long a subscription runs before it is renewed. */
public enum Term {
    /** Goes on month by month: it has no renewal that anybody decides about. */
    MONTHLY,
    /** Renews each year on the day on which it started. */
    ANNUAL;

    /** The word in files and columns, such as {@code annual}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
