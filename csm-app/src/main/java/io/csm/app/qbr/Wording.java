package io.csm.app.qbr;

import io.csm.domain.health.Rag;
import io.csm.domain.qbr.Metric;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.Qbr.HistoryPoint;
import io.csm.domain.qbr.Qbr.Part;
import io.csm.domain.signal.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words around the facts, the same in each format. They are read by a customer: colours are told softly. */
final class Wording {

    static final String SCORE = "Health score";
    static final String HISTORY = "How the score developed";
    static final String CONTRIBUTIONS = "What the score is made of";
    static final String METRICS = "Figures of the quarter";
    static final List<String> METRIC_COLUMNS = List.of("Figure", "Value", "Quarter before", "Source");
    static final List<String> CONTRIBUTION_COLUMNS = List.of("Measure", "Points", "Why");
    static final List<String> HISTORY_COLUMNS = List.of("Date", "Score", "Assessment");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private Wording() {}

    static String title(Qbr qbr) {
        return switch (qbr.trigger()) {
            case QUARTERLY -> "Quarterly business review";
            case CONTRACT_PROXIMITY -> "Business review before the renewal";
        };
    }

    static String period(Qbr qbr) {
        return qbr.period() + ", " + day(qbr.period().firstDay()) + " to "
                + day(qbr.period().lastDay());
    }

    static String prepared(Qbr qbr) {
        return "Prepared for " + line(qbr.accountName())
                + qbr.owner().map(name -> " by " + line(name)).orElse("");
    }

    static String footer(Qbr qbr) {
        return "Made on " + MINUTE.format(qbr.generatedAt().atZone(ZoneOffset.UTC)) + " UTC, text "
                + line(qbr.writer().toString()) + ".";
    }

    static String band(Rag rag) {
        return switch (rag) {
            case GREEN -> "On track";
            case AMBER -> "Needs attention";
            case RED -> "Needs support";
        };
    }

    static String scoreLine(Qbr qbr) {
        return SCORE + " " + score(qbr.score()) + " of 100: " + band(qbr.rag()).toLowerCase(Locale.ENGLISH);
    }

    /** What the chart of the history shows, in a sentence; also what stands there when there is no chart. */
    static String history(List<HistoryPoint> points) {
        if (points.isEmpty()) {
            return "There is no earlier score to compare with.";
        }
        HistoryPoint first = points.get(0);
        if (points.size() == 1) {
            return "There is one score so far: " + score(first.score()) + " of 100 on " + day(first.at()) + ".";
        }
        HistoryPoint last = points.get(points.size() - 1);
        return "The score went from " + score(first.score()) + " on " + day(first.at()) + " to " + score(last.score())
                + " on " + day(last.at()) + ".";
    }

    static String points(Part part) {
        return decimal(part.points()) + (part.max() > 0 ? " of " + decimal(part.max()) : "");
    }

    /** In one line, with a capital. */
    static String capitalised(String text) {
        String line = line(text);
        int second = line.isEmpty() ? 0 : line.offsetByCodePoints(0, 1);
        return line.substring(0, second).toUpperCase(Locale.ROOT) + line.substring(second);
    }

    static String before(Metric metric) {
        Optional<String> before = metric.before();
        return before.map(Wording::line).orElse("not known");
    }

    static String day(Instant at) {
        return DAY.format(at.atZone(ZoneOffset.UTC));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String shortDay(Instant at) {
        return SHORT_DAY.format(at.atZone(ZoneOffset.UTC));
    }

    /** A score as the review holds it, which is as exact as it takes to look like its colour. */
    static String score(double score) {
        return Figures.show(score);
    }

    static String decimal(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0
                ? "0"
                : rounded.stripTrailingZeros().scale() <= 0
                        ? rounded.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                        : rounded.toPlainString();
    }

    /** The text in one line: without line breaks, control characters and halves of characters. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(each -> line.appendCodePoint(isPlain(each) ? each : ' '));
        return line.toString().replaceAll("\\s+", " ").strip();
    }

    private static boolean isPlain(int codePoint) {
        return !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE
                && (codePoint & 0xFFFE) != 0xFFFE
                && codePoint != 0x2028
                && codePoint != 0x2029
                && !(codePoint >= 0x202A && codePoint <= 0x202E)
                && !(codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
