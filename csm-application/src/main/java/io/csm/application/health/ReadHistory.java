package io.csm.application.health;

import io.csm.application.access.Actor;
import io.csm.application.account.AccountNotFound;
import io.csm.application.account.port.AccountRepository;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.health.ScoreChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how the health of an account came to be what it is. */
public final class ReadHistory {

    private final AccountRepository accounts;
    private final HealthScoreRepository scores;

    public ReadHistory(AccountRepository accounts, HealthScoreRepository scores) {
        this.accounts = accounts;
        this.scores = scores;
    }

    /**
     * One score of the history.
     *
     * @param health the score
     * @param change against the score before; empty for the first
     */
    public record Point(AccountHealth health, Optional<ScoreChange> change) {

        /** Whether the scorecard or its version changed here: a mark on the chart. */
        public boolean isScorecardChange() {
            return change.filter(ScoreChange::isAcrossScorecards).isPresent();
        }
    }

    /**
     * The scores of the account in that time, the oldest first.
     *
     * @throws AccountNotFound when there is no such account
     */
    public List<Point> read(Actor actor, AccountId account, Instant from, Instant to) {
        if (accounts.find(actor.tenant(), account).isEmpty()) {
            throw new AccountNotFound(account, "is not known");
        }
        List<Point> points = new ArrayList<>();
        Optional<AccountHealth> before = Optional.empty();
        for (AccountHealth health : scores.history(actor.tenant(), account, from, to)) {
            points.add(new Point(
                    health, before.flatMap(earlier -> ExplainAccount.change(earlier.score(), health.score()))));
            before = Optional.of(health);
        }
        return points;
    }
}
