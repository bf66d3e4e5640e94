package io.csm.app.cli;

import io.csm.application.access.TenantId;
import io.csm.application.account.port.AccountRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.signal.SimilarNames;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds the accounts that somebody who mistyped an id may have meant. */
final class SimilarAccounts {

    private static final int MOST = 3;
    private static final int LOOKED_AT = 500;

    private final AccountRepository accounts;
    private final TenantId tenant;

    SimilarAccounts(AccountRepository accounts, TenantId tenant) {
        this.accounts = accounts;
        this.tenant = tenant;
    }

    /** What to do next, to follow a sentence that names the missing account. */
    String hint(AccountId missing) {
        if (accounts.find(tenant, missing).isPresent()) {
            return "";
        }
        if (accounts.count(tenant) == 0) {
            return ": tenant " + tenant + " has no accounts yet; 'csm scan --signals FILE --store' brings some in";
        }
        Collection<String> near = near(missing.value());
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    private Collection<String> near(String id) {
        List<Account> startingLikeIt = accounts.listStartingWith(tenant, id, MOST);
        if (!startingLikeIt.isEmpty()) {
            return ids(startingLikeIt);
        }
        for (int length = id.length() - 1; length > 0; length = length / 2) {
            Collection<String> near = near(id, id.substring(0, length));
            if (!near.isEmpty()) {
                return near;
            }
        }
        return List.of();
    }

    private Collection<String> near(String id, String start) {
        Map<String, String> idsByLowerCase = new TreeMap<>();
        ids(accounts.listStartingWith(tenant, start, LOOKED_AT))
                .forEach(known -> idsByLowerCase.put(known.toLowerCase(Locale.ROOT), known));
        return SimilarNames.near(id.toLowerCase(Locale.ROOT), idsByLowerCase.keySet()).stream()
                .map(idsByLowerCase::get)
                .toList();
    }

    private static List<String> ids(List<Account> accounts) {
        return accounts.stream().map(account -> account.id().value()).toList();
    }
}
