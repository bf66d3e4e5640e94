package io.csm.domain.qbr;

import io.csm.domain.health.Contribution;
import io.csm.domain.health.Contribution.Backing;
import io.csm.domain.health.Contribution.Input;
import io.csm.domain.health.HealthScore;
import io.csm.domain.narrative.Prose;
import io.csm.domain.signal.Figures;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.StandardSignals;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * What the measures of a score say, in words that a customer may read. A signal without such words is left out: some
 * say what we think of the customer, and those that an installation adds may.
 */
final class CustomerWords {

    private static final double GOOD = 0.8;
    private static final double POOR = 0.6;
    private static final double HALF = 0.5;

    private CustomerWords() {}

    /**
     * Something that goes well or does not.
     *
     * @param words half a sentence
     * @param step what to do about it; empty when there is nothing that both sides could do
     */
    record Point(String words, String step) {}

    private record Phrase(DoubleFunction<String> words, String step) {}

    private static final Map<Signal, Phrase> PHRASES = Map.ofEntries(
            Map.entry(
                    StandardSignals.FEATURE_ADOPTION_RATE,
                    new Phrase(
                            rate -> only(rate, POOR) + " of the plan's features are in use",
                            "Try out those features of the plan that are not in use yet")),
            Map.entry(
                    StandardSignals.FEATURE_BREADTH,
                    new Phrase(
                            rate -> only(rate, POOR) + " of the features are in use",
                            "Try out those features of the plan that are not in use yet")),
            Map.entry(
                    StandardSignals.USAGE_TREND,
                    new Phrase(
                            CustomerWords::trend,
                            "Look at where usage went down, and agree on two routines to revive")),
            Map.entry(
                    StandardSignals.LOGIN_FREQUENCY_DAYS,
                    new Phrase(
                            days -> days <= 1 ? "people log in daily" : "people log in every " + days(days),
                            "Find out what would make the product useful on more days")),
            Map.entry(
                    StandardSignals.DAYS_SINCE_LAST_INTERACTION,
                    new Phrase(
                            days -> "our last conversation was " + Prose.fromToday(-(long) days),
                            "Set up a monthly conversation")),
            Map.entry(
                    StandardSignals.STAKEHOLDER_ENGAGEMENT,
                    new Phrase(CustomerWords::engagement, "Agree on who speaks about goals on both sides")),
            Map.entry(
                    StandardSignals.NPS_SCORE,
                    new Phrase(
                            score -> "the latest answer on recommending us was " + Figures.show(score, 0) + " of 10",
                            "Talk about what is behind the latest survey answer")),
            Map.entry(
                    StandardSignals.INVOICE_PAYMENT_STATUS,
                    new Phrase(
                            status -> status == 0 ? "invoices are paid on time" : "an invoice is past its due date",
                            "Clear up the open invoice with accounting")),
            Map.entry(
                    StandardSignals.SEATS_UTILIZATION_RATE,
                    new Phrase(
                            rate -> only(rate, HALF) + " of the seats are in use",
                            "Go through the seats, and see who needs one and who does not")),
            Map.entry(
                    StandardSignals.OPEN_TICKET_COUNT,
                    new Phrase(
                            count -> count == 0
                                    ? "no support ticket is open"
                                    : Prose.count((long) count, "support ticket") + (count == 1 ? " is" : " are")
                                            + " open",
                            "Bring the open support tickets to a close")),
            Map.entry(
                    StandardSignals.AVG_TICKET_SENTIMENT,
                    new Phrase(CustomerWords::sentiment, "Go through the recent support tickets together")),
            Map.entry(
                    StandardSignals.ESCALATION_COUNT_90_DAYS,
                    new Phrase(
                            count -> count == 0
                                    ? "nothing had to be escalated"
                                    : Prose.count((long) count, "escalation") + " came up in 90 days",
                            "Agree on how the recent escalations will not come back")),
            Map.entry(
                    StandardSignals.CHAMPION_STATUS,
                    new Phrase(CustomerWords::champion, "Name a main contact on both sides")),
            Map.entry(
                    StandardSignals.EXECUTIVE_ACCESS,
                    new Phrase(
                            yes -> yes == 1
                                    ? "we are in touch with your executives"
                                    : "we have not met your executives in 90 days",
                            "Set up a meeting with the executive sponsors")),
            Map.entry(
                    StandardSignals.ACTIVE_USER_RATE,
                    new Phrase(
                            rate -> only(rate, POOR) + " of the users of the last 90 days were active in the last 30",
                            "Invite back who has not logged in lately")),
            Map.entry(
                    StandardSignals.CSAT_AVERAGE,
                    new Phrase(
                            mean -> "satisfaction averages " + Figures.show(mean, 1) + " of 5",
                            "Go through the answers to the satisfaction survey")));

    private static String only(double share, double enough) {
        return (share < enough ? "only " : "") + Prose.percent(share);
    }

    private static String days(double days) {
        return Prose.days((long) days);
    }

    private static String trend(double value) {
        return switch (StandardSignals.USAGE_TREND.show(value)) {
            case "growing" -> "usage is growing";
            case "stable" -> "usage is steady";
            case "declining" -> "usage has gone down lately";
            default -> "the product was hardly used in the last 30 days";
        };
    }

    private static String engagement(double value) {
        return switch (StandardSignals.STAKEHOLDER_ENGAGEMENT.show(value)) {
            case "high" -> "we are in close contact with your sponsors";
            case "medium" -> "we are in contact with your sponsors";
            default -> "we have had little contact with your sponsors";
        };
    }

    /** Blank where there is nothing to say. */
    private static String sentiment(double value) {
        return switch (StandardSignals.AVG_TICKET_SENTIMENT.show(value)) {
            case "positive" -> "support is well received";
            case "neutral" -> "";
            default -> "support has not been up to your expectations lately";
        };
    }

    private static String champion(double value) {
        return switch (StandardSignals.CHAMPION_STATUS.show(value)) {
            case "active" -> "our main contact is in touch with us";
            case "at_risk" -> "we have lost touch with our main contact";
            default -> "our main contact has moved on";
        };
    }

    /** What goes well, the measures that count for most first. */
    static List<Point> strengths(HealthScore score) {
        return points(score.contributions().stream()
                .filter(each -> each.max() > 0 && each.points() >= GOOD * each.max())
                .sorted(Comparator.comparingDouble(Contribution::points).reversed()));
    }

    /** What needs attention, the costliest first. */
    static List<Point> concerns(HealthScore score) {
        return points(score.losses().stream().filter(each -> each.points() < POOR * each.max()));
    }

    private static List<Point> points(Stream<Contribution> contributions) {
        return contributions
                .filter(each -> each.backing() == Backing.TRACKED)
                .flatMap(each -> point(each.inputs()).stream())
                .distinct()
                .toList();
    }

    private static Optional<Point> point(List<Input> inputs) {
        List<Point> each = inputs.stream()
                .filter(input -> !input.isAssumed())
                .flatMap(input -> point(input).stream())
                .toList();
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(new Point(
                        Prose.list(each.stream().map(Point::words).toList()),
                        each.get(each.size() - 1).step()));
    }

    private static Optional<Point> point(Input input) {
        return Optional.ofNullable(PHRASES.get(input.signal()))
                .map(phrase -> new Point(phrase.words().apply(input.value().orElseThrow()), phrase.step()))
                .filter(point -> !point.words().isEmpty());
    }
}
