package io.csm.adapter.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.DocumentNode.Entry;
import io.csm.domain.health.document.DocumentNode.Mapping;
import io.csm.domain.health.document.DocumentNode.Scalar;
import io.csm.domain.health.document.DocumentNode.Sequence;
import io.csm.domain.health.document.Location;
import io.csm.domain.health.document.ScorecardReader;
import io.csm.domain.health.document.ScorecardWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A scorecard as it is stored: the document that people edit, in JSON. The database may reorder keys and write numbers
 * in another way; neither changes what is read.
 */
final class ScorecardJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ScorecardJson() {}

    static String write(Scorecard scorecard) {
        return json(ScorecardWriter.write(scorecard)).toString();
    }

    /**
     * The scorecard that was written.
     *
     * @throws IllegalArgumentException when that is not the JSON of a scorecard
     */
    static Scorecard read(String json) {
        return ScorecardReader.read(document(tree(json)));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(
                    "a stored scorecard is not JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static JsonNode json(DocumentNode node) {
        return node.match(ScorecardJson::object, ScorecardJson::array, ScorecardJson::value);
    }

    private static JsonNode object(Mapping mapping) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        mapping.entries().forEach(entry -> object.set(entry.key().text(), json(entry.value())));
        return object;
    }

    private static JsonNode array(Sequence list) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        list.items().forEach(item -> array.add(json(item)));
        return array;
    }

    private static JsonNode value(Scalar scalar) {
        return scalar.number().stream()
                .<JsonNode>mapToObj(ScorecardJson::number)
                .findFirst()
                .orElseGet(() -> JsonNodeFactory.instance.textNode(scalar.text()));
    }

    private static JsonNode number(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE;
        return isWhole ? JsonNodeFactory.instance.numberNode((int) value) : JsonNodeFactory.instance.numberNode(value);
    }

    private static DocumentNode document(JsonNode node) {
        if (node.isObject()) {
            return mapping(node);
        }
        return node.isArray() ? sequence(node) : scalar(node);
    }

    private static Mapping mapping(JsonNode object) {
        List<Entry> entries = new ArrayList<>();
        object.properties()
                .forEach(field -> entries.add(new Entry(Scalar.text(field.getKey()), document(field.getValue()))));
        return new Mapping(entries, Location.UNKNOWN);
    }

    private static Sequence sequence(JsonNode array) {
        List<DocumentNode> items = new ArrayList<>();
        array.forEach(item -> items.add(document(item)));
        return new Sequence(items, Location.UNKNOWN);
    }

    private static Scalar scalar(JsonNode value) {
        return value.isNumber()
                ? Scalar.number(value.doubleValue())
                : new Scalar(value.asText(), value.isTextual(), Location.UNKNOWN);
    }
}
