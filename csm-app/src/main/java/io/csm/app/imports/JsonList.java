package io.csm.app.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.app.events.EventDocument;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A list as JSON writes it. */
final class JsonList {

    static final String RULE = "must be a list of texts";

    private JsonList() {}

    /** Its texts; empty when it is no list or holds something else. */
    static Optional<Stream<String>> read(String json) {
        JsonNode list = EventDocument.readValue("list", json);
        boolean isSound = list.isArray()
                && StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isTextual);
        return isSound
                ? Optional.of(StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText))
                : Optional.empty();
    }
}
