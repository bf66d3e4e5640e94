package io.csm.application.health;

import io.csm.domain.account.Account;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.health.ScoreChange;
import io.csm.domain.health.Trend;
import java.util.Optional;

/**
 * Everything there is to say about one score.
 *
 * @param account whose
 * @param health the score and the churn rules' word on it
 * @param sinceLast what changed since the score before; empty for a first score
 * @param trend against the score nearest to, and not after, the days before; empty for a first score
 * @param trendDays 7, 30 or 90
 */
public record Explanation(
        Account account, AccountHealth health, Optional<ScoreChange> sinceLast, Optional<Trend> trend, int trendDays) {

    /** Whether the scorecard calls the account at risk. */
    public boolean isAtRisk() {
        return health.score().scorecard().atRisk().holds(health.score().rag(), trend);
    }

    /** Whether the scorecard wants to hear of dips and this is one. */
    public boolean isDip() {
        return sinceLast.isPresent()
                && health.score()
                        .scorecard()
                        .dipAlert()
                        .filter(dip -> dip.isDip(
                                sinceLast.get().previous().value(),
                                sinceLast.get().current().value()))
                        .isPresent();
    }
}
