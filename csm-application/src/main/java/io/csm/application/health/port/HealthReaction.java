package io.csm.application.health.port;

import io.csm.application.access.TenantId;
import io.csm.domain.churn.AccountHealth;
import java.util.List;

/**
 * Reacts to health that has just been stored, inside the unit of work that stored it: what it writes is kept along with
 * the scores, or undone with them. The same health may be handed over twice, when a scan is resumed.
 */
@FunctionalInterface
public interface HealthReaction {

    /** Reacts; tells how many alerts were raised because of it. */
    int stored(TenantId tenant, List<AccountHealth> stored);

    /** Nobody reacts. */
    static HealthReaction none() {
        return (tenant, stored) -> 0;
    }
}
