package io.csm.app.imports;

import io.csm.domain.signal.SimilarNames;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rows of one file mean.
 *
 * @param file its name
 * @param target what a row is
 * @param source the system that the ids are of
 * @param delimiter what stands between two cells of CSV
 * @param fields where each field comes from, by its name
 * @param when rows that do not meet these are left out
 * @param payload what goes into the payload of an event
 * @param strict whether a column that no field is made of is a mistake
 */
public record FileMapping(
        String file,
        Target target,
        String source,
        char delimiter,
        Map<String, FieldMapping> fields,
        List<Condition> when,
        Payload payload,
        boolean strict) {

    /** The columns that a field is made of; one that is only looked up is not said by what is found. */
    Set<String> taken() {
        Set<String> taken = new HashSet<>();
        fields.values().stream()
                .filter(field -> field.lookup().isEmpty())
                .forEach(field -> taken.addAll(field.columns()));
        return taken;
    }

    /** Refuses columns that mean nothing, where that is a mistake. */
    void refuseUnknown(List<String> columns) {
        for (String column : strict ? columns : List.<String>of()) {
            if (!fields.containsKey(column) && !RefusedRows.COLUMNS.contains(column)) {
                throw new InvalidCell(
                        column,
                        "",
                        "is not a column of " + target.code() + "s" + SimilarNames.hint(column, fields.keySet()));
            }
        }
    }
}
