package io.csm.adapter.llm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.narrative.HealthSummary;
import java.util.List;

/** Asks what a score says. */
final class HealthPrompt {

    private static final AnswerForm<Health> FORM = AnswerForm.of(Health.class);
    private static final String TASK = "Say what the health score of this account means for the person who looks after"
            + " it: what holds it up, what pulls it down, and what to do next.";

    /** The answer. */
    record Health(
            @JsonProperty(value = "churn_narrative", required = true)
            @JsonPropertyDescription("two to four sentences about the health of the account")
            String narrative,

            @JsonProperty("expansion_signals")
            @JsonPropertyDescription("what speaks for more business, one sentence each")
            List<String> expansionSignals,

            @JsonProperty("recommended_actions")
            @JsonPropertyDescription("what to do next, the most pressing first, one sentence each")
            List<String> recommendedActions)
            implements Answer {

        Health {
            narrative = Answer.text("churn_narrative", narrative);
            expansionSignals = Answer.texts(expansionSignals);
            recommendedActions = Answer.texts(recommendedActions);
        }

        @Override
        public List<String> prose() {
            return Answer.all(expansionSignals, recommendedActions, narrative);
        }

        /** Lists that were left out stay as the rules wrote them. */
        HealthSummary over(HealthSummary rules) {
            return new HealthSummary(
                    narrative,
                    expansionSignals.isEmpty() ? rules.expansionSignals() : expansionSignals,
                    recommendedActions.isEmpty() ? rules.recommendedActions() : recommendedActions);
        }
    }

    private HealthPrompt() {}

    static Prompt<Health> of(AccountBrief brief) {
        return new Prompt<>("health_summary", brief.account().id(), TASK, BriefFacts.of(brief), FORM);
    }
}
