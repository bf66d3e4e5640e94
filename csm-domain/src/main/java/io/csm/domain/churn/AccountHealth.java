package io.csm.domain.churn;

import io.csm.domain.health.HealthScore;
import java.util.Objects;
import java.util.Optional;

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

    /** Whether somebody must be told. */
    public boolean shouldAlert() {
        return ChurnAssessment.shouldAlert(score.rag(), risk());
    }

    /** The churn assessment with its sentences. */
    public ChurnAssessment churn() {
        return rules.assess(score);
    }
}
