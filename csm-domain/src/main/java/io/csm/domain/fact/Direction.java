package io.csm.domain.fact;

import java.util.Locale;

/** Who spoke in a touchpoint. */
public enum Direction {
    /** Both sides: a call, a meeting, a thread with an answer. */
    TWO_WAY,
    /** We did: an e-mail, a message left. */
    OUTBOUND,
    /** They did. */
    INBOUND;

    /** The word in files and columns, such as {@code two_way}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
