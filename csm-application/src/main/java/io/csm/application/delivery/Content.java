package io.csm.application.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a message as it travels: a JSON object whose fields keep their order. A value is a text, a whole number
 * ({@link Long}), a decimal ({@link BigDecimal}), yes or no, nothing ({@code null}), a list or another object.
 */
public final class Content {

    private Content() {}

    /**
     * The same, and unmodifiable.
     *
     * @throws IllegalArgumentException when a value is something else
     */
    public static Map<String, Object> copyOf(Map<String, Object> content) {
        Map<String, Object> copy = new LinkedHashMap<>();
        content.forEach((field, value) -> copy.put(field, copyOf(field, value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object copyOf(String field, Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Long || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(copyOf(field, each)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((key, each) -> fields.put(String.valueOf(key), each));
            return copyOf(fields);
        }
        throw new IllegalArgumentException(
                "field " + field + " cannot hold a " + value.getClass().getSimpleName());
    }
}
