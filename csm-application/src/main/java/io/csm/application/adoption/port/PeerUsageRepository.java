package io.csm.application.adoption.port;

import io.csm.application.access.TenantId;
import io.csm.domain.account.AccountId;
import io.csm.domain.adoption.PeerUsage;
import java.time.Instant;

/** What the customers on one plan use. */
public interface PeerUsageRepository {

    /**
     * What other customers on that plan used in the 30 days up to that instant, and the {@linkplain PeerUsage#rate feature
     * adoption rates} of their latest scores not after it. Accounts that churned by then are left out; one that is marked as
     * churned without a day counts as long as it pays.
     */
    PeerUsage find(TenantId tenant, String plan, AccountId except, Instant asOf);
}
