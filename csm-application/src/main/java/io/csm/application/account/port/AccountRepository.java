package io.csm.application.account.port;

import io.csm.application.access.TenantId;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The accounts of a tenant, by id. */
public interface AccountRepository {

    /** Stores the accounts, replacing what was known of each. */
    void saveAll(TenantId tenant, Collection<Account> accounts);

    /** Those of these accounts that are known, in any order. */
    List<Account> findAll(TenantId tenant, Collection<AccountId> accounts);

    Optional<Account> find(TenantId tenant, AccountId account);

    /** At most {@code limit} accounts whose id or name begins with the text, ignoring case, by id. */
    List<Account> listStartingWith(TenantId tenant, String text, int limit);

    /** How many accounts there are. */
    long count(TenantId tenant);
}
