package io.csm.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Columns that line up; numbers to the right, the last column wrapped. */
final class Table {

    private static final int LINE = 118;
    private static final int NARROWEST_LAST = 40;
    private static final String GAP = "  ";

    /** A cell and how it is styled once its width is settled. */
    record Cell(String text, UnaryOperator<String> style) {}

    private final boolean[] right;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** One letter for each column: {@code l} left, {@code r} right. */
    Table(String alignment) {
        right = new boolean[alignment.length()];
        for (int i = 0; i < right.length; i++) {
            right[i] = alignment.charAt(i) == 'r';
        }
    }

    static Cell cell(String text) {
        return new Cell(text, UnaryOperator.identity());
    }

    static Cell cell(String text, UnaryOperator<String> style) {
        return new Cell(text, style);
    }

    Table row(Cell... cells) {
        rows.add(List.of(cells));
        return this;
    }

    Table row(String... cells) {
        rows.add(List.of(cells).stream().map(Table::cell).toList());
        return this;
    }

    /** A row of column names. */
    Table head(Console console, String... cells) {
        rows.add(List.of(cells).stream().map(text -> cell(text, console::faint)).toList());
        return this;
    }

    void print(Console console) {
        int[] widths = new int[right.length];
        for (List<Cell> row : rows) {
            for (int i = 0; i < row.size() - 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).text().length());
            }
        }
        int before = 0;
        for (int i = 0; i < widths.length - 1; i++) {
            before += widths[i] + GAP.length();
        }
        int last = Math.max(NARROWEST_LAST, LINE - before);
        for (List<Cell> row : rows) {
            print(console, row, widths, before, last);
        }
    }

    private void print(Console console, List<Cell> row, int[] widths, int before, int last) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size() - 1; i++) {
            Cell cell = row.get(i);
            String padding = " ".repeat(widths[i] - cell.text().length());
            String shown = cell.style().apply(cell.text());
            line.append(right[i] ? padding + shown : shown + padding).append(GAP);
        }
        Cell end = row.get(row.size() - 1);
        boolean first = true;
        for (String part : wrapped(end.text(), last)) {
            String shown = end.style().apply(part);
            console.say(
                    (first ? line.toString() : " ".repeat(before)).concat(shown).stripTrailing());
            first = false;
        }
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int cut = rest.lastIndexOf(' ', width);
            cut = cut <= 0 ? width : cut;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
