package io.csm.domain.expansion;

import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import io.csm.domain.narrative.Writer;
import io.csm.domain.time.Quarter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A chance to sell an account more.
 *
 * @param account who
 * @param type what of
 * @param quarter in which it was found; one of each type and quarter is kept for an account
 * @param evidence the sentences that speak for it, the weightiest first; at least one
 * @param arrImpact what it would add to the annual recurring revenue; empty when nobody can tell
 * @param talkTrack what to say to the customer
 * @param confidence how sure one is
 * @param writer who wrote the talk track; a model never wrote anything else of an opportunity that rules found
 */
public record Opportunity(
        AccountId account,
        OpportunityType type,
        Quarter quarter,
        List<String> evidence,
        Optional<Money> arrImpact,
        String talkTrack,
        Confidence confidence,
        Writer writer) {

    public Opportunity {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(quarter, "quarter");
        Objects.requireNonNull(arrImpact, "arrImpact");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(writer, "writer");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("an opportunity without evidence is none");
        }
        if (talkTrack.isBlank()) {
            throw new IllegalArgumentException("an opportunity must come with a talk track");
        }
    }

    /** Whether the sales side is told of it: not with low confidence. */
    public boolean isForSales() {
        return confidence != Confidence.LOW;
    }

    /** Whether it takes the place of one that is kept: an opportunity of low confidence must not hide one that is not. */
    public boolean replaces(Opportunity kept) {
        return isForSales() && !kept.isForSales();
    }

    /** The same with another talk track by that writer. */
    public Opportunity saying(String words, Writer by) {
        return new Opportunity(account, type, quarter, evidence, arrImpact, words, confidence, by);
    }
}
