package io.csm.app.qbr;

import io.csm.domain.qbr.Metric;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.sl.usermodel.Insets2D;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;

/** The figures of a review as tables that do not reach below their slides. */
final class TableSlides {

    private static final double[] WIDTHS = {220, 210, 180, Deck.INNER - 610};
    private static final double SIZE = 15;
    private static final double SMALL = 12.5;
    private static final double PADDING = 7;
    private static final int LONGEST_CELL = 3;

    private TableSlides() {}

    static void metrics(Deck deck, List<Metric> metrics) {
        List<List<String>> rest = metrics.stream().map(TableSlides::cells).toList();
        String heading = Wording.METRICS;
        while (!rest.isEmpty()) {
            List<List<String>> fitting = fitting(rest);
            table(deck, heading, fitting);
            rest = rest.subList(fitting.size(), rest.size());
            heading = Wording.METRICS + " (continued)";
        }
    }

    private static List<String> cells(Metric metric) {
        return List.of(
                cut(Wording.capitalised(metric.name()), 0),
                cut(metric.value(), 1),
                cut(Wording.before(metric), 2),
                cut(metric.source(), 3));
    }

    private static String cut(String text, int column) {
        return TextFit.cut(Wording.line(text), size(column), room(column), LONGEST_CELL);
    }

    private static List<List<String>> fitting(List<List<String>> rows) {
        List<List<String>> fitting = new ArrayList<>();
        double left = Deck.BOTTOM - Deck.TOP - SMALL * TextFit.LINE - 2 * PADDING;
        for (List<String> row : rows) {
            left -= height(row);
            if (left < 0) {
                break;
            }
            fitting.add(row);
        }
        return fitting;
    }

    private static double height(List<String> row) {
        double highest = 0;
        for (int column = 0; column < row.size(); column++) {
            highest = Math.max(highest, TextFit.height(row.get(column), size(column), room(column)));
        }
        return highest + 2 * PADDING;
    }

    private static void table(Deck deck, String heading, List<List<String>> rows) {
        XSLFTable table = deck.slide(heading).createTable();
        row(table, Wording.METRIC_COLUMNS, true);
        rows.forEach(row -> row(table, row, false));
        for (int column = 0; column < WIDTHS.length; column++) {
            table.setColumnWidth(column, WIDTHS[column]);
        }
        double height =
                table.getRows().stream().mapToDouble(XSLFTableRow::getHeight).sum();
        table.setAnchor(new Rectangle2D.Double(Deck.MARGIN, Deck.TOP, Deck.INNER, height));
    }

    private static void row(XSLFTable table, List<String> cells, boolean head) {
        XSLFTableRow row = table.addRow();
        row.setHeight(head ? SMALL * TextFit.LINE + 2 * PADDING : height(cells));
        for (int column = 0; column < cells.size(); column++) {
            XSLFTableCell cell = row.addCell();
            cell.clearText();
            cell.setInsets(new Insets2D(PADDING, column == 0 ? 0 : 8, PADDING, 8));
            cell.setVerticalAlignment(VerticalAlignment.TOP);
            cell.setBorderColor(BorderEdge.bottom, Deck.RULE);
            cell.setBorderWidth(BorderEdge.bottom, 1);
            Color color = head || column > 1 ? Deck.SOFT : Deck.INK;
            Deck.run(cell.addNewTextParagraph(), cells.get(column), head ? SMALL : size(column), color)
                    .setBold(head || column < 2);
        }
    }

    private static double size(int column) {
        return column == WIDTHS.length - 1 ? SMALL : SIZE;
    }

    private static double room(int column) {
        return WIDTHS[column] - (column == 0 ? 8 : 16);
    }
}
