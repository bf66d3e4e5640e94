package io.csm.application.brief;

import io.csm.application.access.Actor;
import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.application.account.port.AccountRepository;
import io.csm.application.fact.port.FactRepository;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.user.port.UserRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.user.User;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Puts together what is known of one account, and of no other. */
public final class BriefAccount {

    private final AccountRepository accounts;
    private final HealthScoreRepository scores;
    private final FactRepository facts;
    private final UserRepository users;
    private final Clock clock;

    public BriefAccount(
            AccountRepository accounts,
            HealthScoreRepository scores,
            FactRepository facts,
            UserRepository users,
            Clock clock) {
        this.accounts = accounts;
        this.scores = scores;
        this.facts = facts;
        this.users = users;
        this.clock = clock;
    }

    /**
     * The brief as of the latest score that is not after that instant, with what is known by now of the time up to it.
     *
     * @throws AccountNotFound when there is no such account or it has no score by then
     */
    public AccountBrief brief(Actor actor, AccountId id, Instant asOf) {
        TenantId tenant = actor.tenant();
        Account account = accounts.find(tenant, id).orElseThrow(() -> new AccountNotFound(id, "is not known"));
        AccountHealth health =
                scores.findLatest(tenant, id, asOf).orElseThrow(() -> new AccountNotFound(id, whyNoScore(tenant, id)));
        Instant at = health.score().scoredAt();
        Instant now = clock.instant();
        List<AccountHealth> history = scores.history(tenant, id, at.minus(AccountBrief.HISTORY), at);
        return new AccountBrief(
                account,
                health,
                history,
                facts.find(tenant, id, new Viewpoint(at, now.isAfter(at) ? now : at)),
                owner(tenant, account));
    }

    private String whyNoScore(TenantId tenant, AccountId id) {
        return scores.history(tenant, id, Instant.MIN, Instant.MAX).stream()
                .findFirst()
                .map(first -> "has no score before "
                        + LocalDate.ofInstant(first.score().scoredAt(), ZoneOffset.UTC))
                .orElse("has no score yet; scan the portfolio first");
    }

    /** The user whom the account names; where the word is no user's, it is at least a name. */
    private Optional<User> owner(TenantId tenant, Account account) {
        return account.owner()
                .map(owner -> users.find(tenant, owner).orElseGet(() -> new User(owner, owner, Optional.empty())));
    }
}
