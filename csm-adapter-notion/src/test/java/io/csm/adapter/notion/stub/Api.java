package io.csm.adapter.notion.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The workspace and what can be asked of it, over texts. */
final class Api {

    static final String OLD = "2022-06-28";
    static final String NEW = "2025-09-03";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Schemas schemas;
    private final Map<String, List<Table>> databases = new TreeMap<>();
    private final Map<String, StoredPage> pages = new TreeMap<>();
    private final Map<String, StoredPage> pageOfBlock = new TreeMap<>();
    private Instant now = Instant.parse("2026-01-05T08:00:00Z");
    private int ids;

    Api(Schemas schemas) {
        this.schemas = schemas;
    }

    void add(Table table) {
        databases.computeIfAbsent(table.database, id -> new ArrayList<>()).add(table);
    }

    List<Table> tablesOf(String database) {
        return databases.getOrDefault(database, List.of());
    }

    StoredPage page(String id) {
        StoredPage page = pages.get(id);
        if (page == null) {
            throw Refused.notFound("page", id);
        }
        return page;
    }

    StoredPage addPage(Table table, JsonNode properties) {
        now = now.plusSeconds(60);
        StoredPage page = new StoredPage("page-" + ++ids, table, now);
        Rules.checkProperties(table, properties);
        page.write(properties);
        table.pages.add(page);
        pages.put(page.id, page);
        return page;
    }

    /** The answer; the path is split at its slashes. */
    JsonNode answer(String method, List<String> path, Map<String, String> query, String version, byte[] body) {
        Rules.checkSize(body);
        String text = new String(body, StandardCharsets.UTF_8);
        JsonNode json = parsed(text);
        Rules.checkLimits("body", json);
        boolean isNew = version.equals(NEW);
        if (!isNew && !version.equals(OLD)) {
            throw Refused.invalid("Notion-Version header failed validation: " + version);
        }
        String id = path.size() > 1 ? path.get(1) : "";
        return switch (method + " " + shape(path)) {
            case "GET databases/{}" -> database(id, isNew);
            case "POST databases/{}/query" -> query(oldTable(id, isNew), json, text, false);
            case "GET data_sources/{}" -> described(source(id, isNew), "data_source");
            case "POST data_sources/{}/query" -> query(source(id, isNew), json, text, true);
            case "POST pages" -> create(json, text, isNew);
            case "PATCH pages/{}" -> update(page(id), json, text, isNew);
            case "GET blocks/{}/children" ->
                part(page(id).blocks, Function.identity(), query.get("page_size"), query.get("start_cursor"));
            case "PATCH blocks/{}/children" -> append(page(id), json, text);
            case "DELETE blocks/{}" -> delete(id);
            default -> throw Refused.wrongUrl();
        };
    }

    private static String shape(List<String> path) {
        List<String> shape = new ArrayList<>(path);
        if (shape.size() > 1) {
            shape.set(1, "{}");
        }
        return String.join("/", shape);
    }

    private static JsonNode parsed(String text) {
        try {
            return text.isEmpty() ? NODES.objectNode() : JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw Refused.invalid("Error parsing JSON body.");
        }
    }

    private List<Table> tables(String database) {
        if (!databases.containsKey(database)) {
            throw Refused.notFound("database", database);
        }
        return databases.get(database);
    }

    private Table oldTable(String database, boolean isNew) {
        if (isNew) {
            throw Refused.wrongUrl();
        }
        return onlyTable(database);
    }

    private Table onlyTable(String database) {
        List<Table> tables = tables(database);
        if (tables.size() > 1) {
            throw Refused.severalSources(tables.stream().map(table -> table.id).toList());
        }
        return tables.get(0);
    }

    private Table source(String id, boolean isNew) {
        if (!isNew) {
            throw Refused.wrongUrl();
        }
        return databases.values().stream()
                .flatMap(List::stream)
                .filter(table -> table.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("data_source", id));
    }

