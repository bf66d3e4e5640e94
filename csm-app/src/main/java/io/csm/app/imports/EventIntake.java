package io.csm.app.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.csm.app.events.EventDocument;
import io.csm.app.events.EventDraft;
import io.csm.app.events.EventTypes;
import io.csm.app.events.InvalidEvent;
import io.csm.app.input.Row;
import io.csm.application.event.Arrival;
import io.csm.application.event.IngestEvents.Ingested;
import io.csm.domain.event.EventType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

final class EventIntake implements Intake<Arrival> {

    private static final String PAYLOAD = "payload";
    private static final String PREFIX = "payload.";

    private final Recipient to;

    EventIntake(Recipient to) {
        this.to = to;
    }

    @Override
    public Arrival read(FieldValues values) {
        try {
            return draft(values).arrival();
        } catch (InvalidEvent invalid) {
            throw new InvalidCell(column(values, invalid.field()), invalid.value(), invalid.rule());
        }
    }

    private static EventDraft draft(FieldValues values) {
        String sourceType = values.requiredText("source_type");
        String type = values.requiredText("type");
        return new EventDraft(
                values.text("source").orElse(values.mapping().source()),
                values.requiredText("id"),
                sourceType,
                type,
                values.requiredText(Target.ACCOUNT_ID),
                values.instant("occurred_at").orElseThrow(() -> values.refused("occurred_at", "", "must not be empty")),
                values.text("person"),
                payload(values, EventTypes.get(sourceType, type)));
    }

    private static SortedMap<String, JsonNode> payload(FieldValues values, EventType type) {
        SortedMap<String, JsonNode> payload = new TreeMap<>();
        Payload wanted = values.mapping().payload();
        Set<String> taken = values.mapping().taken();
        for (String column : values.row().columns()) {
            boolean isWanted = wanted.rest()
                    ? !taken.contains(column) && !RefusedRows.COLUMNS.contains(column)
                    : wanted.columns().contains(column);
            if (isWanted) {
                put(payload, values.row(), column);
            }
        }
        values.text("subject").ifPresent(text -> payload.put(type.subject().orElse("subject"), TextNode.valueOf(text)));
        values.text("quantity")
                .ifPresent(text -> payload.put(
                        type.quantity().map(EventType.Quantity::field).orElse("quantity"), TextNode.valueOf(text)));
        return payload;
    }

    private static void put(SortedMap<String, JsonNode> payload, SourceRow row, String column) {
        row.find(column).ifPresent(text -> {
            if (column.equals(PAYLOAD)) {
                payload.putAll(EventDocument.readPayload(text));
            } else {
                String name = column.startsWith(PREFIX) ? column.substring(PREFIX.length()) : column;
                payload.put(name, node(row, column, text));
            }
        });
    }

    private static JsonNode node(SourceRow row, String column, String text) {
        Row.Kind kind = row.kind(column);
        return switch (kind) {
            case NUMBER, NESTED -> EventDocument.readValue(column, text);
            case BOOLEAN -> BooleanNode.valueOf(text.equals("true"));
            case TEXT, ABSENT, NULL -> TextNode.valueOf(text);
        };
    }

    /** The column that holds what an event calls so. */
    private static String column(FieldValues values, String field) {
        List<String> columns = values.row().columns();
        if (!field.startsWith(PREFIX)) {
            return Optional.ofNullable(values.mapping().fields().get(field))
                    .map(from -> from.place(field))
                    .orElse(field);
        }
        String name = field.substring(PREFIX.length());
        return columns.contains(field) ? field : columns.contains(name) ? name : subjectOrQuantity(values, name, field);
    }

    private static String subjectOrQuantity(FieldValues values, String name, String field) {
        EventType type = EventTypes.get(values.requiredText("source_type"), values.requiredText("type"));
        String mapped = type.subject().filter(name::equals).isPresent() ? "subject" : "quantity";
        return Optional.ofNullable(values.mapping().fields().get(mapped))
                .map(from -> from.place(field))
                .orElse(field);
    }

    /** The store keeps the first of an id and tells of another one. */
    @Override
    public Optional<String> id(Arrival read) {
        return Optional.empty();
    }

    @Override
    public Stored store(List<Arrival> batch) {
        Ingested ingested = to.success().ingestEvents().ingest(to.actor(), batch, to.receivedAt());
        List<Rejected> rejected = ingested.refused().stream()
                .map(refused -> new Rejected(
                        refused.index(),
                        refused.entry().field(),
                        refused.entry().value(),
                        refused.entry().rule()))
                .toList();
        return new Stored(ingested.stored(), ingested.duplicates(), rejected);
    }
}
