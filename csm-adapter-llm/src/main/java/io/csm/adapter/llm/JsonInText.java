package io.csm.adapter.llm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON objects and arrays in a text that may have code fences or prose around them.
 *
 * @param values the outermost ones, in their order
 * @param isCutOff whether the text ends in the middle of one
 */
record JsonInText(List<JsonNode> values, boolean isCutOff) {

    /** An answer full of brackets must not take for ever. */
    private static final int MOST_BEGINNINGS = 100;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    JsonInText {
        values = List.copyOf(values);
    }

    static JsonInText find(String text) {
        List<JsonNode> values = new ArrayList<>();
        int at = nextBeginning(text, 0);
        for (int tried = 0; at >= 0 && tried < MOST_BEGINNINGS; tried++) {
            String rest = text.substring(at);
            try (JsonParser parser = MAPPER.createParser(rest)) {
                JsonNode value = MAPPER.readTree(parser);
                values.add(value);
                at = nextBeginning(text, at + (int) parser.currentLocation().getCharOffset());
            } catch (JsonEOFException cutOff) {
                return new JsonInText(values, true); // what lies inside it is a part, and no answer
            } catch (IOException prose) {
                at = nextBeginning(text, at + 1);
            }
        }
        return new JsonInText(values, false);
    }

    private static int nextBeginning(String text, int from) {
        int object = text.indexOf('{', from);
        int array = text.indexOf('[', from);
        return object < 0 || (array >= 0 && array < object) ? array : object;
    }
}
