package io.csm.app.qbr;

import io.csm.domain.account.AccountId;
import io.csm.domain.health.Rag;
import io.csm.domain.narrative.Writer;
import io.csm.domain.qbr.Metric;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.Qbr.HistoryPoint;
import io.csm.domain.qbr.Qbr.Part;
import io.csm.domain.qbr.QbrSection;
import io.csm.domain.qbr.QbrText;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reviews of accounts that differ in what documents have trouble with. */
final class Reviews {

    static final Quarter PERIOD = new Quarter(2026, 1);
    static final Instant MADE = Instant.parse("2026-03-30T08:15:00Z");
    static final Instant FIRST_DAY = Instant.parse("2026-01-05T07:00:00Z");

    private Reviews() {}

    /** An account that thrives, with all that a review can hold. */
    static Qbr thriving() {
        return review(
                "acme",
                "Acme Logistics",
                82,
                Rag.GREEN,
                thrivingText(),
                metrics(),
                weekly(Rag.GREEN, 61, 63, 66, 64, 69, 72, 75, 74, 78, 81, 82),
                parts(1),
                List.of());
    }

    /** An account that falls, on its way to the end of its contract, written by a model. */
    static Qbr falling() {
        Qbr falling = review(
                "globex",
                "Globex GmbH & Co. KG",
                34,
                Rag.RED,
                fallingText(),
                metrics(),
                weekly(Rag.RED, 78, 74, 71, 66, 60, 52, 47, 41, 34),
                parts(0.35),
                List.of("What the support team answered to the survey of March is not known."));
        return copy(
                falling,
                falling.account(),
                QbrTrigger.CONTRACT_PROXIMITY,
                Writer.model("gpt-4o-mini"),
                falling.history());
    }

