package io.csm.domain.qbr;

import io.csm.domain.health.Contribution.Input;
import io.csm.domain.narrative.Prose;
import io.csm.domain.signal.Figures;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.StandardSignals;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;

/**
 * The signals of which a customer may read, and in which words. A signal without such words is left out: some say what
 * we think of the customer, and those that an installation adds may.
 */
final class CustomerPhrases {

    private static final double POOR = 0.6;
    private static final double HALF = 0.5;

    /** What is longer ago needs no date. */
    private static final int MOST_DAYS = 3650;

    private CustomerPhrases() {}

    /**
     * How a signal is told.
     *
     * @param label what it is about
     * @param words half a sentence for a value; blank where there is nothing to say
     * @param best whether a value could not be better
     * @param step what to do about a value that could
     */
    record Phrase(String label, Words words, DoublePredicate best, String step) {

        private static Phrase of(String label, DoubleFunction<String> words, DoublePredicate best, String step) {
            return new Phrase(label, (value, day) -> words.apply(value), best, step);
        }

        String words(Input input, LocalDate day) {
            return words.of(input.value().orElseThrow(), day);
        }

        boolean isBest(Input input) {
            return best.test(input.value().orElseThrow());
        }
    }

    /** Words for a value as of a day. */
    interface Words {
        String of(double value, LocalDate day);
    }

    private static final Map<Signal, Phrase> PHRASES = Map.ofEntries(
            Map.entry(
                    StandardSignals.FEATURE_ADOPTION_RATE,
                    Phrase.of(
                            "features in use",
                            rate -> only(rate, POOR) + " of the plan's features are in use",
                            rate -> rate >= 1,
                            "Try out those features of the plan that are not in use yet")),
            Map.entry(
                    StandardSignals.FEATURE_BREADTH,
                    Phrase.of(
                            "breadth of use",
                            rate -> only(rate, POOR) + " of the features are in use",
                            rate -> rate >= 1,
                            "Try out those features of the plan that are not in use yet")),
            Map.entry(
                    StandardSignals.USAGE_TREND,
                    Phrase.of(
                            "usage over time",
                            CustomerPhrases::trend,
                            trend -> shown(StandardSignals.USAGE_TREND, trend).equals("growing"),
                            "Look at where usage went down, and agree on two routines to revive")),
            Map.entry(
                    StandardSignals.LOGIN_FREQUENCY_DAYS,
                    Phrase.of(
                            "logins",
                            days -> days <= 1 ? "people log in daily" : "people log in every " + days(days),
                            days -> days <= 1,
                            "Find out what would make the product useful on more days")),
            Map.entry(
                    StandardSignals.DAYS_SINCE_LAST_INTERACTION,
                    new Phrase(
                            "conversations with us",
                            CustomerPhrases::conversation,
                            days -> days == 0,
                            "Set up a monthly conversation")),
            Map.entry(
                    StandardSignals.STAKEHOLDER_ENGAGEMENT,
                    Phrase.of(
                            "contact with your sponsors",
                            CustomerPhrases::engagement,
                            level -> shown(StandardSignals.STAKEHOLDER_ENGAGEMENT, level)
                                    .equals("high"),
                            "Agree on who speaks about goals on both sides")),
            Map.entry(
                    StandardSignals.NPS_SCORE,
                    Phrase.of(
                            "likelihood to recommend us",
                            score -> "the latest answer on recommending us was " + Figures.show(score, 0) + " of 10",
                            score -> score == 10,
                            "Talk about what is behind the latest survey answer")),
            Map.entry(
                    StandardSignals.INVOICE_PAYMENT_STATUS,
                    Phrase.of(
                            "payment of invoices",
                            status -> status == 0 ? "invoices are paid on time" : "an invoice is past its due date",
                            status -> status == 0,
                            "Clear up the open invoice with accounting")),
            Map.entry(
                    StandardSignals.SEATS_UTILIZATION_RATE,
                    Phrase.of(
                            "seats in use",
                            rate -> only(rate, HALF) + " of the seats are in use",
                            rate -> rate == 1,
                            "Go through the seats, and see who needs one and who does not")),
            Map.entry(
                    StandardSignals.OPEN_TICKET_COUNT,
                    Phrase.of(
                            "open support tickets",
                            CustomerPhrases::openTickets,
                            count -> count == 0,
                            "Bring the open support tickets to a close")),
            Map.entry(
                    StandardSignals.AVG_TICKET_SENTIMENT,
                    Phrase.of(
                            "experience with support",
                            CustomerPhrases::sentiment,
                            mood -> shown(StandardSignals.AVG_TICKET_SENTIMENT, mood)
                                    .equals("positive"),
                            "Go through the recent support tickets together")),
            Map.entry(
                    StandardSignals.ESCALATION_COUNT_90_DAYS,
                    Phrase.of(
                            "escalations",
                            count -> count == 0
                                    ? "nothing had to be escalated"
                                    : Prose.count((long) count, "escalation") + " came up in 90 days",
                            count -> count == 0,
                            "Agree on how the recent escalations will not come back")),
            Map.entry(
                    StandardSignals.CHAMPION_STATUS,
                    Phrase.of(
                            "main contact",
                            CustomerPhrases::champion,
                            status -> shown(StandardSignals.CHAMPION_STATUS, status)
                                    .equals("active"),
                            "Name a main contact on both sides")),
            Map.entry(
                    StandardSignals.EXECUTIVE_ACCESS,
                    Phrase.of(
                            "contact with your executives",
                            yes -> yes == 1
                                    ? "we are in touch with your executives"
                                    : "we have not met your executives in 90 days",
                            yes -> yes == 1,
                            "Set up a meeting with the executive sponsors")),
            Map.entry(
                    StandardSignals.ACTIVE_USER_RATE,
                    Phrase.of(
                            "active users",
                            rate -> only(rate, POOR) + " of the users of the last 90 days were active in the last 30",
                            rate -> rate >= 1,
                            "Invite back who has not logged in lately")),
            Map.entry(
                    StandardSignals.CSAT_AVERAGE,
                    Phrase.of(
                            "satisfaction",
                            mean -> "satisfaction averages " + Figures.show(mean, 1) + " of 5",
                            mean -> mean == 5,
                            "Go through the answers to the satisfaction survey")));

