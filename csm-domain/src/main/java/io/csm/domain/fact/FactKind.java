package io.csm.domain.fact;

import java.util.Locale;

/** The kinds of facts; each is kept in a table of its own. */
public enum FactKind {
    TERMS,
    CONTACT,
    SUBSCRIPTION,
    INVOICE,
    TICKET,
    TOUCHPOINT;

    /** The word in files and columns, such as {@code ticket}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
