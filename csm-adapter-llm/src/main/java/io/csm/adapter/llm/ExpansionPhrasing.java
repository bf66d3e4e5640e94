package io.csm.adapter.llm;

import io.csm.adapter.llm.ExpansionPrompt.Expansion;
import io.csm.adapter.llm.ExpansionPrompt.Proposal;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.expansion.Confidence;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.OpportunityType;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.narrative.Writer;
import io.csm.domain.time.Quarter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a model may add to opportunities: words to those that were found, and proposals of other types, of low confidence
 * and without an impact.
 *
 * @param brief the account
 * @param found what the rules found
 * @param catalogue what is sold
 * @param model the model's name
 */
record ExpansionPhrasing(AccountBrief brief, List<Opportunity> found, ProductCatalogue catalogue, String model) {

    List<Opportunity> over(Expansion answer) {
        List<Opportunity> phrased = new ArrayList<>();
        found.forEach(each -> phrased.add(proposal(each.type(), answer)
                .map(Proposal::talkTrack)
                .filter(words -> !words.isBlank())
                .map(words -> each.saying(words, Writer.model(model)))
                .orElse(each)));
        Arrays.stream(OpportunityType.values())
                .filter(type -> found.stream().noneMatch(each -> each.type() == type))
                .flatMap(type -> proposal(type, answer).stream())
                .filter(this::isWholeAndSold)
                .forEach(each -> phrased.add(opportunity(each)));
        return List.copyOf(phrased);
    }

    /** The first of that type: one of each is kept. */
    private static Optional<Proposal> proposal(OpportunityType type, Expansion answer) {
        return answer.opportunities().stream()
                .filter(each -> each.type() == type)
                .findFirst();
    }

    private boolean isWholeAndSold(Proposal proposal) {
        return !proposal.evidence().isBlank() && !proposal.talkTrack().isBlank() && isSold(proposal);
    }

    private boolean isSold(Proposal proposal) {
        return switch (proposal.type()) {
            case SEATS -> true;
            case MODULE ->
                names(
                        proposal,
                        catalogue.modules().stream()
                                .map(ProductCatalogue.Module::name)
                                .toList());
            case INTEGRATION -> names(proposal, catalogue.integrations());
        };
    }

    private static boolean names(Proposal proposal, List<String> sold) {
        String text = proposal.evidence() + " " + proposal.talkTrack();
        return sold.stream().anyMatch(name -> wholeWord(name).matcher(text).find());
    }

    private static Pattern wholeWord(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private Opportunity opportunity(Proposal proposal) {
        return new Opportunity(
                brief.account().id(),
                proposal.type(),
                Quarter.of(brief.day()),
                List.of("Proposed by the language model " + model + ": " + proposal.evidence()),
                Optional.empty(),
                proposal.talkTrack(),
                Confidence.LOW,
                Writer.model(model));
    }
}
