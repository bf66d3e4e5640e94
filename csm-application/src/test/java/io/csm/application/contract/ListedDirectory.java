package io.csm.application.contract;

import io.csm.application.directory.DirectoryAccount;
import io.csm.application.directory.port.AccountDirectory;
import io.csm.application.directory.port.DirectoryUnavailable;
import io.csm.domain.account.AccountId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A workspace whose accounts are in a list; it counts who looks for one. */
public final class ListedDirectory implements AccountDirectory {

    private final List<DirectoryAccount> accounts = new ArrayList<>();
    private int looks;
    private boolean down;

    /** An account of which nothing but the id stands there. */
    public ListedDirectory add(String id) {
        return add(id, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ListedDirectory add(
            String id, Optional<String> tamHealth, Optional<String> sentiment, Optional<LocalDate> contractEnd) {
        accounts.add(new DirectoryAccount(
                "page of " + id, new AccountId(id), "Name of " + id, tamHealth, sentiment, contractEnd));
        return this;
    }

    /** Nobody gets an answer any more. */
    public void goDown() {
        down = true;
    }

    /** How many times somebody looked for one account. */
    public int looks() {
        return looks;
    }

    @Override
    public Optional<DirectoryAccount> find(AccountId account) {
        looks++;
        refuseWhenDown();
        return accounts.stream().filter(each -> each.account().equals(account)).findFirst();
    }

    @Override
    public void forEachAccount(Consumer<DirectoryAccount> consumer) {
        accounts.forEach(consumer);
        refuseWhenDown();
    }

    private void refuseWhenDown() {
        if (down) {
            throw new DirectoryUnavailable("the workspace does not answer", Optional.empty());
        }
    }
}
