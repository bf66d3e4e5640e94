package io.csm.domain.alert;

import io.csm.domain.account.Account;
import java.util.Objects;

/** One alert in a digest, and the account that it is about. */
public record DigestLine(Alert alert, Account account) {

    public DigestLine {
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(account, "account");
    }
}
