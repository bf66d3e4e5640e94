package io.csm.domain.health;

import static io.csm.domain.signal.StandardSignals.*;

import io.csm.domain.signal.Signal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a customer-success team can realistically do about a signal: the action, how much effort it is, and how far one
 * go of it moves the signal.
 *
 * @param action in the imperative: {@code talk to the customer}
 * @param effort 1 (an hour) to 5 (a quarter's project)
 * @param reach how far a number moves at most, or how many words a choice
 * @param endsAt the one value that the action leads to, where it is one
 */
public record Lever(String action, int effort, double reach, OptionalDouble endsAt) {

    private static final double ANY = Double.POSITIVE_INFINITY;

    /**
     * The levers of the standard signals. What is not here cannot be moved at will: an NPS answer, past escalations, a
     * renewal date, the stage, how large the contract is.
     */
    private static final Map<Signal, Lever> LEVERS = Map.ofEntries(
            Map.entry(DAYS_SINCE_LAST_INTERACTION, new Lever("talk to the customer", 1, ANY, OptionalDouble.of(0))),
            Map.entry(INVOICE_PAYMENT_STATUS, new Lever("settle the overdue invoice", 2, ANY)),
            Map.entry(OPEN_TICKET_COUNT, new Lever("close open tickets", 2, 5)),
            Map.entry(AVG_TICKET_SENTIMENT, new Lever("turn ticket sentiment around", 3, 1)),
            Map.entry(STAKEHOLDER_ENGAGEMENT, new Lever("win back the stakeholders", 3, 1)),
            Map.entry(TAM_HEALTH_RAG, new Lever("clear what the technical account manager reports", 3, 1)),
            Map.entry(LOGIN_FREQUENCY_DAYS, new Lever("bring people back to log in", 3, 60)),
            Map.entry(FEATURE_ADOPTION_RATE, new Lever("train people in features they do not use", 4, 0.25)),
            Map.entry(SEATS_UTILIZATION_RATE, new Lever("onboard people onto unused seats", 3, 0.3)),
            Map.entry(USAGE_TREND, new Lever("win back usage", 4, 1)),
            Map.entry(ACTIVE_USER_RATE, new Lever("activate more users", 4, 0.25)),
            Map.entry(TOUCHPOINTS_30_DAYS, new Lever("plan touchpoints", 1, 4)),
            Map.entry(EMAIL_OPEN_RATE, new Lever("write e-mails that get opened", 2, 0.2)),
            Map.entry(WEBINARS_ATTENDED_90_DAYS, new Lever("invite to webinars", 2, 2)),
            Map.entry(CHAMPION_STATUS, new Lever("win the champion back, or a new one", 4, 1)),
            Map.entry(EXECUTIVE_ACCESS, new Lever("get access to an executive", 4, 1)),
            Map.entry(CSAT_AVERAGE, new Lever("improve support", 4, 1)),
            Map.entry(OPEN_ESCALATION, new Lever("close the escalation", 3, 1)),
            Map.entry(FEATURE_BREADTH, new Lever("introduce features that are not in use", 4, 0.25)),
            Map.entry(USAGE_DEPTH, new Lever("coach towards deeper use", 4, 1)),
            Map.entry(USAGE_DEPTH_RATE, new Lever("coach towards deeper use", 4, 0.25)),
            Map.entry(USAGE_FREQUENCY, new Lever("build the product into the daily work", 4, 0.25)),
            Map.entry(OUTREACH_RESPONSE, new Lever("find a contact who answers", 2, 1)));

    /** An own signal of a scorecard: nobody knows what moving it takes, so it counts as a project. */
    private static final Lever OF_AN_OWN_SIGNAL = new Lever("improve this signal", 5, ANY);

    private Lever(String action, int effort, double reach) {
        this(action, effort, reach, OptionalDouble.empty());
    }

    /** The lever on that signal of that scorecard; an empty list when it cannot be moved at will. */
    static List<Lever> on(Signal signal, Scorecard scorecard) {
        if (scorecard.ownSignals().contains(signal)) {
            return List.of(OF_AN_OWN_SIGNAL);
        }
        return LEVERS.containsKey(signal) ? List.of(LEVERS.get(signal)) : List.of();
    }
}
