package io.csm.adapter.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import java.util.List;

/**
 * What the bytes of a stored snapshot stand for, position by position. It is stored beside them, so that they can be
 * read when the catalogue has moved on.
 *
 * @param fields one for each signal of the catalogue that wrote
 */
record SnapshotLayout(List<Field> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One signal.
     *
     * @param name of the signal
     * @param type the code of its type
     * @param options the words of a choice, in the order of their numbers; else empty
     */
    record Field(String name, String type, List<String> options) {
        Field {
            options = List.copyOf(options);
        }

        boolean isChoice() {
            return !options.isEmpty();
        }
    }

    SnapshotLayout {
        fields = List.copyOf(fields);
    }

    static SnapshotLayout of(SignalCatalogue catalogue) {
        return new SnapshotLayout(
                catalogue.signals().stream().map(SnapshotLayout::field).toList());
    }

    private static Field field(Signal signal) {
        return new Field(signal.name(), signal.type().code(), signal.options());
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a snapshot layout cannot be written", impossible);
        }
    }

    static SnapshotLayout fromJson(String json) {
        try {
            return new SnapshotLayout(JSON.readValue(json, new TypeReference<List<Field>>() {}));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("a stored snapshot layout cannot be read", malformed);
        }
    }
}
