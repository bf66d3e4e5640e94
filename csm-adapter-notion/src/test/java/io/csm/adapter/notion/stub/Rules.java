package io.csm.adapter.notion.stub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Notion refuses in the body of a request. */
final class Rules {

    private static final int MOST_ELEMENTS = 100;
    private static final int LONGEST_CONTENT = 2_000;
    private static final int LONGEST_OPTION = 100;
    private static final int LARGEST_BODY = 500 * 1024;
    private static final Set<String> BLOCKS = Set.of("heading_2", "paragraph", "bulleted_list_item", "callout");

    private Rules() {}

    static void checkSize(byte[] body) {
        if (body.length > LARGEST_BODY) {
            throw Refused.invalid("body is too large: " + body.length + " bytes");
        }
    }

    static void checkKeys(JsonNode object, List<String> known) {
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            if (!known.contains(each.getKey())) {
                throw Refused.invalid("body failed validation: body." + each.getKey() + " should be not present.");
            }
        }
    }

    /** The limits of arrays and texts, anywhere in the body. */
    static void checkLimits(String path, JsonNode node) {
        if (node.isArray() && node.size() > MOST_ELEMENTS) {
            throw Refused.invalid(
                    "body failed validation: " + path + ".length should be <= 100, instead was " + node.size() + ".");
        }
        if (path.endsWith("text.content") && node.asText().length() > LONGEST_CONTENT) {
            throw Refused.invalid("body failed validation: " + path + ".length should be <= 2000, instead was "
                    + node.asText().length() + ".");
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            checkLimits(path + "[" + i + "]", node.get(i));
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            checkLimits(path + "." + each.getKey(), each.getValue());
        }
    }

    static void checkBlocks(JsonNode children) {
        for (JsonNode block : children) {
            String type = block.path("type").asText();
            if (!BLOCKS.contains(type) || !block.path(type).path("rich_text").isArray()) {
                throw Refused.invalid("body failed validation: a block of type '" + type + "' should be defined.");
            }
        }
    }

    static void checkProperties(Table table, JsonNode properties) {
        for (Map.Entry<String, JsonNode> each : properties.properties()) {
            String type = table.typeOf(each.getKey());
            JsonNode value = each.getValue().path(type);
            if (!isOfType(type, value)) {
                throw Refused.invalid(each.getKey() + " is expected to be " + type + ".");
            }
            checkOption(table, each.getKey(), type, value.path("name").asText(""));
        }
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "title", "rich_text" -> value.isArray();
            case "number" -> value.isNumber() || value.isNull();
            case "select", "status" -> value.path("name").isTextual() || value.isNull();
            case "date" -> value.path("start").isTextual() || value.isNull();
            default -> false;
        };
    }

    /** A select learns new options, a status does not. */
    private static void checkOption(Table table, String property, String type, String option) {
        if (option.contains(",") || option.length() > LONGEST_OPTION) {
            throw Refused.invalid("Invalid select option, commas not allowed, at most 100 characters: " + option);
        }
        boolean isUnknown = type.equals("status")
                && !option.isEmpty()
                && !table.optionsOf(property).contains(option);
        if (isUnknown) {
            throw Refused.invalid("Invalid status option. Status option \"" + option + "\" does not exist\".");
        }
    }
}