    /** How that signal is told to a customer; empty when it is not. */
    static Optional<Phrase> of(Signal signal) {
        return Optional.ofNullable(PHRASES.get(signal));
    }

    private static String shown(Signal signal, double value) {
        return signal.show(value);
    }

    private static String only(double share, double enough) {
        return share == 0 ? "none" : (share < enough ? "only " : "") + Prose.percent(share);
    }

    private static String days(double days) {
        return Prose.days((long) days);
    }

    /** A date stays true in a document that is kept. */
    private static String conversation(double days, LocalDate day) {
        return days > MOST_DAYS
                ? "our last conversation was years ago"
                : "our last conversation was on " + Prose.day(day.minusDays((long) days));
    }

    private static String openTickets(double count) {
        return count == 0
                ? "no support ticket is open"
                : Prose.count((long) count, "support ticket") + (count == 1 ? " is" : " are") + " open";
    }

    private static String trend(double value) {
        return switch (shown(StandardSignals.USAGE_TREND, value)) {
            case "growing" -> "usage is growing";
            case "stable" -> "usage is steady";
            case "declining" -> "usage has gone down lately";
            default -> "the product was hardly used in the last 30 days";
        };
    }

    private static String engagement(double value) {
        return switch (shown(StandardSignals.STAKEHOLDER_ENGAGEMENT, value)) {
            case "high" -> "we are in close contact with your sponsors";
            case "medium" -> "we are in contact with your sponsors";
            default -> "we have had little contact with your sponsors";
        };
    }

    /** Blank where there is nothing to say. */
    private static String sentiment(double value) {
        return switch (shown(StandardSignals.AVG_TICKET_SENTIMENT, value)) {
            case "positive" -> "support is well received";
            case "neutral" -> "";
            default -> "support has not been up to your expectations lately";
        };
    }

    private static String champion(double value) {
        return switch (shown(StandardSignals.CHAMPION_STATUS, value)) {
            case "active" -> "our main contact is in touch with us";
            case "at_risk" -> "we have lost touch with our main contact";
            default -> "our main contact has moved on";
        };
    }
}
