package io.csm.app.imports;

import io.csm.app.input.Refusal;
import io.csm.app.input.Row;
import io.csm.app.input.RowReader;
import io.csm.app.input.RowSink;
import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.Fields;
import io.csm.domain.health.document.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a mapping looks up in another file, and the file. */
final class LookupReader {

    private static final List<String> KEYS = List.of("file", "key", "value");

    private final Findings findings;
    private final ExportFolder folder;
    private final Map<String, Lookup> known = new HashMap<>();

    LookupReader(Findings findings, ExportFolder folder) {
        this.findings = findings;
        this.folder = folder;
    }

    Optional<Lookup> read(DocumentNode node, String what, char delimiter) {
        return Fields.of(node, what, KEYS, findings).flatMap(fields -> {
            Optional<String> file = fields.text("file");
            Optional<String> key = fields.text("key");
            Optional<String> value = fields.text("value");
            if (file.isEmpty() || key.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            Optional<Columns> columns = new Headers(findings, folder).of(fields, file.get(), delimiter);
            columns.ifPresent(present -> List.of("key", "value")
                    .forEach(name -> fields.find(name)
                            .flatMap(DocumentNode::asScalar)
                            .ifPresent(column -> present.check(column, findings))));
            return columns.isEmpty() || !findings.isEmpty()
                    ? Optional.empty()
                    : Optional.of(known.computeIfAbsent(
                            file + "\n" + key + "\n" + value,
                            any -> load(fields, file.get(), key.get(), value.get(), delimiter)));
        });
    }

    private Lookup load(Fields fields, String file, String key, String value, char delimiter) {
        Map<String, String> entries = new HashMap<>();
        try (RowReader rows = folder.open(file, delimiter)) {
            while (rows.next(new RowSink() {
                @Override
                public void row(Row row) {
                    SourceRow copy = SourceRow.of(row, rows.columns(), "");
                    copy.find(key).ifPresent(from -> copy.find(value).ifPresent(to -> put(from, to)));
                }

                private void put(String from, String to) {
                    String before = entries.putIfAbsent(from, to);
                    if (before != null && !before.equals(to)) {
                        findings.add(
                                fields.at("key"),
                                key + " " + from + " stands in " + file + " with two different " + value + ", " + before
                                        + " and " + to);
                    }
                }

                @Override
                public void refused(Refusal refusal) {
                    // Whoever imports the file is told; here its value is just not found.
                }
            })) {}
        }
        return new Lookup(file, key, value, entries);
    }
}
