package io.csm.adapter.notion.stub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Conditions and order of a query, as far as CSM uses them; others are refused. */
final class Query {

    private final Table table;
    private final JsonNode body;

    Query(Table table, JsonNode body) {
        this.table = table;
        this.body = body;
    }

    List<StoredPage> pages() {
        Comparator<StoredPage> order = order();
        return table.pages.stream()
                .filter(page -> !page.isInTrash)
                .filter(page -> !body.has("filter") || fulfils(page, body.get("filter")))
                .sorted(order)
                .toList();
    }

    private Comparator<StoredPage> order() {
        Comparator<StoredPage> order = (one, other) -> 0;
        for (JsonNode sort : body.path("sorts")) {
            Comparator<StoredPage> next = sort.has("timestamp")
                    ? Comparator.comparing(page -> page.created)
                    : Comparator.comparing(
                            page -> instant(page, known(sort.path("property").asText())));
            order = order.thenComparing(sort.path("direction").asText().equals("descending") ? next.reversed() : next);
        }
        return order;
    }

    private String known(String property) {
        table.typeOf(property);
        return property;
    }

    private boolean fulfils(StoredPage page, JsonNode filter) {
        if (filter.has("and")) {
            return each(filter.get("and")).allMatch(part -> fulfils(page, part));
        }
        if (filter.has("or")) {
            return each(filter.get("or")).anyMatch(part -> fulfils(page, part));
        }
        return fulfilsOne(page, filter);
    }

    private static java.util.stream.Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private boolean fulfilsOne(StoredPage page, JsonNode filter) {
        String property = filter.path("property").asText();
        String type = table.typeOf(property);
        if (!filter.path(type).isObject() || filter.size() != 2) {
            throw Refused.invalid("database property " + type + " does not match filter " + filter);
        }
        Map.Entry<String, JsonNode> condition =
                filter.get(type).properties().iterator().next();
        String value = condition.getValue().asText();
        return switch (type + " " + condition.getKey()) {
            case "title equals", "rich_text equals", "select equals", "status equals" ->
                text(page, property).equals(value);
            case "select does_not_equal", "status does_not_equal" ->
                !text(page, property).equals(value);
            case "date on_or_after" -> !instant(page, property).isBefore(parsed(value));
            case "date before" -> instant(page, property).isBefore(parsed(value));
            default -> throw Refused.invalid("the filter " + filter + " is not known here");
        };
    }

    private static String text(StoredPage page, String property) {
        JsonNode value = page.values.get(property);
        JsonNode typed = value.path(value.path("type").asText());
        if (!typed.isArray()) {
            return typed.path("name").asText("");
        }
        StringBuilder text = new StringBuilder();
        typed.forEach(part -> text.append(part.path("plain_text").asText()));
        return text.toString();
    }

    private static Instant instant(StoredPage page, String property) {
        String start = page.values.get(property).path("date").path("start").asText("");
        return start.isEmpty() ? Instant.EPOCH : parsed(start);
    }

    private static Instant parsed(String date) {
        return date.length() == 10
                ? LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(date).toInstant();
    }
}
