package io.csm.application.change.port;

import io.csm.application.access.TenantId;
import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Accounts that wait to be scored again. */
public interface ChangeRepository {

    /** Notes that something about these accounts became known then; unknown accounts are left out. */
    void mark(TenantId tenant, Collection<AccountId> accounts, Instant at);

    /**
     * Takes the changes that have waited longest off the list, at most that many accounts, each with the earliest of its
     * changes taken. Two who take at once get different changes. Taken inside a unit of work that is undone, they wait again.
     */
    Map<AccountId, Instant> take(TenantId tenant, int accounts);

    /** The tenants in which something ever changed, by id. The one question that is asked across tenants. */
    List<TenantId> listTenants();
}
