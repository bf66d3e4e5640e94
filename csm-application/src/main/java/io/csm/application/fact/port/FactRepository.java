package io.csm.application.fact.port;

import io.csm.application.access.TenantId;
import io.csm.domain.account.AccountId;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.fact.Fact;
import io.csm.domain.fact.Viewpoint;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Facts about accounts, with every version of each and when it became known. */
public interface FactRepository {

    /**
     * What became of reported facts.
     *
     * @param stored how many said something new
     * @param unchanged how many said what was known
     * @param changed the accounts of those stored, and where one went from one account to another, both
     * @param unknown accounts that are not known; nothing was stored of their facts
     */
    record Appended(int stored, int unchanged, Set<AccountId> changed, Set<AccountId> unknown) {}

    /**
     * Adds a version of each fact, known from that instant until the next version of the same kind and id. A version
     * that says what its predecessor says is not added; one of the same instant replaces it. Versions may be added
     * in any order of time. Of two facts with one id in the same call the last counts.
     */
    Appended append(TenantId tenant, Collection<? extends Fact> facts, Instant receivedAt);

    /**
     * All that is known of the account from there.
     *
     * @throws io.csm.application.account.AccountNotFound when there is no such account
     */
    AccountFacts find(TenantId tenant, AccountId account, Viewpoint viewpoint);
}
