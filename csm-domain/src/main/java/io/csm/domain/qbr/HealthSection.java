package io.csm.domain.qbr;

import io.csm.domain.churn.AccountHealth;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.Rag;
import io.csm.domain.health.Trend;
import io.csm.domain.narrative.Prose;
import io.csm.domain.narrative.Standing;
import io.csm.domain.qbr.CustomerWords.Point;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the account is, and how it got there. */
final class HealthSection {

    static final String HEADING = "Account health summary";

    private static final int MOST_IN_A_SENTENCE = 2;
    private static final int MOST_BULLETS = 3;

    private final Reviewed reviewed;
    private final HealthScore score;
    private final QbrTrigger trigger;
    private final String name;
    private final CustomerWords words;
    private final List<Point> strengths;
    private final List<Point> concerns;

    private HealthSection(QbrFacts facts) {
        reviewed = Reviewed.of(facts);
        score = facts.brief().health().score();
        trigger = facts.trigger();
        name = Prose.plain(facts.brief().account().name());
        words = CustomerWords.of(score);
        strengths = words.strengths();
        concerns = words.concerns();
    }

    static QbrSection write(QbrFacts facts) {
        HealthSection section = new HealthSection(facts);
        return new QbrSection(HEADING, section.narrative(), section.bullets());
    }

    private String narrative() {
        List<String> sentences = new ArrayList<>();
        if (trigger == QbrTrigger.CONTRACT_PROXIMITY) {
            sentences.add(renewal());
        }
        sentences.add(course());
        sentences.add(reasons());
        if (sentences.size() < 3 && score.rag() == Rag.RED) {
            sentences.add("we would like to go through this with you, and the last section proposes how");
        }
        return Sentences.of(sentences);
    }

    private String renewal() {
        return reviewed.contract()
                .renewsOn()
                .map(this::renewal)
                .orElse("the contract of " + name + " comes up for renewal, and its date is still to be confirmed");
    }

    private String renewal(LocalDate on) {
        return "the contract of " + name
                + (on.isBefore(reviewed.brief().day()) ? " was due for renewal on " : " renews on ") + Prose.day(on);
    }

    /** From where the score went to where. */
    private String course() {
        return reviewed.start().map(this::course).orElseGet(this::alone);
    }

    private String alone() {
        String to = shown(score) + " of 100 on " + today() + ", and " + standing();
        return reviewed.brief().history().size() > 1
                ? "the health score of " + name + " is " + to
                : "this is the first review with a health score for " + name + ": it stands at " + to;
    }

    private String course(AccountHealth start) {
        HealthScore then = start.score();
        String from = shown(then) + " on " + Prose.day(Reviewed.dayOf(then.scoredAt()));
        String to = shown(score) + " of 100 on " + today();
        return switch (Trend.between(then.value(), score.value())) {
            case IMPROVING ->
                name + " has gained ground " + reviewed.when() + ": the health score rose from " + from + " to " + to
                        + (score.rag() == Rag.GREEN ? ", and " : ", but still ") + standing();
            case DECLINING -> fell(from, to);
            case STABLE ->
                shown(then).equals(shown(score))
                        ? "the health score of " + name + " is " + to + ", the same as on "
                                + Prose.day(Reviewed.dayOf(then.scoredAt())) + ", and " + standing()
                        : "the health score of " + name + " is " + to + ", little changed from " + from + ", and "
                                + standing();
        };
    }

    private String fell(String from, String to) {
        String change = "the health score went from " + from + " to " + to;
        return score.rag() == Rag.GREEN
                ? name + " remains in good shape, though " + change
                : name + " has lost ground " + reviewed.when() + ": " + change + ", and " + standing();
    }

    private String today() {
        return Prose.day(reviewed.brief().day());
    }

    private String standing() {
        return switch (score.rag()) {
            case GREEN -> "is in a good range";
            case AMBER -> "leaves room for improvement";
            case RED -> "needs attention from both of us";
        };
    }

    /** Rounded, but not into another colour. */
    private static String shown(HealthScore score) {
        return Standing.exactEnough(score);
    }

    private String reasons() {
        String good = words(strengths);
        String poor = words(concerns);
        if (good.isEmpty() && poor.isEmpty()) {
            return words.isLittleKnown()
                    ? "little is measured so far, so the score will say more in the next review"
                    : noSingleFigure();
        }
        if (poor.isEmpty()) {
            return score.rag() == Rag.GREEN
                    ? "what carries this is that " + good + ", and nothing stands out that would need attention"
                    : good + "; " + noSingleFigure();
        }
        return good.isEmpty()
                ? "what needs attention is that " + poor
                : good + "; what needs attention is that " + poor;
    }

    /** What lowers the score may be among the measures of which a customer does not read. */
    private String noSingleFigure() {
        return score.rag() == Rag.GREEN
                ? "no single figure stands out"
                : "no single figure in this review explains why the score is not higher";
    }

    private static String words(List<Point> points) {
        return Prose.list(
                points.stream().limit(MOST_IN_A_SENTENCE).map(Point::words).toList());
    }

    private List<String> bullets() {
        List<String> bullets = new ArrayList<>();
        bullets.add("Health score: " + shown(score) + " of 100 on " + today() + before());
        strengths.stream().limit(MOST_BULLETS).forEach(point -> bullets.add("Going well: " + point.words()));
        concerns.stream().limit(MOST_BULLETS).forEach(point -> bullets.add("Needs attention: " + point.words()));
        if (!words.unknown().isEmpty()) {
            bullets.add("Not known yet: " + Prose.list(words.unknown()));
        }
        reviewed.contract().renewsOn().ifPresent(on -> bullets.add("Renewal date: " + Prose.day(on)));
        return bullets;
    }

    private String before() {
        Optional<HealthScore> start = reviewed.start().map(AccountHealth::score);
        return start.map(then -> ", " + shown(then) + " on " + Prose.day(Reviewed.dayOf(then.scoredAt())))
                .orElse("");
    }
}
