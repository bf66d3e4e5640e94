package io.csm.application.contract;

import io.csm.domain.health.Rag;
import io.csm.domain.narrative.Writer;
import io.csm.domain.qbr.Metric;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrSection;
import io.csm.domain.qbr.QbrText;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes reviews of which only what matters need be said. */
public final class QbrBuilder {

    private final String account;
    private Quarter period = new Quarter(2026, 1);
    private QbrTrigger trigger = QbrTrigger.QUARTERLY;
    private Instant generatedAt = Fixtures.MONDAY;
    private Optional<String> owner = Optional.of("Mia");
    private Writer writer = Writer.RULES;
    private String healthNarrative = "Health is good. It grew.";

    private QbrBuilder(String account) {
        this.account = account;
    }

    /** The quarterly review of Q1 2026, generated on Monday by the rules. */
    public static QbrBuilder aReviewOf(String account) {
        return new QbrBuilder(account);
    }

    public QbrBuilder in(Quarter value) {
        period = value;
        return this;
    }

    public QbrBuilder because(QbrTrigger value) {
        trigger = value;
        return this;
    }

    public QbrBuilder generated(Instant at) {
        generatedAt = at;
        return this;
    }

    public QbrBuilder withoutOwner() {
        owner = Optional.empty();
        return this;
    }

    public QbrBuilder by(Writer value) {
        writer = value;
        return this;
    }

    public QbrBuilder saying(String words) {
        healthNarrative = words;
        return this;
    }

    public Qbr build() {
        return new Qbr(
                Fixtures.account(account),
                "Zoë & \"Söhne\"",
                owner.map(name -> "mia"),
                owner,
                period,
                trigger,
                generatedAt,
                54.400000000000006,
                Rag.AMBER,
                new QbrText(
                        new QbrSection("Health", healthNarrative, List.of("one", "two")),
                        new QbrSection("ROI", "118 of 140 seats.", List.of()),
                        new QbrSection("Adoption", "高い", List.of("reports")),
                        new QbrSection("Next steps", "Talk.", List.of("call"))),
                writer,
                List.of(
                        new Metric("active users", "118 of 140 seats", Optional.of("90"), "events"),
                        new Metric("revenue", "12000.00 EUR", Optional.empty(), "the contract")),
                List.of(
                        new Qbr.HistoryPoint(Fixtures.A_MONTH_BEFORE, 0.1 + 0.2, Rag.RED),
                        new Qbr.HistoryPoint(Fixtures.MONDAY, 98, Rag.GREEN)),
                List.of(
                        new Qbr.Part("feature adoption", 10.0 / 3, 20, "half of it"),
                        new Qbr.Part("NPS", 0, 5, "none")),
                List.of("invoices are not known"));
    }
}
