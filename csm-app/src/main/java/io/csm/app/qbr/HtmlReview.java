package io.csm.app.qbr;

import io.csm.app.qbr.HistoryLine.Dot;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.Qbr.HistoryPoint;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A review as one page for a browser: no scripts, nothing to load, and XML as well. */
final class HtmlReview {

    /** The page may load nothing at all, whatever its data says. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private HtmlReview() {}

    static String write(Qbr qbr) {
        Markup markup = new Markup();
        markup.tag("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .tag("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\"/>\n")
                .tag("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .tag("<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>")
                .data(Wording.title(qbr) + ": " + qbr.accountName() + ", " + qbr.period())
                .tag("</title>\n<style>\n" + ReviewBody.sheet("screen.css") + "</style>\n</head>\n<body>\n<main>\n");
        new ReviewBody(markup, HtmlReview::chart).write(qbr);
        return markup.tag("</main>\n")
                .element("footer", Wording.footer(qbr))
                .tag("</body>\n</html>\n")
                .toString();
    }

    /** Places are shares of the width, so that letters keep their size on a narrow screen. */
    private static void chart(Markup markup, List<HistoryPoint> points) {
        HistoryLine line = HistoryLine.of(points);
        markup.tag("<figure>\n<div class=\"chart\" role=\"img\" aria-label=\"")
                .data("Line chart. " + Wording.history(points))
                .tag("\">\n");
        for (int score : new int[] {0, 25, 50, 75, 100}) {
            markup.tag("<span class=\"grid\" style=\"top:" + (100 - score) + "%\"><span>" + score + "</span></span>\n");
        }
        markup.tag("<svg class=\"line\" viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\"><polyline points=\"")
                .tag(line.dots().stream()
                        .map(dot -> number(dot.x() * 1000) + "," + number(dot.y() * 1000))
                        .collect(Collectors.joining(" ")))
                .tag("\"/></svg>\n<svg class=\"dots\">\n");
        line.dots().forEach(dot -> circle(markup, dot, line.few() ? 5 : 2.5));
        markup.tag("</svg>\n");
        line.scores().forEach(dot -> label(markup, line.isValley(dot) ? "score-below" : "score-above", dot, true));
        line.days().forEach(dot -> label(markup, "day", dot, false));
        markup.tag("</div>\n</figure>\n");
        ReviewBody.legend(markup, points);
        table(markup, points);
    }

    private static void circle(Markup markup, Dot dot, double radius) {
        markup.tag("<circle class=\"" + ReviewBody.style(dot.point().rag()) + "\" cx=\"" + percent(dot.x()) + "\" cy=\""
                + percent(dot.y()) + "\" r=\"" + number(radius) + "\"/>\n");
    }

    private static void label(Markup markup, String style, Dot dot, boolean score) {
        String edge = dot.x() == 0 ? " first" : dot.x() == 1 ? " last" : "";
        markup.tag("<span class=\"" + style + edge + "\" style=\"left:" + percent(dot.x())
                + (score ? ";top:" + percent(dot.y()) : "") + "\">"
                + (score
                        ? Wording.score(dot.point().score())
                        : Wording.shortDay(dot.point().at()))
                + "</span>\n");
    }

    /** The same in figures, for whoever cannot see the line. */
    private static void table(Markup markup, List<HistoryPoint> points) {
        markup.tag("<details>\n<summary>The scores as a table</summary>\n<table class=\"history\">\n")
                .head(Wording.HISTORY_COLUMNS)
                .tag("<tbody>\n");
        points.forEach(point -> markup.tag("<tr><th scope=\"row\">" + Wording.day(point.at()) + "</th><td>"
                + Wording.score(point.score()) + "</td><td>" + Wording.band(point.rag()) + "</td></tr>\n"));
        markup.tag("</tbody>\n</table>\n</details>\n");
    }

    private static String percent(double share) {
        return number(100 * share) + "%";
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
