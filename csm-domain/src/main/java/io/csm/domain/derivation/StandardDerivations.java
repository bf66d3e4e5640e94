package io.csm.domain.derivation;

import io.csm.domain.signal.Signal;
import java.util.List;
import java.util.Optional;

/** The derivations of the signals that ship with CSM, one for each, in the order of their catalogue. */
public final class StandardDerivations {

    public static final List<Derivation> ALL = List.of(
            UsageDerivations.FEATURE_ADOPTION_RATE,
            UsageDerivations.USAGE_TREND,
            UsageDerivations.LOGIN_FREQUENCY_DAYS,
            RelationshipDerivations.DAYS_SINCE_LAST_INTERACTION,
            RelationshipDerivations.STAKEHOLDER_ENGAGEMENT,
            OpinionDerivations.NPS_SCORE,
            ContractDerivations.INVOICE_PAYMENT_STATUS,
            ContractDerivations.DAYS_TO_RENEWAL,
            PeopleDerivations.SEATS_UTILIZATION_RATE,
            SupportDerivations.OPEN_TICKET_COUNT,
            SupportDerivations.AVG_TICKET_SENTIMENT,
            SupportDerivations.ESCALATION_COUNT_90_DAYS,
            OpinionDerivations.TAM_HEALTH_RAG,
            PeopleDerivations.ACTIVE_USER_RATE,
            RelationshipDerivations.TOUCHPOINTS_30_DAYS,
            CampaignDerivations.EMAIL_OPEN_RATE,
            CampaignDerivations.WEBINARS_ATTENDED_90_DAYS,
            RelationshipDerivations.CHAMPION_STATUS,
            RelationshipDerivations.EXECUTIVE_ACCESS,
            ContractDerivations.ARR_GROWTH_RATE,
            ContractDerivations.CONTRACT_VALUE_BAND,
            SupportDerivations.TICKETS_30_DAYS,
            OpinionDerivations.CSAT_AVERAGE,
            SupportDerivations.OPEN_ESCALATION,
            UsageDerivations.FEATURE_BREADTH,
            UsageDerivations.USAGE_DEPTH,
            RelationshipDerivations.OUTREACH_RESPONSE,
            ContractDerivations.GROWTH_STATUS,
            UsageDerivations.USAGE_FREQUENCY,
            UsageDerivations.USAGE_DEPTH_RATE,
            ContractDerivations.LIFECYCLE_STAGE);

    private StandardDerivations() {}

    /** Every value that can be derived, in that order; a signal without one is not tracked. */
    public static List<DerivedValue> derive(AccountFacts facts) {
        History history = new History(facts);
        return ALL.stream()
                .flatMap(derivation -> derivation.derive(history).stream())
                .toList();
    }

    /** How that signal is derived; empty when it is not one of those that ship. */
    public static Optional<Derivation> find(Signal signal) {
        return ALL.stream()
                .filter(derivation -> derivation.signal().equals(signal))
                .findFirst();
    }
}
