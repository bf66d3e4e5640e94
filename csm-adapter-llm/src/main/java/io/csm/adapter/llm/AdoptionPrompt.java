package io.csm.adapter.llm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.adoption.FeatureUse;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.signal.Nullable;
import java.util.List;

/** Asks what to recommend to an account about the features that it uses and does not use. */
final class AdoptionPrompt {

    private static final AnswerForm<Adoption> FORM = AnswerForm.ofList(Adoption.class, "recommendations");
    private static final String TASK = "Recommend what this account should do to get more out of the features of its"
            + " plan. The lists of features and the rate are settled; repeat them as they are, or leave them out.";

    /** The answer, of which only the recommendations are used. */
    record Adoption(
            @JsonProperty("features_used") @JsonPropertyDescription("names of features")
            List<String> featuresUsed,

            @JsonProperty("underutilized_features") @JsonPropertyDescription("names of features")
            List<String> underutilizedFeatures,

            @JsonProperty(required = true)
            @JsonPropertyDescription("what to do, the most pressing first, one sentence each")
            List<String> recommendations,

            @JsonProperty("adoption_rate") @Nullable Double adoptionRate)
            implements Answer {

        Adoption {
            featuresUsed = Answer.texts(featuresUsed);
            underutilizedFeatures = Answer.texts(underutilizedFeatures);
            recommendations = Answer.texts(recommendations);
        }

        @Override
        public List<String> prose() {
            return recommendations;
        }
    }

    private AdoptionPrompt() {}

    static Prompt<Adoption> of(AccountBrief brief, AdoptionReport report) {
        Facts facts = BriefFacts.of(brief);
        facts.group("adoption", at -> report(at, report));
        return new Prompt<>("adoption", brief.account().id(), TASK, facts, FORM);
    }

    /** What the report holds. */
    static void report(Facts at, AdoptionReport report) {
        report.rate().ifPresent(rate -> at.figure("share_of_features_in_use_percent", 100 * rate, 0));
        at.each("features_used", report.used(), AdoptionPrompt::feature);
        at.each("underutilized_features", report.underUsed(), AdoptionPrompt::feature);
        report.benchmark()
                .ifPresent(beside -> at.group(
                        "similar_accounts",
                        them -> them.quote("plan", beside.plan())
                                .count("accounts", beside.accounts())
                                .figure("median_share_percent", 100 * beside.median(), 0)
                                .count("accounts_below", beside.below())));
        at.sayAll("not_known", report.missing());
    }

    private static void feature(Facts at, FeatureUse use) {
        at.name("feature", use.feature())
                .count("uses_in_30_days", use.uses())
                .count("uses_in_the_30_days_before", use.usesBefore());
        if (use.peers() > 0) {
            at.count("similar_accounts_that_use_it", use.peers());
        }
    }
}
