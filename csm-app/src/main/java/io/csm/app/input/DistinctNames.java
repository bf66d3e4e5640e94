package io.csm.app.input;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a name that one object holds twice. The objects of a file mostly have the same names in the same order, so
 * names are looked into only when they differ from those of the last object.
 */
final class DistinctNames {

    private String[] known = {};

    Optional<String> findRepeated(Row row) {
        return isKnown(row) ? Optional.empty() : compare(row);
    }

    private boolean isKnown(Row row) {
        if (row.size() > known.length) {
            return false;
        }
        for (int i = 0; i < row.size(); i++) {
            if (!known[i].equals(row.name(i))) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> compare(Row row) {
        Set<String> seen = new HashSet<>();
        String[] names = new String[row.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = row.name(i);
            if (!seen.add(names[i])) {
                return Optional.of(names[i]);
            }
        }
        known = names;
        return Optional.empty();
    }
}
