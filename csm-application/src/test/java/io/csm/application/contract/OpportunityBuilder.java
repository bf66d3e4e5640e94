package io.csm.application.contract;

import io.csm.domain.account.Money;
import io.csm.domain.expansion.Confidence;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.OpportunityType;
import io.csm.domain.narrative.Writer;
import io.csm.domain.time.Quarter;
import java.util.List;
import java.util.Optional;

/** Makes opportunities of which only what matters need be said. */
public final class OpportunityBuilder {

    private final String account;
    private OpportunityType type = OpportunityType.SEATS;
    private Quarter quarter = new Quarter(2026, 1);
    private Confidence confidence = Confidence.MEDIUM;
    private Optional<Money> impact = Optional.empty();
    private String talkTrack = "Ask who else needs a seat.";
    private Writer writer = Writer.RULES;

    private OpportunityBuilder(String account) {
        this.account = account;
    }

    /** More seats, found in Q1 2026 by the rules, of medium confidence and unknown impact. */
    public static OpportunityBuilder anOpportunityAt(String account) {
        return new OpportunityBuilder(account);
    }

    public OpportunityBuilder of(OpportunityType value) {
        type = value;
        return this;
    }

    public OpportunityBuilder in(Quarter value) {
        quarter = value;
        return this;
    }

    public OpportunityBuilder with(Confidence value) {
        confidence = value;
        return this;
    }

    public OpportunityBuilder worth(Money value) {
        impact = Optional.of(value);
        return this;
    }

    public OpportunityBuilder saying(String words, Writer by) {
        talkTrack = words;
        writer = by;
        return this;
    }

    public Opportunity build() {
        return new Opportunity(
                Fixtures.account(account),
                type,
                quarter,
                List.of("95 % of the seats are used", "\"more, please\" {ticket}"),
                impact,
                talkTrack,
                confidence,
                writer);
    }
}
