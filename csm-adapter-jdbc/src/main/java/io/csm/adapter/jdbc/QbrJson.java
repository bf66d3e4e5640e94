package io.csm.adapter.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.csm.domain.account.AccountId;
import io.csm.domain.health.Rag;
import io.csm.domain.narrative.Writer;
import io.csm.domain.qbr.Metric;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrSection;
import io.csm.domain.qbr.QbrText;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * What a review says, as it is stored. What it is kept under, and when it was generated, stand in columns of their own.
 * The database may reorder fields; that changes nothing of what is read.
 */
final class QbrJson {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** What stands in columns. */
    record Heading(AccountId account, Quarter period, QbrTrigger trigger, Instant generatedAt) {}

    private QbrJson() {}

    static String write(Qbr qbr) {
        ObjectNode json = object();
        text(json, "account_name", qbr.accountName());
        qbr.ownerId().ifPresent(owner -> text(json, "owner_id", owner));
        qbr.owner().ifPresent(owner -> text(json, "owner", owner));
        json.put("score", qbr.score());
        json.put("rag", qbr.rag().name());
        json.set("text", text(qbr.text()));
        text(json, "writer", qbr.writer().code());
        json.set("roi", array(qbr.roi(), QbrJson::metric));
        json.set("history", array(qbr.history(), QbrJson::point));
        json.set("contributions", array(qbr.contributions(), QbrJson::part));
        json.set("missing", texts(qbr.missing()));
        return json.toString();
    }

    private static ObjectNode text(QbrText text) {
        ObjectNode json = object();
        json.set("health", section(text.health()));
        json.set("roi", section(text.roi()));
        json.set("adoption", section(text.adoption()));
        json.set("next_steps", section(text.nextSteps()));
        return json;
    }

    private static ObjectNode section(QbrSection section) {
        ObjectNode json = object();
        text(json, "heading", section.heading());
        text(json, "narrative", section.narrative());
        json.set("bullets", texts(section.bullets()));
        return json;
    }

    private static ObjectNode metric(Metric metric) {
        ObjectNode json = object();
        text(json, "name", metric.name());
        text(json, "value", metric.value());
        metric.before().ifPresent(before -> text(json, "before", before));
        text(json, "source", metric.source());
        return json;
    }

    private static ObjectNode point(Qbr.HistoryPoint point) {
        return object().put("at", point.at().toString())
                .put("score", point.score())
                .put("rag", point.rag().name());
    }

    private static ObjectNode part(Qbr.Part part) {
        ObjectNode json = object().put("points", part.points()).put("max", part.max());
        text(json, "label", part.label());
        text(json, "reason", part.reason());
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void text(ObjectNode json, String field, String text) {
        json.put(field, Texts.storable(text));
    }

    private static ArrayNode texts(Collection<String> texts) {
        return array(texts, text -> JsonNodeFactory.instance.textNode(Texts.storable(text)));
    }

    private static <T> ArrayNode array(Collection<T> items, Function<T, JsonNode> item) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(each -> array.add(item.apply(each)));
        return array;
    }

    /**
     * The review that was written.
     *
     * @throws IllegalArgumentException when that is not the JSON of a review
     */
    static Qbr read(Heading heading, String json) {
        JsonNode content = tree(json);
        return new Qbr(
                heading.account(),
                text(content, "account_name"),
                optional(content, "owner_id"),
                optional(content, "owner"),
                heading.period(),
                heading.trigger(),
                heading.generatedAt(),
                content.required("score").doubleValue(),
                Rag.valueOf(text(content, "rag")),
                readText(content.required("text")),
                Writer.ofCode(text(content, "writer")),
                list(content, "roi", QbrJson::readMetric),
                list(content, "history", QbrJson::readPoint),
                list(content, "contributions", QbrJson::readPart),
                list(content, "missing", JsonNode::textValue));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(
                    "a stored review is not JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static QbrText readText(JsonNode text) {
        return new QbrText(
                readSection(text.required("health")),
                readSection(text.required("roi")),
                readSection(text.required("adoption")),
                readSection(text.required("next_steps")));
    }

    private static QbrSection readSection(JsonNode section) {
        return new QbrSection(
                text(section, "heading"), text(section, "narrative"), list(section, "bullets", JsonNode::textValue));
    }

    private static Metric readMetric(JsonNode metric) {
        return new Metric(
                text(metric, "name"), text(metric, "value"), optional(metric, "before"), text(metric, "source"));
    }

    private static Qbr.HistoryPoint readPoint(JsonNode point) {
        return new Qbr.HistoryPoint(
                Instant.parse(text(point, "at")),
                point.required("score").doubleValue(),
                Rag.valueOf(text(point, "rag")));
    }

    private static Qbr.Part readPart(JsonNode part) {
        return new Qbr.Part(
                text(part, "label"),
                part.required("points").doubleValue(),
                part.required("max").doubleValue(),
                text(part, "reason"));
    }

    private static String text(JsonNode object, String field) {
        return object.required(field).textValue();
    }

    private static Optional<String> optional(JsonNode object, String field) {
        return Optional.ofNullable(object.get(field)).map(JsonNode::textValue);
    }

    private static <T> List<T> list(JsonNode object, String field, Function<JsonNode, T> item) {
        return StreamSupport.stream(object.required(field).spliterator(), false)
                .map(item)
                .toList();
    }
}
