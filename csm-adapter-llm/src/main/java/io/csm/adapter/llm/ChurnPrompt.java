package io.csm.adapter.llm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.narrative.ChurnNarrative;
import java.util.List;

/** Asks why an account may leave and what to do about it. */
final class ChurnPrompt {

    private static final AnswerForm<Churn> FORM = AnswerForm.of(Churn.class);
    private static final String TASK =
            "Explain why this account may leave, as far as its health score and the facts say"
                    + " so, and what the person who looks after it can do to keep it.";

    /** The answer. */
    record Churn(
            @JsonProperty(required = true) @JsonPropertyDescription("two to four sentences: why the account may leave")
            String narrative,

            @JsonProperty("risk_factors")
            @JsonPropertyDescription("what speaks for its leaving, the worst first, one sentence each")
            List<String> riskFactors,

            @JsonProperty("retention_recommendations")
            @JsonPropertyDescription("what to do, the most pressing first, one sentence each")
            List<String> recommendations)
            implements Answer {

        Churn {
            narrative = Answer.text("narrative", narrative);
            riskFactors = Answer.texts(riskFactors);
            recommendations = Answer.texts(recommendations);
        }

        @Override
        public List<String> prose() {
            return Answer.all(riskFactors, recommendations, narrative);
        }

        /** Lists that were left out stay as the rules wrote them. */
        ChurnNarrative over(ChurnNarrative rules) {
            return new ChurnNarrative(
                    narrative,
                    riskFactors.isEmpty() ? rules.riskFactors() : riskFactors,
                    recommendations.isEmpty() ? rules.recommendations() : recommendations);
        }
    }

    private ChurnPrompt() {}

    static Prompt<Churn> of(AccountBrief brief) {
        return new Prompt<>("churn", brief.account().id(), TASK, BriefFacts.of(brief), FORM);
    }
}
