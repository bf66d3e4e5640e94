package io.csm.domain.qbr;

import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.Rag;
import io.csm.domain.narrative.Standing;
import io.csm.domain.narrative.Writer;
import io.csm.domain.narrative.Written;
import io.csm.domain.time.Quarter;
import io.csm.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A review as it is stored and shown. One is kept for an account, period and trigger.
 *
 * @param account about whom
 * @param accountName its name
 * @param ownerId the user id of the customer-success manager, whose mailbox the draft is for; empty when nobody is known
 * @param owner the customer-success manager's name; empty when nobody is known
 * @param period the quarter that it is about
 * @param trigger why it was prepared
 * @param generatedAt when
 * @param score of the period's last health, 0 to 100, as it is shown: a whole number, with decimals where it would look
 *     like a score of another band
 * @param rag its colour
 * @param text the four sections
 * @param writer who wrote them
 * @param roi the figures of the second section
 * @param history points of the health history, the oldest first
 * @param contributions what the score is made of, in the order of the scorecard
 * @param missing what is not known, in sentences for who prepares it; the customer does not see them
 */
public record Qbr(
        AccountId account,
        String accountName,
        Optional<String> ownerId,
        Optional<String> owner,
        Quarter period,
        QbrTrigger trigger,
        Instant generatedAt,
        double score,
        Rag rag,
        QbrText text,
        Writer writer,
        List<Metric> roi,
        List<HistoryPoint> history,
        List<Part> contributions,
        List<String> missing) {

    /** More points than this are thinned out evenly; the first and the last stay. */
    public static final int MOST_POINTS = 60;

    /**
     * One score of the history.
     *
     * @param score as it is shown: a whole number, with decimals where it would look like a score of another band
     */
    public record HistoryPoint(Instant at, double score, Rag rag) {

        private static HistoryPoint of(AccountHealth health) {
            HealthScore score = health.score();
            return new HistoryPoint(score.scoredAt(), shown(score), score.rag());
        }
    }

    /**
     * What one measure gave to the score, what several gave of which a customer does not read, or what changed the whole.
     *
     * @param label of the measure, in words for a customer
     * @param points that it gave; below 0 for what lowers the whole
     * @param max that it could have given; 0 for what changes the whole
     * @param reason why, in half a sentence for a customer
     */
    public record Part(String label, double points, double max, String reason) {}

    public Qbr {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(ownerId, "ownerId");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(writer, "writer");
        roi = List.copyOf(roi);
        history = List.copyOf(history);
        contributions = List.copyOf(contributions);
        missing = List.copyOf(missing);
    }

    /** The name of what the review is kept under: {@code acme/Q1 2026/quarterly}. */
    public String key() {
        return account + "/" + period + "/" + trigger.code();
    }

    /** The review made of those facts and that text. */
    public static Qbr of(QbrFacts facts, Written<QbrText> written, Instant generatedAt) {
        HealthScore score = facts.brief().health().score();
        return new Qbr(
                facts.brief().account().id(),
                facts.brief().account().name(),
                facts.brief().owner().map(User::id),
                facts.brief().owner().map(User::name),
                facts.period(),
                facts.trigger(),
                generatedAt,
                shown(score),
                score.rag(),
                written.text(),
                written.writer(),
                facts.roi(),
                thinned(facts.brief().history()),
                CustomerWords.of(score).parts(),
                facts.missing());
    }

    /** Rounded as the text shows it, so that no document rounds it into another colour. */
    private static double shown(HealthScore score) {
        return Double.parseDouble(Standing.exactEnough(score));
    }

    private static List<HistoryPoint> thinned(List<AccountHealth> history) {
        int points = Math.min(MOST_POINTS, history.size());
        return IntStream.range(0, points)
                .mapToObj(i -> HistoryPoint.of(history.get(evenly(i, points, history.size()))))
                .toList();
    }

    /** The place in a list of that size of the i-th of so many points. */
    private static int evenly(int i, int points, int size) {
        return points == 1 ? 0 : (int) ((long) i * (size - 1) / (points - 1));
    }
}
