package io.csm.adapter.llm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.expansion.Confidence;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.OpportunityType;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.signal.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Asks for talk tracks for the opportunities that were found, and for others that the rules did not see. */
final class ExpansionPrompt {

    private static final AnswerForm<Expansion> FORM = AnswerForm.ofList(Expansion.class, "opportunities");
    private static final String TASK =
            "Write a talk track for each opportunity that was found: what the person who looks"
                    + " after the account can say to the customer. You may add opportunities of types that were not found, with"
                    + " the facts that speak for them; a module or an integration must be one of those in the catalogue.";

    /** The answer. */
    record Expansion(@JsonProperty(required = true) List<Proposal> opportunities) implements Answer {

        Expansion {
            opportunities = List.copyOf(opportunities);
        }

        @Override
        public List<String> prose() {
            return opportunities.stream()
                    .flatMap(each -> Stream.of(each.evidence(), each.talkTrack()))
                    .toList();
        }
    }

    /** One of them. Impact and confidence are read and never used: they are not the model's to say. */
    record Proposal(
            @JsonProperty(value = "opportunity_type", required = true)
            OpportunityType type,

            @JsonPropertyDescription("the facts that speak for it, in one or two sentences")
            String evidence,

            @JsonProperty("estimated_arr_impact") @Nullable BigDecimal arrImpact,

            @JsonProperty("recommended_talk_track")
            @JsonPropertyDescription("what to say to the customer, in two to four sentences")
            String talkTrack,

            @Nullable Confidence confidence) {

        Proposal {
            evidence = orNothing(evidence);
            talkTrack = orNothing(talkTrack);
        }

        private static String orNothing(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    private ExpansionPrompt() {}

    static Prompt<Expansion> of(AccountBrief brief, List<Opportunity> found, ProductCatalogue catalogue) {
        Facts facts = BriefFacts.of(brief);
        facts.each("opportunities_found", found, ExpansionPrompt::opportunity)
                .each(
                        "modules_in_the_catalogue",
                        catalogue.modules(),
                        (at, module) -> at.name("name", module.name()).say("list_price_per_year", module.listPrice()))
                .nameAll("integrations_in_the_catalogue", catalogue.integrations());
        return new Prompt<>("expansion", brief.account().id(), TASK, facts, FORM);
    }

    /** One opportunity, as the rules found it. */
    static void opportunity(Facts at, Opportunity each) {
        at.say("opportunity_type", each.type().code())
                .sayAll("evidence", each.evidence())
                .say("estimated_arr_impact", each.arrImpact())
                .say("confidence", each.confidence().code());
    }
}
