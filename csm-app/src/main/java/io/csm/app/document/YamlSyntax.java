package io.csm.app.document;

import io.csm.domain.health.document.Location;
import io.csm.domain.health.document.ScorecardMistakes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in words that somebody who does not know YAML by heart understands what is wrong with a text. */
final class YamlSyntax {

    private static final String IS_NOT_YAML = "this is not YAML: ";
    private static final Map<String, String> IN_WORDS = inWords();

    private YamlSyntax() {}

    private static Map<String, String> inWords() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("TAB", "a tab stands here; indent with blanks");
        words.put(
                "mapping values are not allowed",
                "a colon stands where none is due; check the indentation, or put a text that has ': ' in quotes");
        words.put("could not find expected ':'", "a colon is missing after this key");
        words.put("expected <block end>", "this does not line up with the lines above");
        words.put("found unexpected end of stream", "a quote is never closed");
        words.put("expected ',' or '}'", "a comma or a closing } is missing");
        words.put("expected ',' or ']'", "a comma or a closing ] is missing");
        words.put("tag is not allowed", "tags such as !! mean nothing here");
        words.put("Nesting Depth", "this is nested too deeply");
        words.put("Number of aliases", "aliases are used too often");
        words.put("found undefined alias", "this alias has no anchor before it");
        return words;
    }

    static ScorecardMistakes explain(YAMLException malformed, String text) {
        if (malformed instanceof ReaderException unprintable) {
            return unprintable(unprintable, text);
        }
        return malformed instanceof MarkedYAMLException marked
                ? YamlReader.refused(
                        place(marked), IS_NOT_YAML + inWords(String.valueOf(marked.getProblem())) + since(marked))
                : YamlReader.refused(Location.UNKNOWN, IS_NOT_YAML + inWords(String.valueOf(malformed.getMessage())));
    }

    private static Location place(MarkedYAMLException marked) {
        return Optional.ofNullable(marked.getProblemMark()).map(TextPlace::of).orElse(Location.UNKNOWN);
    }

    /** Where the bracket or quote was opened that is not closed. */
    private static String since(MarkedYAMLException marked) {
        String context = String.valueOf(marked.getContext());
        boolean isOpen = context.contains("flow") || context.contains("quoted scalar");
        return isOpen && marked.getContextMark() != null
                ? "; it began at " + TextPlace.of(marked.getContextMark())
                : "";
    }

    private static ScorecardMistakes unprintable(ReaderException unprintable, String text) {
        int index = text.offsetByCodePoints(0, unprintable.getPosition());
        String character = String.format("U+%04X", unprintable.getCodePoint());
        return YamlReader.refused(TextPlace.at(text, index), "the character " + character + " cannot stand in YAML");
    }

    private static String inWords(String problem) {
        return IN_WORDS.entrySet().stream()
                .filter(entry -> problem.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(problem);
    }
}
