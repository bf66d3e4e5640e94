package io.csm.app.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.csm.app.input.Refusal;
import io.csm.application.event.Arrival;
import io.csm.domain.signal.SimilarNames;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An event as one JSON object: {@code source}, {@code id}, {@code source_type}, {@code type}, {@code account_id},
 * {@code occurred_at}, {@code person} and {@code payload}. Written, the same event is the same text.
 */
public final class EventDocument {

    /** The fields of the object, in order. */
    public static final List<String> FIELDS =
            List.of("source", "id", "source_type", "type", "account_id", "occurred_at", "person", "payload");

    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private EventDocument() {}

    /**
     * Reads an event.
     *
     * @throws InvalidEvent naming the field, the value and the rule
     */
    public static Arrival read(String json) {
        JsonNode document = tree("event", json);
        if (!document.isObject()) {
            throw new InvalidEvent("event", shortened(json), "must be a JSON object");
        }
        document.properties().forEach(entry -> refuseUnknown(entry.getKey()));
        return new EventDraft(
                        text(document, "source"),
                        text(document, "id"),
                        text(document, "source_type"),
                        text(document, "type"),
                        text(document, "account_id"),
                        instant("occurred_at", text(document, "occurred_at")),
                        find(document, "person").map(node -> text("person", node)),
                        payload(find(document, "payload")))
                .arrival();
    }

    private static void refuseUnknown(String field) {
        if (!FIELDS.contains(field)) {
            throw new InvalidEvent(
                    shortened(field),
                    "",
                    "is not a field of an event; what else there is to say goes into payload"
                            + SimilarNames.hint(field, FIELDS));
        }
    }

    private static Optional<JsonNode> find(JsonNode document, String field) {
        return Optional.ofNullable(document.get(field)).filter(node -> !node.isNull());
    }

    private static String text(JsonNode document, String field) {
        return find(document, field)
                .map(node -> text(field, node))
                .orElseThrow(() -> new InvalidEvent(field, "", "must be there"));
    }

    private static String text(String field, JsonNode node) {
        if (!node.isTextual()) {
            throw new InvalidEvent(field, shortened(node.toString()), "must be a text in double quotes");
        }
        return storable(field, node.asText());
    }

    /**
     * Reads an instant that says its offset.
     *
     * @throws InvalidEvent when it is none
     */
    public static Instant instant(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException none) {
            throw new InvalidEvent(
                    field, shortened(text), "must be an instant with its offset, such as 2026-03-31T12:00:00Z");
        }
    }

    /**
     * Reads the object that stands under {@code payload}.
     *
     * @throws InvalidEvent when it is none
     */
    public static SortedMap<String, JsonNode> readPayload(String json) {
        return payload(Optional.of(tree("payload", json)));
    }

    /**
     * Reads a value of the payload that is written in JSON.
     *
     * @throws InvalidEvent when it is not
     */
    public static JsonNode readValue(String field, String json) {
        return tree(field, json);
    }

    private static SortedMap<String, JsonNode> payload(Optional<JsonNode> node) {
        node.filter(present -> !present.isObject()).ifPresent(other -> {
            throw new InvalidEvent("payload", shortened(other.toString()), "must be a JSON object");
        });
        SortedMap<String, JsonNode> fields = new TreeMap<>();
        node.ifPresent(object -> object.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue())));
        return fields;
    }

    private static JsonNode tree(String field, String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            String words = String.valueOf(broken.getOriginalMessage());
            throw new InvalidEvent(
                    field,
                    shortened(json),
                    words.startsWith("Duplicate field") ? "must not hold a name twice" : "must be JSON");
        }
    }

    /** The payload as it is stored. */
    static String payload(SortedMap<String, JsonNode> fields) {
        return storable("payload", write(fields));
    }

    /** The event as {@link #read} takes it. */
    static String write(EventDraft event, SortedMap<String, JsonNode> payload) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", event.source());
        fields.put("id", event.id());
        fields.put("source_type", event.sourceType());
        fields.put("type", event.type());
        fields.put("account_id", event.account());
        fields.put("occurred_at", event.occurredAt().toString());
        event.person().ifPresent(person -> fields.put("person", person));
        fields.put("payload", payload);
        return write(fields);
    }

    private static String write(Object fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
    }

    /** An escape can smuggle in what no database takes. */
    private static String storable(String field, String text) {
        boolean isBroken = text.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
        if (isBroken || ESCAPED_NUL.matcher(text).find()) {
            throw new InvalidEvent(field, "", "must not hold \\u0000 or half of a surrogate pair");
        }
        return text;
    }

    static String shortened(String text) {
        return Refusal.shortened(text);
    }
}
