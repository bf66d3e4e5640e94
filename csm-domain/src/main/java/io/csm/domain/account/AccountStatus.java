package io.csm.domain.account;

import java.util.Locale;

/** Where an account stands with the vendor. */
public enum AccountStatus {
    /** A paying customer. */
    ACTIVE,
    /** Known, but without a running contract. */
    INACTIVE,
    /** Left; the account carries the date and, where it is known, the reason. */
    CHURNED;

    /** What is stored and shown: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
