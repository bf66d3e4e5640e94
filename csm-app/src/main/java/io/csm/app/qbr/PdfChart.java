package io.csm.app.qbr;

import com.openhtmltopdf.css.parser.FSColor;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import io.csm.app.qbr.HistoryLine.Dot;
import io.csm.domain.health.Rag;
import io.csm.domain.qbr.Qbr.HistoryPoint;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3c.dom.Element;

/** Draws the line of a history into a PDF; the words around it are set as text. */
final class PdfChart implements FSObjectDrawerFactory, FSObjectDrawer {

    private static final double WIDTH = 153;
    private static final double HEIGHT = 36;
    private static final double LEFT = 12;
    private static final double TOP = 6;
    private static final FSColor RULE = new FSRGBColor(0xDD, 0xE3, 0xEA);
    private static final FSColor LINE = new FSRGBColor(0x3B, 0x78, 0xB4);
    private static final FSColor PAPER = new FSRGBColor(0xFF, 0xFF, 0xFF);

    private final List<HistoryPoint> points;

    PdfChart(List<HistoryPoint> points) {
        this.points = points;
    }

    /** The frame of the chart and its words, in millimetres. */
    static void frame(Markup markup, List<HistoryPoint> points) {
        HistoryLine line = HistoryLine.of(points);
        markup.tag("<div class=\"chart\">\n<object type=\"csm/history\" alt=\"")
                .data("Line chart. " + Wording.history(points))
                .tag("\" style=\"left:" + mm(LEFT) + ";top:" + mm(TOP) + ";width:" + mm(WIDTH) + ";height:" + mm(HEIGHT)
                        + "\"></object>\n");
        for (int score : new int[] {0, 25, 50, 75, 100}) {
            place(markup, "axis", 0, TOP + HEIGHT * (100 - score) / 100 - 1.8, String.valueOf(score));
        }
        for (Dot dot : line.scores()) {
            double beside = line.isValley(dot) ? 1.8 : -5.4;
            place(
                    markup,
                    "name",
                    x(dot) - 6,
                    TOP + HEIGHT * dot.y() + beside,
                    Wording.score(dot.point().score()));
        }
        for (Dot dot : line.days()) {
            double shift = dot.x() == 0 ? 3 : dot.x() == 1 ? -5 : 0;
            place(
                    markup,
                    "day",
                    x(dot) - 14 + shift,
                    TOP + HEIGHT + 2,
                    Wording.shortDay(dot.point().at()));
        }
        markup.tag("</div>\n");
        ReviewBody.legend(markup, points);
    }

    private static void place(Markup markup, String style, double left, double top, String label) {
        markup.tag("<div class=\"" + style + "\" style=\"left:" + mm(left) + ";top:" + mm(top) + "\">" + label
                + "</div>\n");
    }

    private static double x(Dot dot) {
        return LEFT + WIDTH * dot.x();
    }

    private static String mm(double length) {
        return String.format(Locale.ROOT, "%.2fmm", length);
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        return this;
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return element.getTagName().equals("object");
    }

    @Override
    @SuppressWarnings("NullAway") // the interface takes null for: no links
    public Map<Shape, String> drawObject(
            Element element,
            double left,
            double top,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        HistoryLine line = HistoryLine.of(points);
        double unit = width / WIDTH;
        grid(device, left, top, width, height, unit);
        Path2D path = new Path2D.Double();
        for (Dot dot : line.dots()) {
            double x = left + width * dot.x();
            double y = top + height * dot.y();
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        stroke(device, LINE, 0.7 * unit);
        device.draw(path);
        double radius = (line.few() ? 1.4 : 0.75) * unit;
        for (Dot dot : line.dots()) {
            double x = left + width * dot.x();
            double y = top + height * dot.y();
            circle(device, PAPER, x, y, radius + 0.35 * unit);
            circle(device, colour(dot.point().rag()), x, y, radius);
        }
        return null;
    }

    private static void grid(OutputDevice device, double left, double top, double width, double height, double unit) {
        stroke(device, RULE, 0.2 * unit);
        for (int quarter = 0; quarter <= 4; quarter++) {
            double y = top + height * quarter / 4;
            device.draw(new Line2D.Double(left, y, left + width, y));
        }
    }

    private static void stroke(OutputDevice device, FSColor color, double width) {
        device.setColor(color);
        device.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private static void circle(OutputDevice device, FSColor color, double x, double y, double radius) {
        device.setColor(color);
        device.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static FSColor colour(Rag rag) {
        return switch (rag) {
            case GREEN -> new FSRGBColor(0x2D, 0x7D, 0x5A);
            case AMBER -> new FSRGBColor(0xA8, 0x6A, 0x12);
            case RED -> new FSRGBColor(0xB4, 0x48, 0x3A);
        };
    }
}
