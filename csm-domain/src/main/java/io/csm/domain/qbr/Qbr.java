package io.csm.domain.qbr;

import io.csm.domain.account.AccountId;
import io.csm.domain.health.Rag;
import io.csm.domain.narrative.Writer;
import io.csm.domain.time.Quarter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A review as it is stored and shown. One is kept for an account, period and trigger.
 *
 * @param account about whom
 * @param accountName its name
 * @param owner the customer-success manager's name; empty when nobody is known
 * @param period the quarter that it is about
 * @param trigger why it was prepared
 * @param generatedAt when
 * @param score of the period's last health, 0 to 100
 * @param rag its colour
 * @param text the four sections
 * @param writer who wrote them
 * @param roi the figures of the second section
 * @param history points of the health history, the oldest first
 * @param contributions what the score is made of, in the order of the scorecard
 * @param missing what is not known, in sentences
 */
public record Qbr(
        AccountId account,
        String accountName,
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

    /** One score of the history. */
    public record HistoryPoint(Instant at, double score, Rag rag) {}

    /**
     * What one measure gave to the score.
     *
     * @param label of the measure, for people
     * @param points that it gave
     * @param max that it could have given
     * @param reason why, in half a sentence
     */
    public record Part(String label, double points, double max, String reason) {}

    public Qbr {
        Objects.requireNonNull(account, "account");
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
    public static Qbr of(QbrFacts facts, io.csm.domain.narrative.Written<QbrText> written, Instant generatedAt) {
        return new Qbr(
                facts.brief().account().id(),
                facts.brief().account().name(),
                facts.brief().owner().map(io.csm.domain.user.User::name),
                facts.period(),
                facts.trigger(),
                generatedAt,
                facts.brief().health().score().value(),
                facts.brief().health().score().rag(),
                written.text(),
                written.writer(),
                facts.roi(),
                List.of(),
                List.of(),
                facts.missing());
    }
}
