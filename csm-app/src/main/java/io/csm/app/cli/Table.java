package io.csm.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Columns that line up; numbers to the right, the last column wrapped. */
final class Table {

    private static final int NARROWEST_LAST = 20;
    private static final int INDENT = 4;
    private static final String GAP = "  ";

    /** A cell and how it is styled once its width is settled. */
    record Cell(String text, UnaryOperator<String> style) {
        Cell {
            text = Visible.text(text);
        }

        int width() {
            return Visible.width(text);
        }
    }

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

    /** The last cells get the rest of the lines; where next to nothing is left, they get lines of their own. */
    void print(Console console) {
        int[] widths = new int[right.length];
        for (List<Cell> row : rows) {
            for (int i = 0; i < row.size() - 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).width());
            }
        }
        int before = 0;
        for (int i = 0; i < widths.length - 1; i++) {
            before += widths[i] + GAP.length();
        }
        int room = console.width() - before;
        int longest = rows.stream()
                .mapToInt(row -> row.get(row.size() - 1).width())
                .max()
                .orElse(0);
        boolean lastBelow = room < NARROWEST_LAST && longest > room;
        for (List<Cell> row : rows) {
            Cell last = row.get(row.size() - 1);
            String line = allButLast(row, widths);
            if (lastBelow) {
                String indent = " ".repeat(INDENT);
                console.say(line.stripTrailing());
                print(console, indent, indent, last, console.width() - INDENT);
            } else {
                print(console, line, " ".repeat(before), last, Math.max(room, longest > room ? NARROWEST_LAST : room));
            }
        }
    }

    private String allButLast(List<Cell> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size() - 1; i++) {
            Cell cell = row.get(i);
            String padding = " ".repeat(widths[i] - cell.width());
            String shown = cell.style().apply(cell.text());
            line.append(right[i] ? padding + shown : shown + padding).append(GAP);
        }
        return line.toString();
    }

    private static void print(Console console, String first, String others, Cell cell, int room) {
        String start = first;
        for (String part : wrapped(cell.text(), room)) {
            console.say(start.concat(cell.style().apply(part)).stripTrailing());
            start = others;
        }
    }

    private static List<String> wrapped(String text, int room) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (Visible.width(rest) > room) {
            int fits = fitting(rest, room);
            int blank = rest.lastIndexOf(' ', fits);
            int cut = blank <= 0 ? fits : blank;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** How many characters fit into so many columns; at least one. */
    private static int fitting(String text, int room) {
        int at = 0;
        int columns = 0;
        while (at < text.length()) {
            int next = text.offsetByCodePoints(at, 1);
            columns += Visible.width(text.substring(at, next));
            if (columns > room && at > 0) {
                return at;
            }
            at = next;
        }
        return at;
    }
}
