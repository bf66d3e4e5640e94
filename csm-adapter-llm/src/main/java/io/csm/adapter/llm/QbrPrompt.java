package io.csm.adapter.llm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.csm.domain.qbr.QbrFacts;
import java.util.List;
import java.util.Map;

/** Asks for the prose of a quarterly business review. */
final class QbrPrompt {

    private static final AnswerForm<Review> FORM = AnswerForm.of(Review.class);
    private static final String TASK = "Write the prose of a quarterly business review of this account: its health over"
            + " the period, its return, its use of features, and what comes next.";

    /** The answer. */
    record Review(
            @JsonProperty(value = "health_summary", required = true)
            @JsonPropertyDescription("two or three sentences about the health of the account over the period")
            String healthSummary,

            @JsonProperty("roi_metrics")
            @JsonPropertyDescription("one sentence for each figure of return, under the name that it has in roi")
            Map<String, String> roiMetrics,

            @JsonProperty("feature_adoption_scorecard")
            @JsonPropertyDescription("one sentence for each feature worth a word, under the feature's name")
            Map<String, String> featureAdoptionScorecard,

            @JsonProperty("expansion_next_steps")
            @JsonPropertyDescription("what to do next, the most pressing first, one sentence each")
            List<String> expansionNextSteps)
            implements Answer {

        Review {
            healthSummary = Answer.text("health_summary", healthSummary);
            roiMetrics = Answer.texts(roiMetrics);
            featureAdoptionScorecard = Answer.texts(featureAdoptionScorecard);
            expansionNextSteps = Answer.texts(expansionNextSteps);
        }

        @Override
        public List<String> prose() {
            return Answer.all(
                    expansionNextSteps,
                    Answer.all(roiMetrics.values(), featureAdoptionScorecard.values()),
                    healthSummary);
        }
    }

    private QbrPrompt() {}

    static Prompt<Review> of(QbrFacts known) {
        Facts facts = BriefFacts.of(known.brief());
        facts.say("period", known.period())
                .say("why_now", known.trigger().code())
                .each(
                        "roi",
                        known.roi(),
                        (at, metric) -> at.say("name", metric.name())
                                .say("value", metric.value())
                                .say("before", metric.before())
                                .say("source", metric.source()))
                .group("adoption", at -> AdoptionPrompt.report(at, known.adoption()))
                .each("opportunities", known.opportunities(), ExpansionPrompt::opportunity)
                .sayAll("not_known", known.missing());
        return new Prompt<>("qbr", known.brief().account().id(), TASK, facts, FORM);
    }
}
