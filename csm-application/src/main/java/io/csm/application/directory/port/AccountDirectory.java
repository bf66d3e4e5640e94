package io.csm.application.directory.port;

import io.csm.application.directory.DirectoryAccount;
import io.csm.domain.account.AccountId;
import java.util.Optional;
import java.util.function.Consumer;

/** The accounts that the team keeps in its workspace. */
public interface AccountDirectory {

    /**
     * The account of that id; empty when there is none.
     *
     * @throws DirectoryUnavailable when nobody can tell
     */
    Optional<DirectoryAccount> find(AccountId account);

    /**
     * Hands over every account that is not inactive, page by page, so that memory does not depend on how many.
     *
     * @throws DirectoryUnavailable when the directory does not answer; what was handed over before stands
     */
    void forEachAccount(Consumer<DirectoryAccount> consumer);
}
