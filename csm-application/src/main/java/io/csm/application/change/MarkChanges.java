package io.csm.application.change;

import io.csm.application.access.TenantId;
import io.csm.application.change.port.ChangeRepository;
import io.csm.domain.account.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;

/**
 * Notes which accounts have to be scored again. A change waits from the moment at which it came in, whatever day an import
 * says that it speaks of.
 */
public final class MarkChanges {

    private final ChangeRepository changes;
    private final Clock clock;

    public MarkChanges(ChangeRepository changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Notes them inside the unit of work that stores the news. */
    public void mark(TenantId tenant, Collection<AccountId> accounts, Instant receivedAt) {
        Instant now = clock.instant();
        changes.mark(tenant, accounts, receivedAt.isAfter(now) ? receivedAt : now);
    }
}
