package io.csm.app.imports;

import java.util.Map;
import java.util.Optional;

/**
 * Another file in which a value is looked up.
 *
 * @param file its name
 * @param key the column in which the value is found
 * @param value the column that stands for it
 * @param entries the values of both columns
 */
record Lookup(String file, String key, String value, Map<String, String> entries) {

    Optional<String> find(String text) {
        return Optional.ofNullable(entries.get(text));
    }

    String rule() {
        return "must stand under " + key + " in " + file;
    }
}
