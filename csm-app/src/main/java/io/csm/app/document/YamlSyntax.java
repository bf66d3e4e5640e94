package io.csm.app.document;

import io.csm.domain.health.document.Location;
import io.csm.domain.health.document.ScorecardMistakes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in words that somebody who does not know YAML by heart understands what is wrong with a text. */
final class YamlSyntax {

    private static final Map<String, String> IN_WORDS = inWords();

    private YamlSyntax() {}

    private static Map<String, String> inWords() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("TAB", "a tab stands here; indent with blanks");
        words.put(
                "mapping values are not allowed",
                "a colon stands where none is due; put a text that has ': ' in quotes");
        words.put("could not find expected ':'", "a colon is missing after this key");
        words.put("expected <block end>", "this does not line up with the lines above");
        words.put("found unexpected end of stream", "a quote is opened and never closed");
        words.put("expected ',' or '}'", "a comma or } is missing");
        words.put("expected ',' or ']'", "a comma or ] is missing");
        words.put("found undefined alias", "this alias has no anchor before it");
        return words;
    }

    static ScorecardMistakes explain(YAMLException malformed, String text) {
        if (malformed instanceof ReaderException unprintable) {
            return unprintable(unprintable, text);
        }
        Optional<Mark> mark = malformed instanceof MarkedYAMLException marked
                ? Optional.ofNullable(marked.getProblemMark())
                : Optional.empty();
        return YamlReader.refused(
                mark.map(TextPlace::of).orElse(Location.UNKNOWN), "this is not YAML: " + problem(malformed));
    }

    private static ScorecardMistakes unprintable(ReaderException unprintable, String text) {
        int index = text.offsetByCodePoints(0, unprintable.getPosition());
        String character = String.format("U+%04X", unprintable.getCodePoint());
        return YamlReader.refused(TextPlace.at(text, index), "the character " + character + " cannot stand in YAML");
    }

    private static String problem(YAMLException malformed) {
        String problem = malformed instanceof MarkedYAMLException marked
                ? String.valueOf(marked.getProblem())
                : String.valueOf(malformed.getMessage());
        return IN_WORDS.entrySet().stream()
                .filter(entry -> problem.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(problem);
    }
}
