package io.csm.application.expansion.port;

import io.csm.application.access.TenantId;
import io.csm.domain.account.AccountId;
import io.csm.domain.expansion.Opportunity;
import java.util.Collection;
import java.util.List;

/** The opportunities of a tenant, one for each account, type and quarter. */
public interface OpportunityRepository {

    /**
     * Adds opportunities. Where one of the same account, type and quarter is there already, it is left as it is, unless it
     * is of low confidence and the new one is not: then the new one {@linkplain Opportunity#replaces takes its place} and
     * counts as added. Of two alike in one call the first counts. Tells which were added, in the order in which they were
     * handed over.
     *
     * @throws io.csm.application.account.AccountNotFound when one is at an account that is not known; none is added
     */
    List<Opportunity> append(TenantId tenant, Collection<Opportunity> opportunities);

    /** Those of the account, of the latest quarter first, then by type. */
    List<Opportunity> listOf(TenantId tenant, AccountId account);

    /** At most that many, of the latest quarter first, then the highest confidence, then by account and type. */
    List<Opportunity> listLatest(TenantId tenant, int limit);
}
