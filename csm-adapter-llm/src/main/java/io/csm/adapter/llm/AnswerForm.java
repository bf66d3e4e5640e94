package io.csm.adapter.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.csm.domain.signal.Nullable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form that an answer must have: a record, and the JSON schema that follows from it.
 *
 * @param <A> the record
 */
final class AnswerForm<A extends Answer> {

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_ITEMS = 20;
    private static final int MOST_PROBLEMS = 5;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final SchemaGenerator GENERATOR = generator();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /**
     * What a raw answer came to.
     *
     * @param answer the record; empty when it could not be read
     * @param problem why not, for the one who answered; empty when it could be
     * @param <A> the record
     */
    record Reading<A>(Optional<A> answer, String problem) {

        private static <A> Reading<A> unreadable(String problem) {
            return new Reading<>(Optional.empty(), problem);
        }
    }

    private final Class<A> type;
    private final Optional<String> list;
    private final ObjectNode schema;
    private final Schema validator;

    private AnswerForm(Class<A> type, Optional<String> list) {
        this.type = type;
        this.list = list;
        this.schema = GENERATOR.generateSchema(type);
        this.validator = REGISTRY.getSchema(schema);
    }

    /** An object and nothing else. */
    static <A extends Answer> AnswerForm<A> of(Class<A> type) {
        return new AnswerForm<>(type, Optional.empty());
    }

    /** An object; a list alone means the object with that field. */
    static <A extends Answer> AnswerForm<A> ofList(Class<A> type, String field) {
        return new AnswerForm<>(type, Optional.of(field));
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(
                        JacksonOption.RESPECT_JSONPROPERTY_REQUIRED, JacksonOption.RESPECT_JSONPROPERTY_ORDER))
                .with(Option.INLINE_ALL_SCHEMAS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((resolved, context) -> codes(resolved.getErasedType()))
                .withStringMaxLengthResolver(scope -> scope.getType().isInstanceOf(String.class) ? LONGEST_TEXT : null)
                .withArrayMaxItemsResolver(scope -> scope.isContainerType() ? MOST_ITEMS : null);
        return new SchemaGenerator(config.build());
    }

    /** The codes of an enum, in their order; null leaves other types to the generator. */
    private static @Nullable CustomDefinition codes(Class<?> type) {
        if (!type.isEnum()) {
            return null;
        }
        ObjectNode definition = MAPPER.createObjectNode().put("type", "string");
        ArrayNode codes = definition.putArray("enum");
        Arrays.stream(type.getEnumConstants())
                .forEach(constant -> codes.add(constant.toString().toLowerCase(Locale.ROOT)));
        return new CustomDefinition(definition);
    }

    /** The schema, as a JSON document. */
    String schema() {
        return schema.toPrettyString();
    }

    /** Reads an answer that may have fences or prose around its JSON. */
    Reading<A> read(String raw) {
        JsonInText json = JsonInText.find(raw);
        Reading<A> none = Reading.unreadable(
                json.isCutOff() ? "the JSON is cut off before its end" : "there is no JSON object in it");
        Reading<A> objects = firstFitting(json.values().stream().filter(JsonNode::isObject), none);
        // a list may stand in the prose around the object that is the answer, or that was to become it
        boolean mayBeList = objects.answer().isEmpty() && !json.isCutOff();
        return mayBeList ? firstFitting(json.values().stream().filter(JsonNode::isArray), objects) : objects;
    }

    /** The first that follows the schema; else what is wrong with the last, or that reading when there is none. */
    private Reading<A> firstFitting(Stream<JsonNode> values, Reading<A> none) {
        Reading<A> reading = none;
        for (JsonNode value : values.toList()) {
            JsonNode object = withoutNulls(object(value));
            List<Error> errors = validator.validate(object);
            if (errors.isEmpty()) {
                return bind(object);
            }
            reading = Reading.unreadable("the JSON does not follow the schema: " + sentence(errors));
        }
        return reading;
    }

    private JsonNode object(JsonNode value) {
        if (value.isArray() && list.isPresent()) {
            return MAPPER.createObjectNode().set(list.get(), value);
        }
        return value.isArray() && value.size() == 1 ? value.get(0) : value;
    }

    /** Null is another way to leave out. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Iterator<JsonNode> each = object.iterator(); each.hasNext(); ) {
                if (each.next().isNull()) {
                    each.remove();
                }
            }
        }
        node.forEach(AnswerForm::withoutNulls);
        return node;
    }

    private Reading<A> bind(JsonNode object) {
        try {
            return new Reading<>(Optional.of(MAPPER.treeToValue(object, type)), "");
        } catch (JsonProcessingException unreadable) {
            return Reading.unreadable("the JSON does not follow the schema: " + unreadable.getOriginalMessage());
        }
    }

    private static String sentence(List<Error> errors) {
        return errors.stream()
                .limit(MOST_PROBLEMS)
                .map(error -> (error.getInstanceLocation() + ": " + error.getMessage()).replaceFirst("^: ", ""))
                .collect(Collectors.joining("; "));
    }
}
