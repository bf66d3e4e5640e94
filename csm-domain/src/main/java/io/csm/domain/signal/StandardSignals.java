package io.csm.domain.signal;

import static io.csm.domain.signal.Figures.count;
import static io.csm.domain.signal.Figures.percent;
import static io.csm.domain.signal.Signal.choice;
import static io.csm.domain.signal.Signal.number;
import static io.csm.domain.signal.Signal.wholeNumber;
import static io.csm.domain.signal.Signal.yesNo;

import java.util.List;

/** The signals that ship with CSM: the standard thirteen first, then those that the other scorecards use. */
public final class StandardSignals {

    public static final Signal FEATURE_ADOPTION_RATE = number("feature_adoption_rate", 0, 1)
            .labelled("feature adoption")
            .saying((rate, shown) -> percent(rate) + " of the plan's features are used");

    public static final Signal USAGE_TREND = choice("usage_trend", UsageTrend.values())
            .labelled("usage trend")
            .saying((trend, shown) -> "inactive".equals(shown) ? "usage has stopped" : "usage is " + shown);

    public static final Signal LOGIN_FREQUENCY_DAYS = wholeNumber("login_frequency_days", 0)
            .labelled("days between logins")
            .saying((days, shown) -> days <= 1 ? "people log in daily" : "people log in every " + shown + " days");

    public static final Signal DAYS_SINCE_LAST_INTERACTION = wholeNumber("days_since_last_interaction", 0)
            .labelled("days since last interaction")
            .saying((days, shown) ->
                    "the last conversation was " + (days == 0 ? "today" : count(days, "day") + " ago"));

    public static final Signal STAKEHOLDER_ENGAGEMENT =
            choice("stakeholder_engagement", StakeholderEngagement.values()).labelled("stakeholder engagement");

    public static final Signal NPS_SCORE = wholeNumber("nps_score", 0, 10)
            .labelled("NPS answer")
            .saying((nps, shown) -> "the last NPS answer is " + shown + " of 10");

    public static final Signal INVOICE_PAYMENT_STATUS = choice("invoice_payment_status", InvoicePaymentStatus.values())
            .labelled("invoice payment")
            .saying((status, shown) -> switch (shown) {
                case "current" -> "invoices are paid on time";
                case "overdue_30" -> "an invoice is up to 30 days overdue";
                case "overdue_60" -> "an invoice is 31 to 60 days overdue";
                default -> "an invoice is more than 60 days overdue";
            });

    public static final Signal DAYS_TO_RENEWAL = wholeNumber("days_to_renewal", Integer.MIN_VALUE)
            .labelled("days to renewal")
            .saying((days, shown) -> days == 0
                    ? "the contract renews today"
                    : days > 0
                            ? "the contract renews in " + count(days, "day")
                            : "the renewal date passed " + count(-days, "day") + " ago");

    public static final Signal SEATS_UTILIZATION_RATE = number("seats_utilization_rate", 0, 2)
            .labelled("seat utilization")
            .saying((rate, shown) -> percent(rate) + " of the seats bought are used");

    public static final Signal OPEN_TICKET_COUNT = wholeNumber("open_ticket_count", 0)
            .labelled("open tickets")
            .saying((tickets, shown) -> tickets == 0
                    ? "no ticket is open"
                    : count(tickets, "ticket") + (tickets == 1 ? " is open" : " are open"))
            .assumedToBe(0);

    public static final Signal AVG_TICKET_SENTIMENT = choice("avg_ticket_sentiment", TicketSentiment.values())
            .labelled("ticket sentiment")
            .saying((sentiment, shown) -> "ticket sentiment is " + shown)
            .assumedToBe(TicketSentiment.NEUTRAL);

    public static final Signal ESCALATION_COUNT_90_DAYS = wholeNumber("escalation_count_90_days", 0)
            .labelled("escalations")
            .saying((count, shown) ->
                    count == 0 ? "nothing was escalated in 90 days" : count(count, "escalation") + " in 90 days")
            .assumedToBe(0);

    public static final Signal TAM_HEALTH_RAG = choice("tam_health_rag", TamHealth.values())
            .labelled("TAM health")
            .saying((rag, shown) -> "the technical account manager reports " + shown);

    public static final Signal ACTIVE_USER_RATE = number("active_user_rate", 0, 1)
            .labelled("active users")
            .saying((rate, shown) -> percent(rate) + " of the users are active");

    public static final Signal TOUCHPOINTS_30_DAYS = wholeNumber("touchpoints_30_days", 0)
            .labelled("touchpoints")
            .saying((count, shown) -> count(count, "touchpoint") + " in 30 days");

    public static final Signal EMAIL_OPEN_RATE = number("email_open_rate", 0, 1)
            .labelled("e-mail opens")
            .saying((rate, shown) -> percent(rate) + " of the e-mails are opened");

    public static final Signal WEBINARS_ATTENDED_90_DAYS = wholeNumber("webinars_attended_90_days", 0)
            .labelled("webinars")
            .saying((count, shown) -> count(count, "webinar") + " attended in 90 days");

