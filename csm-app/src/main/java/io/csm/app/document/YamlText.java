package io.csm.app.document;

import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.DocumentNode.Entry;
import io.csm.domain.health.document.DocumentNode.Scalar;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values in one line, texts without quotes where nobody could misread them. */
final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N} _./()'%+-]*(?<! )");
    private static final Pattern PLAIN_WITH_COMMAS = Pattern.compile("\\p{L}[\\p{L}\\p{N} _./()'%+,-]*(?<! )");
    private static final Set<String> OTHER_THAN_TEXT = Set.of("null", "true", "false");
    private static final int LONGEST_SIMPLE_KEY = 1000;

    private YamlText() {}

    /** A value that stands alone after its key. */
    static String value(DocumentNode node) {
        return node.asScalar().map(scalar -> scalar(scalar, PLAIN_WITH_COMMAS)).orElseGet(() -> inBraces(node));
    }

    private static String inBraces(DocumentNode node) {
        return node.match(
                mapping -> mapping.entries().stream().map(YamlText::entry).collect(Collectors.joining(", ", "{", "}")),
                list -> list.items().stream().map(YamlText::inBraces).collect(Collectors.joining(", ", "[", "]")),
                scalar -> scalar(scalar, PLAIN));
    }

    private static String entry(Entry entry) {
        String key = scalar(entry.key(), PLAIN);
        boolean isLong = key.length() > LONGEST_SIMPLE_KEY; // which YAML takes for a key only when it is told so
        return (isLong ? "? " + key + " : " : key + ": ") + inBraces(entry.value());
    }

    private static String scalar(Scalar scalar, Pattern plain) {
        String text = scalar.text();
        boolean isPlain = !scalar.quoted() || (plain.matcher(text).matches() && !OTHER_THAN_TEXT.contains(text));
        return isPlain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(character -> append(out, character));
        return out.append('"').toString();
    }

    private static void append(StringBuilder out, int character) {
        if (character == '"' || character == '\\') {
            out.append('\\').appendCodePoint(character);
        } else if (isVisible(character)) {
            out.appendCodePoint(character);
        } else {
            Character.toString(character).chars().forEach(unit -> out.append(String.format("\\u%04x", unit)));
        }
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }
}
