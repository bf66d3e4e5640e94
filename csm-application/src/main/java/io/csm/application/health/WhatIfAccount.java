package io.csm.application.health;

import io.csm.application.access.Actor;
import io.csm.application.account.AccountNotFound;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.churn.WhatIf;
import io.csm.domain.health.PathToGreen;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Asks how an account would score with other signals; stores nothing. */
public final class WhatIfAccount {

    private final HealthScoreRepository scores;

    public WhatIfAccount(HealthScoreRepository scores) {
        this.scores = scores;
    }

    /**
     * The account as it is and as it would be, by the policy of its latest score.
     *
     * @param changes new values by signal name, as a file would hold them; an empty text means not tracked
     * @throws AccountNotFound when it has no score yet
     * @throws io.csm.domain.signal.InvalidSignal when a signal is unknown or refuses its value
     */
    public WhatIf with(Actor actor, AccountId account, Instant asOf, Map<String, String> changes) {
        AccountHealth health = latest(actor, account, asOf);
        return WhatIf.of(policy(health), health.score().snapshot(), changes);
    }

    /**
     * The fewest realistic changes that lift the account to its next band; at most three ways, the cheapest first.
     *
     * @throws AccountNotFound when it has no score yet
     */
    public List<PathToGreen> pathToGreen(Actor actor, AccountId account, Instant asOf) {
        AccountHealth health = latest(actor, account, asOf);
        return PathToGreen.find(health.score().scorecard(), health.score().snapshot());
    }

    private AccountHealth latest(Actor actor, AccountId account, Instant asOf) {
        return scores.findLatest(actor.tenant(), account, asOf)
                .orElseThrow(() -> new AccountNotFound(account, "is not known or has no score yet"));
    }

    private static HealthPolicy policy(AccountHealth health) {
        return new HealthPolicy(health.score().scorecard(), health.rules());
    }
}
