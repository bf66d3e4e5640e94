package io.csm.app.bench;

import io.csm.domain.account.AccountId;
import io.csm.domain.health.Rag;
import io.csm.domain.narrative.Writer;
import io.csm.domain.qbr.Metric;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrSection;
import io.csm.domain.qbr.QbrText;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A review of the usual size, the same each time: a score a week, twelve measures, six figures. */
final class GeneratedReview {

    private static final Instant FIRST_DAY = Instant.parse("2026-01-05T06:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int WEEKS = 12;

    private GeneratedReview() {}

    static Qbr review() {
        return new Qbr(
                new AccountId("bench"),
                "Bench Logistics",
                Optional.empty(),
                Optional.of("Dana Weber"),
                new Quarter(2026, 1),
                QbrTrigger.QUARTERLY,
                FIRST_DAY.plus(WEEK.multipliedBy(WEEKS)),
                61,
                Rag.AMBER,
                new QbrText(
                        section("Account health summary"),
                        section("ROI and business impact"),
                        section("Feature adoption scorecard"),
                        section("Expansion and next steps")),
                Writer.RULES,
                IntStream.range(0, 6)
                        .mapToObj(i -> new Metric("Figure " + i, i + " of 140", Optional.of("7"), "usage events"))
                        .toList(),
                IntStream.range(0, WEEKS)
                        .mapToObj(i -> new Qbr.HistoryPoint(FIRST_DAY.plus(WEEK.multipliedBy(i)), 50 + i, Rag.AMBER))
                        .toList(),
                IntStream.range(0, 12)
                        .mapToObj(i -> new Qbr.Part("Measure " + i, i, 15, "the value was " + i))
                        .toList(),
                List.of("When the last survey was answered is not known."));
    }

    private static QbrSection section(String heading) {
        return new QbrSection(
                heading,
                "More people use the product than in the quarter before, and they use more of it. Tickets fell by a third.",
                List.of("118 of 140 seats are in use.", "Usage grew in each month.", "Nine tickets were opened."));
    }
}
