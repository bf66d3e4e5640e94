package io.csm.app.imports;

import java.util.List;

/**
 * A column that must hold one of some values; a blank one is the empty text.
 *
 * @param column which
 * @param values one of these
 */
record Condition(String column, List<String> values) {

    boolean isMetBy(SourceRow row) {
        return values.contains(row.find(column).orElse(""));
    }

    static boolean allMetBy(SourceRow row, List<Condition> conditions) {
        return conditions.stream().allMatch(condition -> condition.isMetBy(row));
    }
}
