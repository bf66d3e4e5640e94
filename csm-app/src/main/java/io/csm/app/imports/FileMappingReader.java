package io.csm.app.imports;

import io.csm.app.events.EventTypes;
import io.csm.app.events.InvalidEvent;
import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.DocumentNode.Scalar;
import io.csm.domain.health.document.Fields;
import io.csm.domain.health.document.Findings;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a mapping says about one file. */
final class FileMappingReader {

    private static final List<String> KEYS =
            List.of("file", "target", "fields", "when", "payload", "source", "zone", "delimiter");

    private final Findings findings;
    private final ExportFolder folder;
    private final SignalCatalogue catalogue;
    private final Optional<String> wantedSource;
    private final String source;
    private final Optional<ZoneId> zone;
    private final char delimiter;
    private final LookupReader lookups;

    FileMappingReader(
            Findings findings,
            ExportFolder folder,
            SignalCatalogue catalogue,
            Optional<String> wantedSource,
            String source,
            Optional<ZoneId> zone,
            char delimiter) {
        this.findings = findings;
        this.folder = folder;
        this.catalogue = catalogue;
        this.wantedSource = wantedSource;
        this.source = source;
        this.zone = zone;
        this.delimiter = delimiter;
        this.lookups = new LookupReader(findings, folder);
    }

    /** Empty when it is not wanted, or wrong. */
    Optional<FileMapping> read(DocumentNode node) {
        return Fields.named(node, "file", "file", KEYS, findings).flatMap(fields -> {
            Optional<String> file = fields.text("file");
            Optional<Target> target = fields.text("target")
                    .flatMap(word -> Target.of(word)
                            .or(() -> findings.notOneOf(
                                    fields.at("target"), fields.called("target"), Target.codes(), word)));
            return file.filter(folder::isWanted).flatMap(name -> target.flatMap(known -> read(fields, name, known)));
        });
    }

    private Optional<FileMapping> read(Fields fields, String file, Target target) {
        Settings settings = new Settings(fields, findings);
        char between = settings.delimiter().orElse(delimiter);
        Optional<ZoneId> where = settings.zone().or(() -> zone);
        Columns columns =
                new Headers(findings, folder).of(fields, file, between).orElse(new Columns(file, List.of()));
        FieldMappingReader reader = new FieldMappingReader(findings, lookups, columns, where, between);
        Map<String, FieldMapping> mapped = fields(fields, target, reader);
        List<Condition> when = reader.conditions(settings.conditions("when"));
        Payload payload = payload(fields, settings, target, columns);
        String named = wantedSource.or(() -> settings.optionalText("source")).orElse(source);
        return Optional.of(new FileMapping(file, target, named, between, mapped, when, payload, false));
    }

    private Map<String, FieldMapping> fields(Fields file, Target target, FieldMappingReader reader) {
        Map<String, FieldMapping> mapped = new LinkedHashMap<>();
        Map<String, TargetField> known = known(target);
        file.fields("fields", List.copyOf(known.keySet())).ifPresent(fields -> {
            for (TargetField field : known.values()) {
                Optional<DocumentNode> node = field.required() ? fields.get(field.name()) : fields.find(field.name());
                node.flatMap(from -> reader.read(from, field, fields.called(field.name())))
                        .ifPresent(from -> mapped.put(field.name(), from));
            }
            judge(fields, target, mapped);
        });
        return mapped;
    }

    private Map<String, TargetField> known(Target target) {
        Map<String, TargetField> known = new LinkedHashMap<>();
        target.fields().forEach(field -> known.put(field.name(), field));
        if (target == Target.SIGNAL) {
            for (Signal signal : catalogue.signals()) {
                known.put(signal.name(), TargetField.ofSignal(signal));
            }
        }
        return known;
    }

    private void judge(Fields fields, Target target, Map<String, FieldMapping> mapped) {
        if (mapped.containsKey("arr") && !fields.has("currency")) {
            findings.add(fields.keyAt("arr"), fields.called("arr") + " needs a field 'currency' beside it");
        }
        if (target == Target.SIGNAL && mapped.keySet().stream().allMatch(name -> isNoSignal(target, name))) {
            findings.add(fields.keyAt("signals"), fields.what() + " must name at least one signal");
        }
        Optional<String> sourceType = constant(mapped, "source_type");
        Optional<String> type = constant(mapped, "type");
        if (target == Target.EVENT && sourceType.isPresent() && type.isPresent()) {
            judge(fields, sourceType.get(), type.get());
        }
    }

    private static boolean isNoSignal(Target target, String name) {
        return target.fields().stream().anyMatch(field -> field.name().equals(name));
    }

    private void judge(Fields fields, String sourceType, String type) {
        try {
            EventTypes.get(sourceType, type);
        } catch (InvalidEvent unknown) {
            String field = unknown.field();
            findings.add(
                    fields.at(field),
                    fields.called(field) + " "
                            + unknown.rule().replaceFirst("; ", " but is '" + unknown.value() + "'; "));
        }
    }

    private static Optional<String> constant(Map<String, FieldMapping> mapped, String field) {
        return Optional.ofNullable(mapped.get(field)).flatMap(FieldMapping::constant);
    }

    private Payload payload(Fields fields, Settings settings, Target target, Columns columns) {
        if (!fields.has("payload")) {
            return Payload.REST;
        }
        if (target != Target.EVENT) {
            findings.add(fields.keyAt("payload"), "only an event has a payload, but this is a " + target.code());
        }
        List<String> names = new ArrayList<>();
        List<Scalar> words = settings.words("payload");
        boolean isRest = words.size() == 1
                && words.get(0).text().equals("rest")
                && !columns.names().contains("rest");
        if (isRest) {
            return Payload.REST;
        }
        words.forEach(word -> names.add(columns.check(word, findings)));
        return new Payload(false, names);
    }
}
