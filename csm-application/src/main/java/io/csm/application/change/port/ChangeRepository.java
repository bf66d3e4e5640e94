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
     * Takes the changes that have waited longest off the list: those of at most that many accounts, and none that is
     * later than {@code until}. Each account comes with the earliest of its changes taken. Taken inside a unit of work
     * that is undone, they wait again; while that unit is open whoever else takes waits or gets none, so that nobody
     * works on an account of which somebody else holds a change.
     */
    Map<AccountId, Instant> take(TenantId tenant, int accounts, Instant until);

    /**
     * The tenants in which something ever changed, a scan was stored or a delivery was to go out, by id. The one question
     * that is asked across tenants.
     */
    List<TenantId> listTenants();
}
