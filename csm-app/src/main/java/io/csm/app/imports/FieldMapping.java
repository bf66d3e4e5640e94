package io.csm.app.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the value of a field comes from.
 *
 * @param columns in which it stands: one, or several for a list; none when it is a constant
 * @param constant the value of every row
 * @param lookup where the text of the column is looked up
 * @param when rows that do not meet these have no value
 * @param values what stands for the texts of the column; others stand for themselves
 * @param otherwise the value where there is none
 * @param separator what stands between the items of a list in one column
 * @param format how values are written
 */
record FieldMapping(
        List<String> columns,
        Optional<String> constant,
        Optional<Lookup> lookup,
        List<Condition> when,
        Map<String, Optional<String>> values,
        Optional<String> otherwise,
        Optional<String> separator,
        ValueFormat format) {

    /** The column of that name, written as CSM's own files are. */
    static FieldMapping ofColumn(String column) {
        return new FieldMapping(
                List.of(column),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                ValueFormat.OWN);
    }

    /** That value in every row. */
    static FieldMapping ofConstant(String value) {
        return new FieldMapping(
                List.of(),
                Optional.of(value),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                ValueFormat.OWN);
    }

    /** The same, for a list whose items stand in one column with that between them. */
    FieldMapping separatedBy(String text) {
        return new FieldMapping(columns, constant, lookup, when, values, otherwise, Optional.of(text), format);
    }

    /** The same, whose values are written so. */
    FieldMapping in(ValueFormat other) {
        return new FieldMapping(columns, constant, lookup, when, values, otherwise, separator, other);
    }

    /** What messages call the place of its value. */
    String place(String field) {
        return columns.isEmpty() ? field : columns.get(0);
    }

    /** Its texts in a row, after everything but their format. */
    Stream<String> texts(SourceRow row) {
        if (!Condition.allMetBy(row, when)) {
            return otherwise.stream();
        }
        if (constant.isPresent()) {
            return constant.stream();
        }
        List<String> found =
                columns.stream().flatMap(column -> text(row, column)).toList();
        return found.isEmpty() ? otherwise.stream() : found.stream();
    }

    private Stream<String> text(SourceRow row, String column) {
        return row.find(column).map(text -> lookedUp(column, text)).stream().flatMap(this::valueOf);
    }

    private String lookedUp(String column, String text) {
        return lookup.map(other -> other.find(text).orElseThrow(() -> new InvalidCell(column, text, other.rule())))
                .orElse(text);
    }

    private Stream<String> valueOf(String text) {
        Optional<String> value = values.getOrDefault(text, Optional.of(text));
        return value.stream();
    }
}
