package io.csm.application.health;

import io.csm.application.access.Actor;
import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.application.account.port.AccountRepository;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.ScoreChange;
import io.csm.domain.health.Trend;
import io.csm.domain.signal.InvalidSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Explains the latest score of an account as of an instant. */
public final class ExplainAccount {

    /** The trend windows that may be asked for, in days. */
    public static final Set<Integer> TREND_DAYS = Set.of(7, 30, 90);

    private final AccountRepository accounts;
    private final HealthScoreRepository scores;

    public ExplainAccount(AccountRepository accounts, HealthScoreRepository scores) {
        this.accounts = accounts;
        this.scores = scores;
    }

    /**
     * The explanation.
     *
     * @param trendDays 7, 30 or 90
     * @throws AccountNotFound when there is no such account or it has no score yet
     */
    public Explanation explain(Actor actor, AccountId id, Instant asOf, int trendDays) {
        if (!TREND_DAYS.contains(trendDays)) {
            throw new IllegalArgumentException("the trend window must be 7, 30 or 90 days but was " + trendDays);
        }
        TenantId tenant = actor.tenant();
        Account account = accounts.find(tenant, id).orElseThrow(() -> new AccountNotFound(id, "is not known"));
        AccountHealth health = latest(tenant, id, asOf)
                .orElseThrow(() -> new AccountNotFound(id, "has no score yet; scan the portfolio first"));
        HealthScore score = health.score();
        Optional<HealthScore> before =
                latest(tenant, id, score.scoredAt().minusNanos(1000)).map(AccountHealth::score);
        Optional<Trend> trend = latest(tenant, id, score.scoredAt().minus(Duration.ofDays(trendDays)))
                .map(earlier -> Trend.between(earlier.score().value(), score.value()));
        return new Explanation(account, health, before.flatMap(b -> change(b, score)), trend, trendDays);
    }

    private Optional<AccountHealth> latest(TenantId tenant, AccountId account, Instant asOf) {
        return scores.findLatest(tenant, account, asOf);
    }

    /** No split where the earlier scorecard cannot read the later signals. */
    static Optional<ScoreChange> change(HealthScore before, HealthScore now) {
        try {
            return Optional.of(ScoreChange.between(before, now));
        } catch (InvalidSignal notComparable) {
            return Optional.empty();
        }
    }
}