    private JsonNode database(String id, boolean isNew) {
        if (!isNew) {
            return described(onlyTable(id), "database");
        }
        ObjectNode database = NODES.objectNode();
        database.put("object", "database").put("id", id);
        database.putArray("title").addObject().put("type", "text").put("plain_text", "Several");
        ArrayNode sources = database.putArray("data_sources");
        tables(id).forEach(table -> sources.addObject().put("id", table.id).put("name", table.name));
        return database;
    }

    private static JsonNode described(Table table, String object) {
        ObjectNode described = NODES.objectNode();
        described.put("object", object).put("id", object.equals("database") ? table.database : table.id);
        described.putArray("title").addObject().put("type", "text").put("plain_text", table.name);
        described.set("properties", table.described());
        return described;
    }

    private JsonNode query(Table table, JsonNode body, String text, boolean isNew) {
        Rules.checkKeys(body, List.of("filter", "sorts", "start_cursor", "page_size"));
        schemas.judge("QueryDataSourceBody", text);
        return part(
                new Query(table, body).pages(),
                page -> page.shown(isNew),
                body.has("page_size") ? body.get("page_size").asText() : null,
                body.has("start_cursor") ? body.get("start_cursor").asText() : null);
    }

    private static <T> JsonNode part(List<T> all, Function<T, ObjectNode> shown, String pageSize, String cursor) {
        int size = pageSize == null ? 100 : Integer.parseInt(pageSize);
        if (size < 1 || size > 100) {
            throw Refused.invalid("body failed validation: body.page_size should be <= 100, instead was " + size);
        }
        int from = cursor == null ? 0 : Integer.parseInt(cursor.replace("cursor-", ""));
        int to = Math.min(from + size, all.size());
        ObjectNode list = NODES.objectNode();
        list.put("object", "list");
        all.subList(Math.min(from, to), to).stream().map(shown).forEach(list.putArray("results")::add);
        list.put("has_more", to < all.size()).put("next_cursor", to < all.size() ? "cursor-" + to : null);
        list.put("type", "page_or_block");
        return list;
    }

    private JsonNode create(JsonNode body, String text, boolean isNew) {
        Rules.checkKeys(body, List.of("parent", "properties", "children", "icon", "cover"));
        schemas.judge("CreatePageBody", text);
        JsonNode parent = body.path("parent");
        Table table = parent.has("data_source_id")
                ? source(parent.path("data_source_id").asText(), isNew)
                : onlyTable(parent.path("database_id").asText());
        Rules.checkBlocks(body.path("children"));
        StoredPage page = addPage(table, body.path("properties"));
        body.path("children").forEach(block -> addBlock(page, block));
        return page.shown(isNew);
    }

    private JsonNode update(StoredPage page, JsonNode body, String text, boolean isNew) {
        Rules.checkKeys(body, List.of("properties", "archived", "in_trash", "icon", "cover"));
        schemas.judge("UpdatePageBody", text);
        Rules.checkProperties(page.table, body.path("properties"));
        page.write(body.path("properties"));
        return page.shown(isNew);
    }

    private JsonNode append(StoredPage page, JsonNode body, String text) {
        Rules.checkKeys(body, List.of("children", "after"));
        schemas.judge("AppendBody", text);
        Rules.checkBlocks(body.path("children"));
        int before = page.blocks.size();
        body.path("children").forEach(block -> addBlock(page, block));
        return part(page.blocks.subList(before, page.blocks.size()), Function.identity(), null, null);
    }

    private void addBlock(StoredPage page, JsonNode block) {
        String id = "block-" + ++ids;
        page.append(id, block);
        pageOfBlock.put(id, page);
    }

    private JsonNode delete(String block) {
        StoredPage page = pageOfBlock.get(block);
        if (page == null) {
            throw Refused.notFound("block", block);
        }
        Function<ObjectNode, Boolean> isIt = each -> each.path("id").asText().equals(block);
        if (!page.blocks.removeIf(isIt::apply)) {
            throw Refused.invalid("Can't edit block that is archived. You must unarchive the block before editing.");
        }
        return NODES.objectNode().put("object", "block").put("id", block).put("archived", true);
    }
}
