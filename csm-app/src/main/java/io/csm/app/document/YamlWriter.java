package io.csm.app.document;

import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.DocumentNode.Entry;
import io.csm.domain.health.document.DocumentNode.Mapping;
import io.csm.domain.health.document.DocumentNode.Sequence;
import java.util.Set;

/**
 * Writes the document of a scorecard as YAML that a person would have written: what is edited line by line stands in
 * lines of its own, everything small in one line.
 */
final class YamlWriter {

    private static final Set<String> SECTIONS = Set.of("signals", "measures", "groups", "adjustments");
    private static final Set<String> IN_LINES =
            Set.of("signals", "measures", "groups", "adjustments", "first", "steps", "choice");
    private static final Set<String> WITH_ITEMS_IN_LINES = Set.of("measures", "groups", "adjustments");
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    static String write(Mapping document, String comment) {
        YamlWriter writer = new YamlWriter();
        comment.lines().forEach(writer::comment);
        writer.entriesAndSections(document);
        return writer.out.toString();
    }

    private void comment(String line) {
        String visible = line.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\uFEFF]", " ");
        out.append(("# " + visible).stripTrailing()).append('\n');
    }

    private void entriesAndSections(Mapping document) {
        boolean afterSection = false;
        for (Entry entry : document.entries()) {
            boolean isSection = SECTIONS.contains(entry.key().text());
            if (isSection || afterSection) {
                out.append('\n');
            }
            entry("", "", entry);
            afterSection = isSection;
        }
    }

    /** A key with its value: its own line begins with {@code start}, those below it are indented from {@code indent}. */
    private void entry(String start, String indent, Entry entry) {
        String key = entry.key().text();
        out.append(start).append(key).append(':');
        if (IN_LINES.contains(key)) {
            out.append('\n');
            String deeper = indent + INDENT;
            entry.value().asMapping().ifPresent(mapping -> entries(deeper, deeper, mapping));
            entry.value().asSequence().ifPresent(list -> items(deeper, list, WITH_ITEMS_IN_LINES.contains(key)));
        } else {
            out.append(' ').append(YamlText.value(entry.value())).append('\n');
        }
    }

    private void entries(String start, String indent, Mapping mapping) {
        String next = start;
        for (Entry entry : mapping.entries()) {
            entry(next, indent, entry);
            next = indent;
        }
    }

    private void items(String indent, Sequence list, boolean inLines) {
        for (DocumentNode item : list.items()) {
            if (inLines) {
                item.asMapping().ifPresent(mapping -> entries(indent + "- ", indent + INDENT, mapping));
            } else {
                out.append(indent).append("- ").append(YamlText.value(item)).append('\n');
            }
        }
    }
}
