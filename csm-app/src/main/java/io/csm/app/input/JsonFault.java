package io.csm.app.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;

/** Says in a person's words what is wrong with a JSON line, and where. */
final class JsonFault {

    /** Jackson has no codes for its faults, only words: the first entry that occurs in them says it plainly. */
    private static final List<Map.Entry<String, String>> PLAINLY = List.of(
            Map.entry("Unexpected end-of-input", "the line ends before the object is closed"),
            Map.entry("comma to separate", "a comma is missing between two fields"),
            Map.entry("expecting a colon", "a colon is missing between a name and its value"),
            Map.entry("double-quote to start", "a name in double quotes is expected"),
            Map.entry("Unrecognized token", "a text must stand in double quotes"),
            Map.entry("numeric value", "a number is not written as JSON wants it"),
            Map.entry("Number value length", "a number has more than 1000 digits"),
            Map.entry("hex-digit", "\\u must be followed by four hexadecimal digits"),
            Map.entry("Unrecognized character escape", "a backslash stands before a character that needs none"),
            Map.entry("Illegal unquoted character", "a control character stands in a text"),
            Map.entry("Unexpected close marker", "a bracket closes what is not open"),
            Map.entry("expected a", "a value is expected"));

    private JsonFault() {}

    static String explain(JsonProcessingException broken) {
        String said = broken.getOriginalMessage();
        String words = PLAINLY.stream()
                .filter(entry -> said.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("something stands where it may not");
        return "the JSON is broken" + place(broken) + ": " + words;
    }

    private static String place(JsonProcessingException broken) {
        boolean known = broken.getLocation() != null && broken.getLocation().getColumnNr() > 0;
        return known ? " at column " + broken.getLocation().getColumnNr() : "";
    }
}
