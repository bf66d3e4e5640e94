package io.csm.application.account;

import io.csm.application.shared.CsmException;
import io.csm.domain.account.AccountId;

/** There is no such account in the tenant, or none with a score. */
public final class AccountNotFound extends CsmException {

    private final AccountId account;

    public AccountNotFound(AccountId account, String detail) {
        super("account " + account + " " + detail);
        this.account = account;
    }

    public AccountId account() {
        return account;
    }
}
