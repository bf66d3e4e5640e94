package io.csm.application.qbr.port;

import io.csm.application.access.TenantId;
import io.csm.domain.account.AccountId;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.util.List;
import java.util.Optional;

/** The reviews of a tenant, one for each account, period and trigger. */
public interface QbrRepository {

    /**
     * Stores the review, replacing that of the same account, period and trigger.
     *
     * @throws io.csm.application.account.AccountNotFound when the account is not known
     */
    void save(TenantId tenant, Qbr qbr);

    Optional<Qbr> find(TenantId tenant, AccountId account, Quarter period, QbrTrigger trigger);

    /** At most that many, those generated last first, then by account, period and trigger. */
    List<Qbr> listLatest(TenantId tenant, int limit);
}
