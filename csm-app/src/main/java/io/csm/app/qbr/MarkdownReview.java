package io.csm.app.qbr;

import io.csm.domain.qbr.Metric;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.Qbr.HistoryPoint;
import io.csm.domain.qbr.Qbr.Part;
import io.csm.domain.qbr.QbrSection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A review as Markdown with tables, which nothing in its data can turn into something else. */
final class MarkdownReview {

    private static final int MOST_POINTS = 12;

    private final StringBuilder text = new StringBuilder();

    private MarkdownReview() {}

    static String write(Qbr qbr) {
        MarkdownReview review = new MarkdownReview();
        review.head(qbr);
        review.section(qbr.text().health());
        review.history(qbr.history());
        review.contributions(qbr.contributions());
        review.section(qbr.text().roi());
        review.metrics(qbr.roi());
        review.section(qbr.text().adoption());
        review.section(qbr.text().nextSteps());
        review.paragraph("---");
        review.paragraph("_" + escaped(Wording.footer(qbr)) + "_");
        return review.text.toString().stripTrailing() + "\n";
    }

    private void head(Qbr qbr) {
        paragraph("# " + Wording.title(qbr) + ": " + escaped(qbr.accountName()));
        paragraph("**" + Wording.period(qbr) + "**");
        paragraph(escaped(Wording.prepared(qbr)));
        paragraph("**" + Wording.scoreLine(qbr) + "**");
    }

    private void section(QbrSection section) {
        paragraph("## " + escaped(section.heading()));
        paragraph(escaped(section.narrative()));
        bullets(section.bullets());
    }

    private void history(List<HistoryPoint> points) {
        paragraph("### " + Wording.HISTORY);
        paragraph(Wording.history(points));
        if (points.size() > 1) {
            List<HistoryPoint> latest = points.subList(Math.max(0, points.size() - MOST_POINTS), points.size());
            if (latest.size() < points.size()) {
                paragraph("The latest " + latest.size() + " of " + points.size() + " scores:");
            }
            table(
                    Wording.HISTORY_COLUMNS,
                    latest.stream()
                            .map(each -> List.of(
                                    Wording.day(each.at()), Wording.score(each.score()), Wording.band(each.rag()))));
        }
    }

    private void contributions(List<Part> parts) {
        if (!parts.isEmpty()) {
            paragraph("### " + Wording.CONTRIBUTIONS);
            table(
                    Wording.CONTRIBUTION_COLUMNS,
                    parts.stream()
                            .map(each ->
                                    List.of(Wording.capitalised(each.label()), Wording.points(each), each.reason())));
        }
    }

    private void metrics(List<Metric> metrics) {
        if (!metrics.isEmpty()) {
            paragraph("### " + Wording.METRICS);
            table(
                    Wording.METRIC_COLUMNS,
                    metrics.stream()
                            .map(each -> List.of(
                                    Wording.capitalised(each.name()),
                                    each.value(),
                                    Wording.before(each),
                                    each.source())));
        }
    }

    private void bullets(List<String> bullets) {
        if (!bullets.isEmpty()) {
            paragraph(bullets.stream().map(each -> "- " + escaped(each)).collect(Collectors.joining("\n")));
        }
    }

    private void table(List<String> head, Stream<List<String>> rows) {
        Stream<String> lines = Stream.of(row(head), "|---".repeat(head.size()) + "|");
        paragraph(Stream.concat(lines, rows.map(MarkdownReview::row)).collect(Collectors.joining("\n")));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(MarkdownReview::escaped).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private void paragraph(String paragraph) {
        text.append(paragraph).append("\n\n");
    }

    /** Shown as it is: no emphasis, links, tags, tables or lists come of it, nor links of a bare web address. */
    static String escaped(String data) {
        return Wording.line(data)
                .replaceAll("&(?=#?\\w+;)", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_{}\\[\\]#|~])", "\\\\$1")
                .replaceAll("^([-+=])", "\\\\$1")
                .replaceAll("^(\\d+)([.)])(?=\\s|$)", "$1\\\\$2")
                .replace("://", "&#58;//")
                .replaceAll("(?i)\\b(www)\\.", "$1&#46;");
    }
}