    /** An account of which next to nothing is known. */
    static Qbr unknown() {
        QbrSection health = new QbrSection(
                "Account health summary", "Initech scores 50 of 100. Little is known about it.", List.of());
        QbrText text = new QbrText(
                health,
                new QbrSection(
                        "ROI and business impact", "No figures of return are known for this quarter.", List.of()),
                new QbrSection("Feature adoption scorecard", "Use is not tracked yet.", List.of()),
                new QbrSection("Expansion and next steps", "The next step is to agree on what to measure.", List.of()));
        return new Qbr(
                new AccountId("initech"),
                "Initech",
                Optional.empty(),
                Optional.empty(),
                PERIOD,
                QbrTrigger.QUARTERLY,
                MADE,
                50,
                Rag.AMBER,
                text,
                Writer.RULES,
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        "How many seats are in use is not known.",
                        "No survey was answered in the last year.",
                        "When the contract ends is not known."));
    }

    /** The same review with that history. */
    static Qbr withHistory(Qbr qbr, List<HistoryPoint> history) {
        return copy(qbr, qbr.account(), qbr.trigger(), qbr.writer(), history);
    }

    /** The same review of an account with that id. */
    static Qbr withId(Qbr qbr, String id) {
        return copy(qbr, new AccountId(id), qbr.trigger(), qbr.writer(), qbr.history());
    }

    private static Qbr copy(Qbr qbr, AccountId account, QbrTrigger trigger, Writer writer, List<HistoryPoint> history) {
        return new Qbr(
                account,
                qbr.accountName(),
                qbr.ownerId(),
                qbr.owner(),
                qbr.period(),
                trigger,
                qbr.generatedAt(),
                qbr.score(),
                qbr.rag(),
                qbr.text(),
                writer,
                qbr.roi(),
                history,
                qbr.contributions(),
                qbr.missing());
    }

    /** Each text that a review holds is that one. */
    static Qbr saying(String text) {
        QbrSection section = new QbrSection(text, text, List.of(text, text));
        return new Qbr(
                new AccountId("said"),
                text,
                Optional.empty(),
                Optional.of(text),
                PERIOD,
                QbrTrigger.QUARTERLY,
                MADE,
                50,
                Rag.AMBER,
                new QbrText(section, section, section, section),
                Writer.model(text),
                List.of(new Metric(text, text, Optional.of(text), text)),
                days(3),
                List.of(new Part(text, 3, 10, text)),
                List.of(text));
    }

    /** Under the edge of being well, to which a whole number would round it. */
    static Qbr almostGreen() {
        return review(
                "acme",
                "Acme Logistics",
                69.6,
                Rag.AMBER,
                thrivingText(),
                List.of(),
                weekly(Rag.AMBER, 55, 69.6),
                List.of(),
                List.of());
    }

    /** Long names, many long points, many measures. */
    static Qbr wordy() {
        String name =
                "The Very Honourable Consolidated International Transcontinental Shipping, Warehousing and Insurance Company of "
                        + "Northern Europe and the Baltic States (formerly Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft)";
        String sentence =
                "The operations team in Rotterdam moved all of its planning into the shared workspace and reports that the weekly "
                        + "round of reconciliation, which used to take two people a day and a half, is now done before lunch on Mondays";
        List<String> bullets = IntStream.rangeClosed(1, 14)
                .mapToObj(i -> "Point " + i + ": " + sentence + ".")
                .toList();
        QbrSection section = new QbrSection(
                "A heading that goes on for rather longer than anybody who reads it would like it to go on",
                (sentence + ". ").repeat(6).strip(),
                bullets);
        List<Part> parts = IntStream.rangeClosed(1, 18)
                .mapToObj(i -> new Part(
                        "Measure number " + i + " of the portfolio, with a label that is long", i, 20, sentence))
                .toList();
        List<Metric> metrics = IntStream.rangeClosed(1, 16)
                .mapToObj(i -> new Metric(
                        "Figure " + i + " of the return on what was invested",
                        sentence,
                        Optional.of("1,234,567,890.00 EUR"),
                        "https://example.com/" + "averylongpathwithoutanybreaks".repeat(4)))
                .toList();
        return new Qbr(
                new AccountId("wordy"),
                name,
                Optional.empty(),
                Optional.of("Maria-Magdalena von und zu Hohenstein-Lichtenberg"),
                PERIOD,
                QbrTrigger.QUARTERLY,
                MADE,
                67.5,
                Rag.AMBER,
                new QbrText(section, section, section, section),
                Writer.RULES,
                metrics,
                days(60),
                parts,
                bullets);
    }

    /** Letters of many scripts. */
    static Qbr scripts() {
        return saying(
                "M\u00fcller & S\u00f8n \u2014 \u0391\u03b8\u03ae\u03bd\u03b1, \u041c\u043e\u0441\u043a\u0432\u0430, "
                        + "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd 42, \u0645\u0631\u062d\u0628\u0627, \u6771\u4eac, \ud83d\ude80\ud83d\udc69\u200d\ud83d\udcbb up 12 % to \u20b9500");
    }

    /** That many scores, one a day. */
    static List<HistoryPoint> days(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        point(FIRST_DAY.plus(Duration.ofDays(i)), Math.rint(55 + 25 * Math.sin(i / 6.0) + i % 3)))
                .toList();
    }

    private static HistoryPoint point(Instant at, double score) {
        return new HistoryPoint(at, score, score >= 70 ? Rag.GREEN : score >= 40 ? Rag.AMBER : Rag.RED);
    }

    private static List<HistoryPoint> weekly(Rag last, double... scores) {
        return IntStream.range(0, scores.length)
                .mapToObj(i -> point(FIRST_DAY.plus(Duration.ofDays(7L * i)), scores[i]))
                .toList();
    }

    private static Qbr review(
            String id,
            String name,
            double score,
            Rag rag,
            QbrText text,
            List<Metric> roi,
            List<HistoryPoint> history,
            List<Part> parts,
            List<String> missing) {
        return new Qbr(
                new AccountId(id),
                name,
                Optional.empty(),
                Optional.of("Dana Weber"),
                PERIOD,
                QbrTrigger.QUARTERLY,
                MADE,
                score,
                rag,
                text,
                Writer.RULES,
                roi,
                history,
                parts,
                missing);
    }

    private static List<Metric> metrics() {
        return List.of(
                new Metric(
                        "Active users",
                        "118 of 140 seats",
                        Optional.of("101 of 140 seats"),
                        "usage events of the last 30 days"),
                new Metric(
                        "Adoption of features", "74 %", Optional.of("66 %"), "features used out of those in the plan"),
                new Metric("Tickets", "9", Optional.of("14"), "support system, opened in the quarter"),
                new Metric("Yearly contract value", "84,000 EUR", Optional.empty(), "contract"));
    }

    private static List<Part> parts(double share) {
        return List.of(
                new Part("Feature adoption", 16.5 * share, 20, "74 % of the features in the plan are in use"),
                new Part("Usage trend", 15 * share, 15, "usage grows"),
                new Part("Days since last login", 10 * share, 10, "somebody logged in today"),
                new Part("Seats in use", 12.6 * share, 15, "118 of 140 seats are in use"),
                new Part("Support tickets", 8 * share, 10, "9 tickets in the quarter, none of them urgent"),
                new Part("Last survey (NPS)", 10.3 * share, 15, "the last answer was 8"),
                new Part("Executive sponsor", 10 * share, 15, "the sponsor was met in the quarter"));
    }

    private static QbrText thrivingText() {
        return new QbrText(
                new QbrSection(
                        "Account health summary",
                        "Acme Logistics is in good health: the score rose from 61 to 82 of 100 over the "
                                + "quarter. More people use the product, and they use more of it. Tickets fell by a third.",
                        List.of(
                                "118 of 140 seats are in use, 17 more than in the quarter before.",
                                "Usage grew in each of the three months.",
                                "Nine tickets were opened, none of them urgent.")),
                new QbrSection(
                        "ROI and business impact",
                        "Acme Logistics got more out of the same contract: 17 more people work with it at "
                                + "the same price. The cost for each active user fell by 14 %.",
                        List.of(
                                "Planning a route takes 12 minutes instead of 30, as the team in Hamburg told.",
                                "The cost for each active user is 712 EUR a year, down from 832 EUR.")),
                new QbrSection(
                        "Feature adoption scorecard",
                        "74 % of the features in the plan are in use, eight points more than in the "
                                + "quarter before. Similar accounts use 63 %.",
                        List.of(
                                "Used daily: routes, dispatch board, driver app.",
                                "Hardly used: alerts for delays, export to the warehouse.")),
                new QbrSection(
                        "Expansion and next steps",
                        "With 84 % of the seats in use, the team will need more of them within two quarters. "
                                + "We suggest to plan that together now.",
                        List.of(
                                "Agree on seats for the second half of the year by 30 April.",
                                "Set up alerts for delays with the dispatch team in April.",
                                "Meet again on 6 July with the figures of the second quarter.")));
    }

    private static QbrText fallingText() {
        return new QbrText(
                new QbrSection(
                        "Account health summary",
                        "The score of Globex GmbH & Co. KG fell from 78 to 34 of 100. Fewer people log in since "
                                + "the change of the project lead in February, and three urgent tickets stayed open for more than a week.",
                        List.of(
                                "61 of 140 seats are in use, 40 fewer than in the quarter before.",
                                "Three urgent tickets were open for more than a week.")),
                new QbrSection(
                        "ROI and business impact",
                        "The return is below what was agreed on at the start. The figures below show where.",
                        List.of("The cost for each active user rose to 1,377 EUR a year.")),
                new QbrSection(
                        "Feature adoption scorecard",
                        "38 % of the features in the plan are in use.",
                        List.of("Used daily: dispatch board.")),
                new QbrSection(
                        "Expansion and next steps",
                        "The contract ends on 31 May. We want to win back the teams that stopped using the product before then.",
                        List.of(
                                "Name a new project lead by 10 April.",
                                "Close the three urgent tickets by 3 April.",
                                "Train the two teams in Linz.")));
    }
}
