package io.csm.app.document;

import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.DocumentNode.Entry;
import io.csm.domain.health.document.DocumentNode.Mapping;
import io.csm.domain.health.document.DocumentNode.Scalar;
import io.csm.domain.health.document.DocumentNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Copies the nodes of one YAML document. Aliases share nodes and may even form a ring, so depth and number are bounded
 * here once more, where shared nodes are counted as often as they are used.
 */
final class NodeConversion {

    private static final String STANDARD_TAG = "tag:yaml.org,2002:";
    private static final int DEEPEST = 30;
    private static final int MOST = 200_000;

    private int count;

    DocumentNode convert(Node node) {
        return convert(node, 0);
    }

    private DocumentNode convert(Node node, int depth) {
        if (depth > DEEPEST || ++count > MOST) {
            throw YamlReader.refused(
                    TextPlace.of(node.getStartMark()), "this is nested too deeply, or repeated too often");
        }
        if (!node.getTag().startsWith(STANDARD_TAG)) {
            throw YamlReader.refused(
                    TextPlace.of(node.getStartMark()),
                    "tags mean nothing here, but this is tagged "
                            + node.getTag().getValue());
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, depth);
        }
        return node instanceof SequenceNode list ? sequence(list, depth) : scalar((ScalarNode) node);
    }

    private Mapping mapping(MappingNode mapping, int depth) {
        List<Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            entries.add(new Entry(key(tuple.getKeyNode()), convert(tuple.getValueNode(), depth + 1)));
        }
        return new Mapping(entries, TextPlace.of(mapping.getStartMark()));
    }

    private static Scalar key(Node key) {
        if (key instanceof ScalarNode word) {
            return scalar(word);
        }
        throw YamlReader.refused(TextPlace.of(key.getStartMark()), "a key must be a word");
    }

    private Sequence sequence(SequenceNode list, int depth) {
        List<DocumentNode> items = new ArrayList<>();
        list.getValue().forEach(item -> items.add(convert(item, depth + 1)));
        return new Sequence(items, TextPlace.of(list.getStartMark()));
    }

    private static Scalar scalar(ScalarNode word) {
        boolean isQuoted = word.getScalarStyle() != ScalarStyle.PLAIN;
        return new Scalar(word.getValue(), isQuoted, TextPlace.of(word.getStartMark()));
    }
}
