package io.csm.app.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.csm.domain.event.EventType;
import java.util.Optional;
import java.util.SortedMap;

/** Finds what the type of an event wants to know in its payload, and writes it back in one way. */
final class PayloadFields {

    private static final String PREFIX = "payload.";

    private PayloadFields() {}

    static Optional<String> subject(EventType type, SortedMap<String, JsonNode> payload) {
        if (type.subject().isEmpty()) {
            return Optional.empty();
        }
        String field = type.subject().get();
        Optional<String> subject = find(payload, field).map(node -> text(field, node));
        if (subject.isEmpty() && type.subjectRequired()) {
            throw new InvalidEvent(PREFIX + field, "", "must be there, for " + type.code() + " is about it");
        }
        subject.filter(word -> !type.subjects().isEmpty() && !type.subjects().contains(word))
                .ifPresent(word -> {
                    throw new InvalidEvent(
                            PREFIX + field,
                            EventDocument.shortened(word),
                            "must be one of " + String.join(", ", type.subjects()));
                });
        subject.ifPresent(word -> payload.put(field, TextNode.valueOf(word)));
        return subject;
    }

    private static String text(String field, JsonNode node) {
        if (!node.isValueNode() || node.asText().isBlank()) {
            throw new InvalidEvent(PREFIX + field, EventDocument.shortened(node.toString()), "must be a text");
        }
        return node.asText();
    }

    static Optional<Long> quantity(EventType type, SortedMap<String, JsonNode> payload) {
        if (type.quantity().isEmpty()) {
            return Optional.empty();
        }
        EventType.Quantity wanted = type.quantity().get();
        Optional<Long> quantity = find(payload, wanted.field()).map(node -> number(wanted, node));
        if (quantity.isEmpty() && wanted.required()) {
            throw new InvalidEvent(PREFIX + wanted.field(), "", "must be there: " + rule(wanted));
        }
        quantity.ifPresent(number -> payload.put(wanted.field(), LongNode.valueOf(number)));
        return quantity;
    }

    private static long number(EventType.Quantity wanted, JsonNode node) {
        boolean isWhole = (node.isNumber() || node.isTextual()) && node.asText().matches("-?[0-9]{1,18}");
        long number = isWhole ? Long.parseLong(node.asText()) : Long.MIN_VALUE;
        if (!isWhole || number < wanted.from() || number > wanted.to()) {
            String value = node.isTextual() ? node.asText() : node.toString();
            throw new InvalidEvent(PREFIX + wanted.field(), EventDocument.shortened(value), "must be " + rule(wanted));
        }
        return number;
    }

    private static String rule(EventType.Quantity wanted) {
        return "a whole number from " + wanted.from() + " to " + wanted.to();
    }

    private static Optional<JsonNode> find(SortedMap<String, JsonNode> payload, String field) {
        return Optional.ofNullable(payload.get(field)).filter(node -> !node.isNull());
    }
}
