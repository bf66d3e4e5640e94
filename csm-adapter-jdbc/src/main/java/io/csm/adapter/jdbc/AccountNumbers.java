package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.domain.account.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The numbers that stand for accounts wherever many rows refer to them. */
final class AccountNumbers {

    private final Map<AccountId, Long> numbers = new HashMap<>();

    private AccountNumbers() {}

    private static final String FIND = """
            select a.account_id, a.account_no
            from unnest(:ids) as asked (account_id)
            join csm.account a on a.account_id = asked.account_id collate "C"
            where a.tenant_id = :tenant
            """;

    /**
     * The numbers of those accounts that are known. The ids are joined, as the server would think for long about the
     * chances of each of ten thousand in a condition.
     */
    static AccountNumbers find(Handle handle, TenantId tenant, Collection<AccountId> accounts) {
        AccountNumbers found = new AccountNumbers();
        handle.createQuery(FIND)
                .bind("tenant", tenant.value())
                .bindByType(
                        "ids",
                        accounts.stream().map(AccountId::value).distinct().toArray(String[]::new),
                        String[].class)
                .map((row, context) ->
                        found.numbers.put(new AccountId(row.getString("account_id")), row.getLong("account_no")))
                .list();
        return found;
    }

    Set<AccountId> known() {
        return numbers.keySet();
    }

    Optional<Long> of(AccountId account) {
        return Optional.ofNullable(numbers.get(account));
    }

    long get(AccountId account) {
        return of(account).orElseThrow(() -> new AccountNotFound(account, "is not known"));
    }
}
