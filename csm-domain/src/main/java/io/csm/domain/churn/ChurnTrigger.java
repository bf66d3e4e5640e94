package io.csm.domain.churn;

import java.util.Locale;

/** Which churn rules fired. */
public enum ChurnTrigger {
    /** The contract ends soon and the account is not well. */
    CONTRACT_PROXIMITY,
    /** People use it less and less. */
    BEHAVIORAL,
    /** Both of them. */
    BOTH;

    /** What is stored and shown: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
