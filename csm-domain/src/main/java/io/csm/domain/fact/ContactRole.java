package io.csm.domain.fact;

import java.util.Locale;

/** What a contact is to us. */
public enum ContactRole {
    /** Speaks for us inside the account. */
    CHAMPION,
    /** Decides on the budget. */
    EXECUTIVE_SPONSOR,
    USER,
    BILLING;

    /** The word in files and columns, such as {@code executive_sponsor}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Champions and sponsors: those whose engagement counts. */
    public boolean isStakeholder() {
        return this == CHAMPION || this == EXECUTIVE_SPONSOR;
    }
}
