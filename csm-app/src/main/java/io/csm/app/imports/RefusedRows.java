package io.csm.app.imports;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.csm.app.input.Format;
import io.csm.app.input.Row;
import io.csm.application.signal.RefusedRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes refused rows as they were read, each behind the reason, so that they can be corrected and imported again. The
 * file is made when there is a row for it.
 */
final class RefusedRows implements AutoCloseable {

    /** What stands before the columns of the file; an import does not look at them. */
    static final List<String> COLUMNS = List.of("refused_line", "refused_field", "refused_value", "refused_rule");

    private final Path file;
    private final Format format;
    private final List<String> header;
    private final char delimiter;
    private final Set<Long> lines = new HashSet<>();
    private Optional<BufferedWriter> open = Optional.empty();

    /** The header is that of the file; empty where it has none. */
    RefusedRows(Path file, Format format, List<String> header, char delimiter) {
        this.file = file;
        this.format = format;
        this.header = header;
        this.delimiter = delimiter;
    }

    /** The file, when there is one. */
    Optional<Path> file() {
        return open.map(any -> file);
    }

    /** A row that is refused for two targets is written for the first. */
    void add(SourceRow row, RefusedRow why) {
        if (lines.add(row.line())) {
            write(format == Format.JSON_LINES ? json(row, why) : csv(row, why));
        }
    }

    private void write(String line) {
        try {
            BufferedWriter out = open.isPresent() ? open.get() : create();
            out.write(line);
            out.write('\n');
        } catch (IOException denied) {
            throw failed(denied);
        }
    }

    private BufferedWriter create() throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        open = Optional.of(out);
        if (format == Format.CSV && !header.isEmpty()) {
            out.write(cells(COLUMNS) + delimiter + cells(ownHeader()) + '\n');
        }
        return out;
    }

    private List<String> ownHeader() {
        return header.stream().filter(column -> !COLUMNS.contains(column)).toList();
    }

    private static List<String> reason(RefusedRow why) {
        return List.of(Long.toString(why.line()), why.field(), why.value(), why.rule());
    }

    /** What could not be taken apart is kept as it is, behind the reason. */
    private String csv(SourceRow row, RefusedRow why) {
        boolean wasRefusedBefore = header.contains(COLUMNS.get(0));
        if (!wasRefusedBefore) {
            return cells(reason(why)) + delimiter + row.written();
        }
        if (!row.isReadable()) {
            return row.written();
        }
        List<String> own = new ArrayList<>();
        for (int i = 0; i < row.columns().size(); i++) {
            if (!COLUMNS.contains(row.columns().get(i))) {
                own.add(row.texts().get(i));
            }
        }
        return cells(reason(why)) + delimiter + cells(own);
    }

    private String cells(List<String> texts) {
        return texts.stream().map(this::cell).collect(Collectors.joining(String.valueOf(delimiter)));
    }

    private String cell(String text) {
        boolean isPlain = text.indexOf(delimiter) < 0 && text.indexOf('"') < 0 && text.equals(text.strip());
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String json(SourceRow row, RefusedRow why) {
        List<String> fields = new ArrayList<>();
        List<String> reason = reason(why);
        fields.add(quoted(COLUMNS.get(0)) + ":" + reason.get(0));
        for (int i = 1; i < COLUMNS.size(); i++) {
            fields.add(quoted(COLUMNS.get(i)) + ":" + quoted(reason.get(i)));
        }
        String start = "{" + String.join(",", fields);
        if (row.isReadable()) {
            String own = ownFields(row);
            return start + (own.isEmpty() ? "" : "," + own) + "}";
        }
        String written = row.written().strip();
        if (written.startsWith("{" + quoted(COLUMNS.get(0)))) {
            return written;
        }
        return written.matches("\\{\\s*[^}\\s].*")
                ? start + "," + written.substring(1)
                : start + ",\"refused_text\":" + quoted(written) + "}";
    }

    private static String ownFields(SourceRow row) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < row.texts().size(); i++) {
            String name = row.columns().get(i);
            if (!COLUMNS.contains(name)) {
                boolean isText = row.kinds().get(i) == Row.Kind.TEXT;
                String text = row.texts().get(i);
                fields.add(quoted(name) + ":" + (isText ? quoted(text) : text));
            }
        }
        return String.join(",", fields);
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    @Override
    public void close() {
        try {
            if (open.isPresent()) {
                open.get().close();
            }
        } catch (IOException denied) {
            throw failed(denied);
        }
    }

    private UncheckedIOException failed(IOException denied) {
        return new UncheckedIOException(
                "refused rows cannot be written to " + file + ": " + denied.getMessage(), denied);
    }
}
