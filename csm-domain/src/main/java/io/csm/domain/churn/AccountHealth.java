package io.csm.domain.churn;

import io.csm.domain.health.HealthScore;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The health of one account: its score, and what the churn rules say on top of it.
 *
 * @param score the score
 * @param rules the churn rules that judge it
 */
public record AccountHealth(HealthScore score, ChurnRules rules) {

    public AccountHealth {
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(rules, "rules");
    }

    public ChurnRisk risk() {
        return rules.risk(score);
    }

    public Optional<ChurnTrigger> trigger() {
        return rules.trigger(score);
    }

    /** The rules that fired, each a trigger of its own. */
    public Set<ChurnTrigger> fired() {
        return trigger().map(ChurnTrigger::rules).orElse(Set.of());
    }

    /**
     * Whether this says anything that an earlier health of the account did not: another value, band, risk or value of a
     * signal, or the same by other rules. Where and when a signal was observed does not count.
     */
    public boolean saysMoreThan(AccountHealth before) {
        return score.value() != before.score.value()
                || score.rag() != before.score.rag()
                || risk() != before.risk()
                || !score.scorecard().equals(before.score.scorecard())
                || !rules.equals(before.rules)
                || !score.snapshot().hasTheValuesOf(before.score.snapshot());
    }

    /** Whether somebody must be told. */
    public boolean shouldAlert() {
        return ChurnAssessment.shouldAlert(score.rag(), risk());
    }

    /** The churn assessment with its sentences. */
    public ChurnAssessment churn() {
        return rules.assess(score);
    }
}
