package io.csm.app.input;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Has FastCSV take one line apart into the fields of a row. The parser gets a line at a time, so that a quote that is
 * not closed meets the end of input instead of swallowing the lines below.
 */
final class CsvFields {

    private final Row row = new Row();
    private final Feed feed = new Feed();
    private final String[] names;
    private final char delimiter;
    private Iterator<Row> parser;
    private boolean strayQuote;

    /** Fields beyond the names given are read too, and have an empty name. */
    CsvFields(List<String> names, char delimiter) {
        this.delimiter = delimiter;
        this.names = names.toArray(String[]::new);
        this.parser = newParser();
    }

    /** Returns the rule that the line breaks, if any; else its fields are in {@link #row}. */
    Optional<String> read(Lines line) {
        row.begin(line.number(), false);
        strayQuote = false;
        feed.load(line);
        try {
            parser.next();
        } catch (CsvParseException broken) {
            return Optional.of(explain(broken));
        }
        return strayQuote
                ? Optional.of("a quote stands inside a field that does not begin with a quote")
                : Optional.empty();
    }

    Row row() {
        return row;
    }

    private String explain(CsvParseException broken) {
        // FastCSV wraps whatever is thrown below it: a defect of ours must not pass for a broken line.
        if (broken.getCause() != null) {
            throw broken;
        }
        parser = newParser();
        return feed.isExhausted()
                ? "a quoted field is not closed on this line"
                : "text follows the closing quote of a field";
    }

    private Iterator<Row> newParser() {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(new Fields(), feed)
                .iterator();
    }

    private final class Fields extends AbstractBaseCsvCallbackHandler<Row> {

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            Row.Kind kind = length == 0 ? Row.Kind.ABSENT : Row.Kind.TEXT;
            row.add(index < names.length ? names[index] : "", kind, buffer, offset, length);
            strayQuote |= !quoted && holdsQuote(buffer, offset, offset + length);
        }

        @Override
        protected Row buildRecord() {
            return row;
        }
    }

    private static boolean holdsQuote(char[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '"') {
                return true;
            }
        }
        return false;
    }

    /** One line and its line feed, then the end of input until the next line is loaded. */
    private static final class Feed extends Reader {

        private char[] chars = {};
        private int length;
        private int at;
        private boolean exhausted;

        void load(Lines line) {
            chars = line.chars();
            length = line.length();
            at = 0;
            exhausted = false;
        }

        /** Tells whether the parser wanted more than the line. */
        boolean isExhausted() {
            return exhausted;
        }

        @Override
        public int read(char[] target, int offset, int room) {
            int count = Math.min(room, length - at);
            if (count < 0) {
                exhausted = true;
                return -1;
            }
            System.arraycopy(chars, at, target, offset, count);
            at += count;
            if (count < room) {
                target[offset + count++] = '\n';
                at++;
            }
            return count;
        }

        @Override
        public void close() {
            // The lines are closed by the reader that owns them.
        }
    }
}
