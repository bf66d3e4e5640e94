package io.csm.adapter.notion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.csm.application.directory.port.DirectoryRefused;
import io.csm.application.directory.port.DirectoryUnavailable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import notion.api.v1.NotionClient;
import notion.api.v1.json.GsonSerializer;
import notion.api.v1.json.NotionJsonSerializer;
import notion.api.v1.logging.NotionLogger;
import notion.api.v1.model.databases.QueryResults;
import notion.api.v1.model.pages.Page;
import notion.api.v1.model.pages.PageParent;
import notion.api.v1.model.pages.PageProperty;
import notion.api.v1.request.blocks.AppendBlockChildrenRequest;
import notion.api.v1.request.databases.QueryDatabaseRequest;
import notion.api.v1.request.pages.CreatePageRequest;
import notion.api.v1.request.pages.UpdatePageRequest;
import okhttp3.HttpUrl;

/**
 * What can be asked of Notion, each once: {@link Attempts} stands around it. The SDK speaks the version of the API that it
 * was made for; databases with several data sources, types that it does not know and blocks of people are read by a few
 * lines of our own.
 */
final class NotionLink {

    static final String VERSION = "2022-06-28";
    static final String VERSION_OF_SOURCES = "2025-09-03";
    static final int PAGE_SIZE = 100;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final NotionLogger SILENT = new SilentLogger();

    private final Courier courier;
    private final HttpUrl base;
    private final NotionJsonSerializer serializer = new GsonSerializer(false);
    private final NotionClient ofDatabases;
    private final NotionClient ofSources;

    NotionLink(Courier courier, String baseUrl) {
        this.courier = courier;
        this.base = HttpUrl.get(baseUrl);
        this.ofDatabases = client(baseUrl, VERSION);
        this.ofSources = client(baseUrl, VERSION_OF_SOURCES);
    }

    private NotionClient client(String baseUrl, String version) {
        NotionClient client = new NotionClient("");
        client.setHttpClient(new SdkTransport(courier, version));
        client.setJsonSerializer(serializer);
        client.setLogger(SILENT);
        client.setBaseUrl(baseUrl);
        return client;
    }

    /** The tables of a database: itself, or its data sources when it has several. */
    List<Source> describe(String databaseId) {
        try {
            JsonNode database = read(() -> json(courier.get(url("databases", databaseId), VERSION)));
            return List.of(source(databaseId, false, database));
        } catch (Refusal refusal) {
            if (!refusal.isAboutSeveralSources()) {
                throw refusal;
            }
            return describeSources(databaseId);
        }
    }

    private List<Source> describeSources(String databaseId) {
        JsonNode database = json(courier.get(url("databases", databaseId), VERSION_OF_SOURCES));
        List<Source> sources = new ArrayList<>();
        for (JsonNode each : database.path("data_sources")) {
            String id = each.path("id").asText("");
            sources.add(source(id, true, json(courier.get(url("data_sources", id), VERSION_OF_SOURCES))));
        }
        return sources;
    }

    private static Source source(String id, boolean isDataSource, JsonNode described) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : described.path("properties").properties()) {
            types.put(each.getKey(), each.getValue().path("type").asText(""));
        }
        return new Source(id, isDataSource, plainText(described.path("title")), Map.copyOf(types));
    }

    QueryResults query(Source source, QueryDatabaseRequest request) {
        return read(() -> source.isDataSource()
                ? serializer.toQueryResults(courier.post(
                        url("data_sources", source.id(), "query"),
                        VERSION_OF_SOURCES,
                        serializer.toJsonString(request)))
                : ofDatabases.queryDatabase(request));
    }

    /** The id of the new page. */
    String create(Source source, Map<String, PageProperty> properties, List<PageBlock> blocks) {
        ObjectNode body = withoutIds(serializer.toJsonString(new CreatePageRequest(
                PageParent.database(source.id()),
                properties,
                blocks.stream().map(PageBlock::toNotion).toList())));
        if (source.isDataSource()) {
            body.putObject("parent").put("type", "data_source_id").put("data_source_id", source.id());
        }
        Page page = read(() -> serializer.toPage(courier.post(url("pages"), version(source), body.toString())));
        return Optional.ofNullable(page.getId()).orElseThrow(() -> notUnderstood("a page without an id"));
    }

    void update(Source source, String pageId, Map<String, PageProperty> properties) {
        ObjectNode body = withoutIds(serializer.toJsonString(new UpdatePageRequest(pageId, properties)));
        courier.patch(url("pages", pageId), version(source), body.toString());
    }

    // The SDK makes up an id for each property, which Notion's own schema of bodies does not allow.
    private static ObjectNode withoutIds(String request) {
        ObjectNode body = (ObjectNode) json(request);
        body.path("properties").forEach(property -> ((ObjectNode) property).remove("id"));
        return body;
    }

    void append(Source source, String pageId, List<PageBlock> blocks) {
        read(() -> client(source)
                .appendBlockChildren(new AppendBlockChildrenRequest(
                        pageId, blocks.stream().map(PageBlock::toNotion).toList())));
    }

    void delete(Source source, String blockId) {
        courier.delete(url("blocks", blockId), version(source));
    }

    /** One page of blocks: the answer as it came. */
    JsonNode children(Source source, String pageId, Optional<String> cursor) {
        HttpUrl.Builder url =
                url("blocks", pageId, "children").newBuilder().addQueryParameter("page_size", "" + PAGE_SIZE);
        cursor.ifPresent(value -> url.addQueryParameter("start_cursor", value));
        return json(courier.get(url.build(), version(source)));
    }

    static Child child(JsonNode block) {
        String type = block.path("type").asText("");
        return new Child(
                block.path("id").asText(""),
                type,
                plainText(block.path(type).path("rich_text")),
                block.path(type).path("color").asText("default"));
    }

    private NotionClient client(Source source) {
        return source.isDataSource() ? ofSources : ofDatabases;
    }

    private static String version(Source source) {
        return source.isDataSource() ? VERSION_OF_SOURCES : VERSION;
    }

    private HttpUrl url(String... segments) {
        HttpUrl.Builder url = base.newBuilder();
        List.of(segments).forEach(url::addPathSegment);
        return url.build();
    }

    private static String plainText(JsonNode richTexts) {
        StringBuilder text = new StringBuilder();
        richTexts.forEach(each -> text.append(
                each.path("plain_text").asText(each.path("text").path("content").asText(""))));
        return text.toString();
    }

    private static JsonNode json(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node == null || !node.isObject()) {
                throw notUnderstood("something that is no JSON object");
            }
            return node;
        } catch (JsonProcessingException notJson) {
            throw notUnderstood("something that is no JSON");
        }
    }

    /** The SDK fails in its own ways when an answer is not what Notion documents. */
    private static <T> T read(Supplier<T> answer) {
        try {
            return Objects.requireNonNull(answer.get(), "answer");
        } catch (Refusal | Outage | DirectoryUnavailable | DirectoryRefused ours) {
            throw ours;
        } catch (RuntimeException unexpected) {
            throw new DirectoryUnavailable(
                    "Notion answered something that cannot be understood", Optional.empty(), unexpected);
        }
    }

    private static DirectoryUnavailable notUnderstood(String what) {
        return new DirectoryUnavailable(
                "Notion answered something that cannot be understood: " + what, Optional.empty());
    }
}
