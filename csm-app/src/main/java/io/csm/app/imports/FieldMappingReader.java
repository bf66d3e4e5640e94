package io.csm.app.imports;

import io.csm.app.imports.TargetField.Kind;
import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.DocumentNode.Scalar;
import io.csm.domain.health.document.Fields;
import io.csm.domain.health.document.Findings;
import io.csm.domain.health.document.Location;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where the value of one field comes from. */
final class FieldMappingReader {

    private static final List<String> KEYS = List.of(
            "column",
            "columns",
            "constant",
            "values",
            "default",
            "when",
            "lookup",
            "format",
            "zone",
            "strip",
            "scale",
            "separator");
    private static final List<String> ORIGINS = List.of("column", "columns", "constant");

    private final Findings findings;
    private final LookupReader lookups;
    private final Columns columns;
    private final Optional<ZoneId> zone;
    private final char delimiter;

    FieldMappingReader(
            Findings findings, LookupReader lookups, Columns columns, Optional<ZoneId> zone, char delimiter) {
        this.findings = findings;
        this.lookups = lookups;
        this.columns = columns;
        this.zone = zone;
        this.delimiter = delimiter;
    }

    /** A word is the name of a column. */
    Optional<FieldMapping> read(DocumentNode node, TargetField field, String what) {
        Optional<Scalar> word = node.asScalar().filter(scalar -> !scalar.isNothing());
        if (word.isPresent()) {
            FieldMapping column = FieldMapping.ofColumn(columns.check(word.get(), findings));
            return Optional.of(column.in(format(field, Optional.empty(), node.location())));
        }
        return Fields.of(node, what, KEYS, findings).flatMap(fields -> read(fields, field));
    }

    private Optional<FieldMapping> read(Fields fields, TargetField field) {
        Settings settings = new Settings(fields, findings);
        Optional<String> origin = fields.oneOf(ORIGINS);
        List<String> from =
                origin.filter(key -> !key.equals("constant")).map(settings::words).orElse(List.of()).stream()
                        .map(name -> columns.check(name, findings))
                        .toList();
        if (from.size() > 1 && field.kind() != Kind.LIST) {
            findings.add(fields.keyAt("columns"), fields.what() + " takes one column, for it is no list");
        }
        Optional<String> constant = settings.optionalText("constant");
        constant.ifPresent(value -> judge(value, field, fields.at("constant"), fields));
        Optional<String> otherwise = settings.optionalText("default");
        otherwise.ifPresent(value -> judge(value, field, fields.at("default"), fields));
        Optional<Lookup> lookup =
                fields.find("lookup").flatMap(node -> lookups.read(node, fields.called("lookup"), delimiter));
        return Optional.of(new FieldMapping(
                from,
                constant,
                lookup,
                conditions(settings.conditions("when")),
                values(settings, fields, field),
                otherwise,
                settings.optionalText("separator"),
                format(field, Optional.of(fields), fields.at("format"))));
    }

    private Map<String, Optional<String>> values(Settings settings, Fields fields, TargetField field) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        settings.valueMap("values").forEach((from, to) -> {
            to.ifPresent(value -> judge(value.text(), field, value.location(), fields));
            values.put(from, to.map(Scalar::text));
        });
        return values;
    }

    /** What no row could make right is told before any is read. */
    private void judge(String value, TargetField field, Location at, Fields fields) {
        field.fault(value).ifPresent(rule -> {
            if (field.kind() == Kind.WORD) {
                findings.notOneOf(at, fields.what(), field.words(), value);
            } else {
                findings.add(at, fields.what() + " " + rule + " but is '" + value + "'");
            }
        });
    }

    List<Condition> conditions(List<Settings.Wanted> wanted) {
        return wanted.stream()
                .map(each -> new Condition(columns.check(each.column(), findings), each.values()))
                .toList();
    }

    private ValueFormat format(TargetField field, Optional<Fields> fields, Location at) {
        Optional<Settings> settings = fields.map(present -> new Settings(present, findings));
        Optional<String> written = settings.flatMap(present -> present.optionalText("format"));
        List<String> strip = settings.map(present -> present.words("strip")).orElse(List.of()).stream()
                .map(Scalar::text)
                .toList();
        Optional<BigDecimal> scale = settings.flatMap(Settings::scale);
        boolean isNumber = field.kind().isNumber();
        if (!isNumber && (!strip.isEmpty() || scale.isPresent())) {
            findings.add(at, "'strip' and 'scale' are for numbers, which " + field.name() + " is not");
        }
        if (written.isPresent() && !isNumber && !field.kind().isTime()) {
            findings.add(at, "'format' is for dates and numbers, which " + field.name() + " is not");
        }
        Optional<ZoneId> where = settings.flatMap(Settings::zone).or(() -> zone);
        DateStyle dates = field.kind().isTime() ? dates(field, written, where, at) : DateStyle.ISO;
        NumberStyle numbers = isNumber ? numbers(written, at) : NumberStyle.PLAIN;
        return new ValueFormat(dates, numbers, strip, scale.orElse(BigDecimal.ONE));
    }

    private NumberStyle numbers(Optional<String> written, Location at) {
        return written.flatMap(example -> NumberStyle.of(example)
                        .or(() -> findings.notOneOf(at, "'format' of a number", NumberStyle.examples(), example)))
                .orElse(NumberStyle.PLAIN);
    }

    private DateStyle dates(TargetField field, Optional<String> pattern, Optional<ZoneId> where, Location at) {
        try {
            DateStyle style = DateStyle.of(pattern, where);
            if (field.kind() == Kind.INSTANT && style.needsZone()) {
                findings.add(at, "times written as " + pattern.orElse("") + " say no offset; add a 'zone' such as UTC");
            }
            return style;
        } catch (IllegalArgumentException malformed) {
            findings.add(
                    at, "'format' must be a pattern such as yyyy-MM-dd HH:mm:ss but is '" + pattern.orElse("") + "'");
            return DateStyle.ISO;
        }
    }
}
