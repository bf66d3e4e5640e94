package io.csm.application.expansion.port;

import io.csm.application.access.TenantId;
import io.csm.domain.account.AccountId;
import io.csm.domain.expansion.Opportunity;
import java.util.Collection;
import java.util.List;

/** The opportunities of a tenant, one for each account, type and quarter. */
public interface OpportunityRepository {

    /**
     * Adds opportunities; one whose account, type and quarter are there already is left as it is. Tells which were added,
     * in the order in which they were handed over.
     *
     * @throws io.csm.application.account.AccountNotFound when one is at an account that is not known; none is added
     */
    List<Opportunity> append(TenantId tenant, Collection<Opportunity> opportunities);

    /** Those of the account, of the latest quarter first, then by type. */
    List<Opportunity> listOf(TenantId tenant, AccountId account);

    /** At most that many, of the latest quarter first, then the highest confidence, then by account and type. */
    List<Opportunity> listLatest(TenantId tenant, int limit);
}
