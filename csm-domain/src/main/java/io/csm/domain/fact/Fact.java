package io.csm.domain.fact;

import io.csm.domain.account.AccountId;

/** Something that another system reports about an account, under an id of that system. */
public sealed interface Fact permits Contact, Invoice, Subscription, Terms, Ticket, Touchpoint {

    AccountId account();

    FactId id();

    FactKind kind();
}
