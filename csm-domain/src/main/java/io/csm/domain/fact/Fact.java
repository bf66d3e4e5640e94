package io.csm.domain.fact;

import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Something that another system reports about an account, under an id of that system. */
public sealed interface Fact permits Contact, Invoice, Subscription, Terms, Ticket, Touchpoint {

    AccountId account();

    FactId id();

    FactKind kind();

    /** When what it tells of happened or began; empty where it only tells how things are. */
    Optional<Instant> begins();
}
