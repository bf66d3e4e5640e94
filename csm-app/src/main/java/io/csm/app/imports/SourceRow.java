package io.csm.app.imports;

import io.csm.app.input.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row as it was read, kept until it is stored or refused.
 *
 * @param line where it stands in its file
 * @param columns the names of its cells
 * @param kinds what each cell holds
 * @param texts each cell as it is written
 * @param written the whole line as it is written
 */
record SourceRow(long line, List<String> columns, List<Row.Kind> kinds, List<String> texts, String written) {

    /** Copies what the reader will overwrite; {@code columns} are those of the header, empty where there is none. */
    static SourceRow of(Row row, List<String> header, String written) {
        List<String> names = new ArrayList<>();
        List<Row.Kind> kinds = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int field = 0; field < row.size(); field++) {
            names.add(row.name(field));
            kinds.add(row.kind(field));
            texts.add(row.text(field));
        }
        return new SourceRow(row.line(), header.isEmpty() ? names : header, kinds, texts, written);
    }

    /** A line that holds no row. */
    static SourceRow unreadable(long line, String written) {
        return new SourceRow(line, List.of(), List.of(), List.of(), written);
    }

    boolean isReadable() {
        return !texts.isEmpty();
    }

    /** What stands in that column; empty when it is blank, or null, or there is no such column in this row. */
    Optional<String> find(String column) {
        int at = columns.indexOf(column);
        return at < 0 || kinds.get(at) == Row.Kind.NULL || texts.get(at).isBlank()
                ? Optional.empty()
                : Optional.of(texts.get(at));
    }

    Row.Kind kind(String column) {
        int at = columns.indexOf(column);
        return at < 0 ? Row.Kind.ABSENT : kinds.get(at);
    }
}
