package io.csm.adapter.notion.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page and its blocks. */
final class StoredPage {

    private static final DateTimeFormatter NOTION = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

    final String id;
    final Table table;
    final Instant created;
    final ObjectNode values = JsonNodeFactory.instance.objectNode();
    final List<ObjectNode> blocks = new ArrayList<>();
    boolean isInTrash;

    StoredPage(String id, Table table, Instant created) {
        this.id = id;
        this.table = table;
        this.created = created;
        table.properties().forEach(property -> put(property, nothing(table.typeOf(property))));
    }

    private static JsonNode nothing(String type) {
        boolean isList = type.equals("title") || type.equals("rich_text");
        return isList ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.nullNode();
    }

    private void put(String property, JsonNode value) {
        String type = table.typeOf(property);
        ObjectNode stored = values.putObject(property);
        stored.put("id", Integer.toHexString(property.hashCode()))
                .put("type", type)
                .set(type, value);
    }

    /** Takes over values of a request, as Notion keeps them: dates to the minute, texts with their marks. */
    void write(JsonNode properties) {
        for (Map.Entry<String, JsonNode> each : properties.properties()) {
            JsonNode value = each.getValue().get(table.typeOf(each.getKey()));
            put(each.getKey(), kept(table.typeOf(each.getKey()), value.deepCopy()));
        }
    }

    private static JsonNode kept(String type, JsonNode value) {
        if (type.equals("title") || type.equals("rich_text")) {
            value.forEach(StoredPage::complete);
        } else if (type.equals("date") && value.isObject()) {
            ObjectNode date = (ObjectNode) value;
            date.put("start", toTheMinute(date.path("start").asText()));
            date.put(
                    "end",
                    date.path("end").isTextual() ? toTheMinute(date.path("end").asText()) : null);
            date.putNull("time_zone");
        } else if (value.isObject()) {
            ((ObjectNode) value).put("id", "option").put("color", "default");
        }
        return value;
    }

    private static void complete(JsonNode richText) {
        ObjectNode text = (ObjectNode) richText;
        text.put("type", "text")
                .put("plain_text", text.path("text").path("content").asText());
        text.putNull("href");
        text.putObject("annotations").put("bold", false).put("color", "default");
    }

    private static String toTheMinute(String date) {
        return date.length() == 10
                ? date
                : OffsetDateTime.parse(date).truncatedTo(ChronoUnit.MINUTES).format(NOTION);
    }

    void append(String blockId, JsonNode block) {
        String type = block.path("type").asText();
        ObjectNode content = block.path(type).deepCopy();
        content.path("rich_text").forEach(StoredPage::complete);
        if (!content.has("color")) {
            content.put("color", "default");
        }
        ObjectNode stored = JsonNodeFactory.instance.objectNode();
        stored.put("object", "block").put("id", blockId).put("type", type).put("has_children", false);
        stored.set(type, content);
        blocks.add(stored);
    }

    ObjectNode shown(boolean bySource) {
        String at = created.atOffset(ZoneOffset.UTC).format(NOTION).replace("+00:00", "Z");
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("object", "page").put("id", id).put("created_time", at).put("last_edited_time", at);
        page.putObject("created_by").put("object", "user").put("id", "bot");
        page.putObject("last_edited_by").put("object", "user").put("id", "bot");
        page.putNull("cover").putNull("icon");
        ObjectNode parent = page.putObject("parent");
        if (bySource) {
            parent.put("type", "data_source_id").put("data_source_id", table.id);
        } else {
            parent.put("type", "database_id");
        }
        parent.put("database_id", table.database);
        page.put("archived", isInTrash).put("in_trash", isInTrash);
        page.set("properties", values);
        page.put("url", "https://www.notion.so/" + id).putNull("public_url");
        return page;
    }
}
