package io.csm.app.document;

import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.Location;
import io.csm.domain.health.document.ScorecardMistake;
import io.csm.domain.health.document.ScorecardMistakes;
import java.io.StringReader;
import java.util.Iterator;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Turns YAML into a document, or tells in a sentence why it is none. Only nodes are made of it, never objects. */
public final class YamlReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int DEEPEST = 30;
    private static final int MOST_ALIASES = 50;

    private YamlReader() {}

    public static DocumentNode read(String text) {
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try {
            return onlyDocument(parser().composeAll(new StringReader(plain)).iterator());
        } catch (YAMLException malformed) {
            throw YamlSyntax.explain(malformed, plain);
        }
    }

    private static Yaml parser() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        return new Yaml(new SafeConstructor(options));
    }

    private static DocumentNode onlyDocument(Iterator<Node> documents) {
        if (!documents.hasNext()) {
            throw refused(new Location(1, 1), "the file is empty");
        }
        Node first = documents.next();
        if (documents.hasNext()) {
            Location second = TextPlace.of(documents.next().getStartMark());
            throw refused(second, "a file must hold one document but a second one begins here");
        }
        return new NodeConversion().convert(first);
    }

    static ScorecardMistakes refused(Location location, String message) {
        return new ScorecardMistakes(List.of(new ScorecardMistake(location, message)));
    }
}
