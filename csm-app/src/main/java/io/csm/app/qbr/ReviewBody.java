package io.csm.app.qbr;

import io.csm.domain.health.Rag;
import io.csm.domain.qbr.Metric;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.Qbr.HistoryPoint;
import io.csm.domain.qbr.Qbr.Part;
import io.csm.domain.qbr.QbrSection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What the page for the browser and the pages for the printer have in common: all but the line and the style. */
final class ReviewBody {

    /** Draws a history of two points or more, with its legend. */
    interface Chart {
        void draw(Markup markup, List<HistoryPoint> points);
    }

    private final Markup markup;
    private final Chart chart;

    ReviewBody(Markup markup, Chart chart) {
        this.markup = markup;
        this.chart = chart;
    }

    void write(Qbr qbr) {
        head(qbr);
        health(qbr);
        roi(qbr);
        section(qbr.text().adoption());
        section(qbr.text().nextSteps());
    }

    private void head(Qbr qbr) {
        markup.tag("<header>\n")
                .element("p", "kind", Wording.title(qbr))
                .element("h1", qbr.accountName())
                .element("p", "period", Wording.period(qbr))
                .element("p", "prepared", Wording.prepared(qbr))
                .tag("</header>\n");
    }

    private void health(Qbr qbr) {
        open(qbr.text().health());
        markup.tag("<div class=\"score " + style(qbr.rag()) + "\">")
                .tag("<p class=\"label\">" + Wording.SCORE + "</p>")
                .tag("<p class=\"number\">" + Wording.score(qbr.score()) + " <span>of 100</span></p>")
                .tag("<p class=\"band\">" + Wording.band(qbr.rag()) + "</p></div>\n");
        prose(qbr.text().health());
        history(qbr.history());
        contributions(qbr.contributions());
        markup.tag("</section>\n");
    }

    private void history(List<HistoryPoint> points) {
        markup.tag("<div class=\"together\">\n<h3>" + Wording.HISTORY + "</h3>\n")
                .element("p", Wording.history(points));
        if (points.size() > 1) {
            chart.draw(markup, points);
        }
        markup.tag("</div>\n");
    }

    /** The colours in words, of those alone that are seen. */
    static void legend(Markup markup, List<HistoryPoint> points) {
        markup.tag("<p class=\"legend\">");
        Arrays.stream(Rag.values())
                .filter(rag -> points.stream().anyMatch(point -> point.rag() == rag))
                .forEach(rag -> markup.tag("<span class=\"key " + style(rag) + "\"><span class=\"dot\"></span>"
                        + Wording.band(rag) + "</span> "));
        markup.tag("</p>\n");
    }

    private void contributions(List<Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        markup.tag("<h3>" + Wording.CONTRIBUTIONS + "</h3>\n<table class=\"parts\">\n")
                .columns("label", "graph", "points")
                .tag(
                        "<thead><tr><th scope=\"col\">Measure</th><th scope=\"col\" colspan=\"2\">Points</th></tr></thead>\n")
                .tag("<tbody>\n");
        for (Part part : parts) {
            markup.tag("<tr><th scope=\"row\" dir=\"auto\">")
                    .data(Wording.capitalised(part.label()))
                    .tag("<span class=\"why\">")
                    .data(part.reason())
                    .tag("</span></th><td class=\"graph\">" + bar(part) + "</td><td class=\"points\">"
                            + Wording.points(part) + "</td></tr>\n");
        }
        markup.tag("</tbody>\n</table>\n");
    }

    private void roi(Qbr qbr) {
        open(qbr.text().roi());
        prose(qbr.text().roi());
        if (!qbr.roi().isEmpty()) {
            markup.tag("<h3>" + Wording.METRICS + "</h3>\n<table class=\"metrics\">\n")
                    .columns("figure", "value", "before", "source")
                    .head(Wording.METRIC_COLUMNS)
                    .tag("<tbody>\n");
            qbr.roi().forEach(this::metric);
            markup.tag("</tbody>\n</table>\n");
        }
        markup.tag("</section>\n");
    }

    private void metric(Metric metric) {
        markup.tag("<tr><th scope=\"row\" dir=\"auto\">")
                .data(Wording.capitalised(metric.name()))
                .tag("</th>");
        cell(Wording.METRIC_COLUMNS.get(1), "value", metric.value());
        cell(Wording.METRIC_COLUMNS.get(2), "before", Wording.before(metric));
        cell(Wording.METRIC_COLUMNS.get(3), "source", metric.source());
        markup.tag("</tr>\n");
    }

    /** The name of the column stands in the cell as well, for screens that are too narrow for columns. */
    private void cell(String column, String style, String data) {
        markup.tag("<td class=\"" + style + "\" data-column=\"" + column + "\" dir=\"auto\">")
                .data(data)
                .tag("</td>");
    }

    private void section(QbrSection section) {
        open(section);
        prose(section);
        markup.tag("</section>\n");
    }

    private void open(QbrSection section) {
        markup.tag("<section>\n").element("h2", section.heading());
    }

    private void prose(QbrSection section) {
        markup.element("p", "narrative", section.narrative()).bullets(section.bullets());
    }

    /** None for what changes the whole, which has no length of its own. */
    private static String bar(Part part) {
        return part.max() > 0
                ? String.format(
                        Locale.ROOT,
                        "<div class=\"bar\"><div class=\"fill\" style=\"width:%.1f%%\"></div></div>",
                        Math.max(0, Math.min(100, 100 * part.points() / part.max())))
                : "";
    }

    /** The class of a colour in the style sheets. */
    static String style(Rag rag) {
        return switch (rag) {
            case GREEN -> "on-track";
            case AMBER -> "attention";
            case RED -> "support";
        };
    }

    /** A style sheet of this package. */
    static String sheet(String name) {
        try (InputStream sheet = Objects.requireNonNull(ReviewBody.class.getResourceAsStream(name), name)) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
