package io.csm.app.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the rows of a file, packed with gzip or not, one by one, in memory that does not grow with the file:
 *
 * <pre>{@code
 * try (RowReader reader = RowReader.open(file)) {
 *     while (reader.next(sink)) {}
 * }
 * }</pre>
 *
 * <p>Blank lines are skipped. A reader belongs to one thread.
 */
public final class RowReader implements AutoCloseable {

    private final String name;
    private final Lines lines;
    private final Format format;
    private final CsvHeader header;
    private final Grammar grammar;

    /** The line that showed the format is a row already when the file is JSON lines. */
    private boolean lineAhead;

    private boolean atEnd;

    private RowReader(InputStream in, String name, RowRules rules) throws IOException {
        this.name = name;
        lines = new Lines(Unzipping.of(in));
        format = formatOf(lines);
        header = format == Format.CSV ? CsvHeader.of(lines, rules) : new CsvHeader(List.of(), List.of());
        grammar = format == Format.CSV ? new CsvRows(header.columns(), rules) : new JsonRows(rules);
        lineAhead = format == Format.JSON_LINES;
    }

    /**
     * Opens a signals file.
     *
     * @throws InputUnreadable when there is no such file, or it is a directory, or may not be read
     */
    public static RowReader open(Path file) {
        return open(file, RowRules.OF_SIGNALS);
    }

    /** The same by those rules. */
    public static RowReader open(Path file, RowRules rules) {
        if (Files.isDirectory(file)) {
            throw new InputUnreadable(file + " is a directory; name a file in it.");
        }
        try {
            return over(Files.newInputStream(file), file.toString(), rules);
        } catch (NoSuchFileException missing) {
            throw new InputUnreadable("There is no file " + file + ".", missing);
        } catch (AccessDeniedException denied) {
            throw new InputUnreadable("The file " + file + " may not be read: permission denied.", denied);
        } catch (IOException broken) {
            throw unreadable(file.toString(), broken);
        }
    }

    /**
     * Reads a stream of signals, and closes it when the reader is closed.
     *
     * @param name what to call the stream in messages, like "standard input"
     * @throws InputUnreadable when the stream breaks
     */
    public static RowReader over(InputStream in, String name) {
        return over(in, name, RowRules.OF_SIGNALS);
    }

    /** The same by those rules. */
    public static RowReader over(InputStream in, String name, RowRules rules) {
        try {
            return new RowReader(in, name, rules);
        } catch (IOException broken) {
            throw unreadable(name, broken);
        }
    }

    public Format format() {
        return format;
    }

    /** Returns the names in the header of a CSV file; empty for JSON lines and when the header is refused. */
    public List<String> columns() {
        return header.columns();
    }

    /** Returns the current line as it is written, as far as it can be read; for a sink to keep. */
    public String line() {
        return lines.readable();
    }

    /**
     * Reads on to the next row, or refused line, and hands it to the sink. What is wrong with a CSV header comes first,
     * all of it in one call, and is then the end.
     *
     * @return false at the end, when the sink was not called
     * @throws InputUnreadable when the file or stream breaks
     */
    public boolean next(RowSink sink) {
        if (atEnd || !advance()) {
            atEnd = true;
            return false;
        }
        if (!header.refusals().isEmpty()) {
            header.refusals().forEach(sink::refused);
            atEnd = true;
        } else if (lines.isSound()) {
            grammar.read(lines, sink);
        } else {
            sink.refused(Refusal.ofLine(lines.number(), lines.fault()));
        }
        return true;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException broken) {
            throw unreadable(name, broken);
        }
    }

    private boolean advance() {
        if (lineAhead || !header.refusals().isEmpty()) {
            lineAhead = false;
            return true;
        }
        try {
            return lines.nextNotBlank();
        } catch (IOException broken) {
            throw unreadable(name, broken);
        }
    }

    private static Format formatOf(Lines lines) throws IOException {
        if (!lines.nextNotBlank()) {
            return Format.EMPTY;
        }
        return lines.lead() == '{' ? Format.JSON_LINES : Format.CSV;
    }

    private static InputUnreadable unreadable(String name, IOException broken) {
        return new InputUnreadable("Reading " + name + " failed: " + broken.getMessage() + ".", broken);
    }
}
