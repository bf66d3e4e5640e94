package io.csm.domain.churn;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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

    /** The rules that it stands for, one by one. */
    Set<ChurnTrigger> rules() {
        return this == BOTH ? EnumSet.of(CONTRACT_PROXIMITY, BEHAVIORAL) : EnumSet.of(this);
    }
}