    public static final Signal CHAMPION_STATUS = choice("champion_status", List.of("active", "at_risk", "left"))
            .labelled("champion")
            .saying((status, shown) -> switch (shown) {
                case "active" -> "the champion is active";
                case "at_risk" -> "the champion is at risk";
                default -> "the champion left";
            });

    public static final Signal EXECUTIVE_ACCESS = yesNo("executive_access")
            .labelled("executive access")
            .saying((yes, shown) -> yes == 1 ? "an executive can be reached" : "no executive can be reached");

    public static final Signal ARR_GROWTH_RATE = number("arr_growth_rate", -1, 100)
            .labelled("ARR growth")
            .saying((rate, shown) -> rate == 0
                    ? "ARR did not change"
                    : "ARR " + (rate < 0 ? "fell by " : "grew by ") + percent(Math.abs(rate)));

    public static final Signal CONTRACT_VALUE_BAND = choice(
                    "contract_value_band", List.of("enterprise", "mid_market", "small"))
            .labelled("contract value")
            .saying((band, shown) -> "the contract is of " + shown.replace('_', '-') + " size");

    public static final Signal TICKETS_30_DAYS = wholeNumber("tickets_30_days", 0)
            .labelled("new tickets")
            .saying((count, shown) -> count(count, "ticket") + " in 30 days");

    public static final Signal CSAT_AVERAGE = number("csat_average", 1, 5)
            .labelled("CSAT")
            .saying((csat, shown) -> "CSAT averages " + Figures.show(csat, 1) + " of 5");

    public static final Signal OPEN_ESCALATION = yesNo("open_escalation")
            .labelled("open escalation")
            .saying((yes, shown) -> yes == 1 ? "an escalation is open" : "no escalation is open");

    public static final Signal FEATURE_BREADTH = number("feature_breadth", 0, 1)
            .labelled("feature breadth")
            .saying((rate, shown) -> percent(rate) + " of the features are in use");

    public static final Signal USAGE_DEPTH = choice("usage_depth", List.of("power", "regular", "light", "minimal"))
            .labelled("usage depth");

    public static final Signal OUTREACH_RESPONSE = choice(
                    "outreach_response", List.of("responsive", "slow", "rare", "none"))
            .labelled("outreach response")
            .saying((response, shown) -> switch (shown) {
                case "none" -> "outreach stays unanswered";
                case "responsive" -> "outreach is answered promptly";
                default -> "outreach is answered " + ("slow".equals(shown) ? "slowly" : "rarely");
            });

    public static final Signal GROWTH_STATUS = choice("growth_status", List.of("expanding", "stable", "contracting"))
            .labelled("growth")
            .saying((status, shown) -> "the account is " + shown);

    public static final Signal USAGE_FREQUENCY = number("usage_frequency", 0, 1)
            .labelled("usage frequency")
            .saying((rate, shown) -> "usage frequency is " + percent(rate));

    public static final Signal USAGE_DEPTH_RATE = number("usage_depth_rate", 0, 1)
            .labelled("usage depth")
            .saying((rate, shown) -> "usage depth is " + percent(rate));

    public static final Signal LIFECYCLE_STAGE = choice(
                    "lifecycle_stage", List.of("onboarding", "adoption", "maturity", "renewal"))
            .labelled("lifecycle stage")
            .saying((stage, shown) -> "the account is in its " + shown + " stage");

    /** The thirteen that {@code csm-standard} is made of, in the order of a signals file. */
    public static final List<Signal> THIRTEEN = List.of(
            FEATURE_ADOPTION_RATE,
            USAGE_TREND,
            LOGIN_FREQUENCY_DAYS,
            DAYS_SINCE_LAST_INTERACTION,
            STAKEHOLDER_ENGAGEMENT,
            NPS_SCORE,
            INVOICE_PAYMENT_STATUS,
            DAYS_TO_RENEWAL,
            SEATS_UTILIZATION_RATE,
            OPEN_TICKET_COUNT,
            AVG_TICKET_SENTIMENT,
            ESCALATION_COUNT_90_DAYS,
            TAM_HEALTH_RAG);

    private static final List<Signal> OF_OTHER_SCORECARDS = List.of(
            ACTIVE_USER_RATE,
            TOUCHPOINTS_30_DAYS,
            EMAIL_OPEN_RATE,
            WEBINARS_ATTENDED_90_DAYS,
            CHAMPION_STATUS,
            EXECUTIVE_ACCESS,
            ARR_GROWTH_RATE,
            CONTRACT_VALUE_BAND,
            TICKETS_30_DAYS,
            CSAT_AVERAGE,
            OPEN_ESCALATION,
            FEATURE_BREADTH,
            USAGE_DEPTH,
            OUTREACH_RESPONSE,
            GROWTH_STATUS,
            USAGE_FREQUENCY,
            USAGE_DEPTH_RATE,
            LIFECYCLE_STAGE);

    /** Every signal that ships. */
    public static final SignalCatalogue CATALOGUE = SignalCatalogue.of(THIRTEEN).with(OF_OTHER_SCORECARDS);

    private StandardSignals() {}
}
