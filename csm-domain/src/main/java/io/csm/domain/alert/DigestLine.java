package io.csm.domain.alert;

import io.csm.domain.account.Account;
import java.util.Objects;

/** One alert in a digest, and the account that it is about. */
public record DigestLine(Notice notice, Account account) {

    public DigestLine {
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(account, "account");
    }

    public Alert alert() {
        return notice.alert();
    }

    Severity severity() {
        return alert().concern().severity();
    }
}
