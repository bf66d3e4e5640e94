package io.csm.app.imports;

import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.DocumentNode.Scalar;
import io.csm.domain.health.document.Fields;
import io.csm.domain.health.document.Findings;
import io.csm.domain.health.document.Values;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the values that several parts of a mapping have in common. */
final class Settings {

    private static final Map<String, Character> DELIMITERS = Map.of("tab", '\t', "\t", '\t');

    private final Fields fields;
    private final Findings findings;
    private final Values values;

    Settings(Fields fields, Findings findings) {
        this.fields = fields;
        this.findings = findings;
        this.values = new Values(findings);
    }

    Optional<String> optionalText(String key) {
        return fields.has(key) ? fields.text(key) : Optional.empty();
    }

    Optional<ZoneId> zone() {
        return optionalText("zone").flatMap(text -> {
            try {
                return Optional.of(ZoneId.of(text));
            } catch (DateTimeException unknown) {
                findings.add(
                        fields.at("zone"),
                        fields.called("zone") + " must be a time zone such as UTC, Europe/Berlin or +02:00 but is '"
                                + text + "'");
                return Optional.empty();
            }
        });
    }

    Optional<Character> delimiter() {
        return optionalText("delimiter").flatMap(text -> {
            Optional<Character> known = Optional.ofNullable(DELIMITERS.get(text))
                    .or(() -> text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty());
            if (known.isEmpty() || "\"\r\n".indexOf(known.get()) >= 0) {
                findings.add(
                        fields.at("delimiter"),
                        fields.called("delimiter") + " must be one character such as ; or the word tab but is '" + text
                                + "'");
                return Optional.empty();
            }
            return known;
        });
    }

    Optional<BigDecimal> scale() {
        return fields.has("scale") ? fields.number("scale").map(BigDecimal::valueOf) : Optional.empty();
    }

    /** One text or a list of them. */
    List<Scalar> words(String key) {
        return fields.find(key).map(node -> words(node, fields.called(key))).orElse(List.of());
    }

    private List<Scalar> words(DocumentNode node, String what) {
        List<DocumentNode> items =
                node.asSequence().map(DocumentNode.Sequence::items).orElse(List.of(node));
        return items.stream().flatMap(item -> word(item, what).stream()).toList();
    }

    private Optional<Scalar> word(DocumentNode node, String what) {
        return node.asScalar().or(() -> values.refuse(node, what + " must be a text or a list of texts"));
    }

    /** Texts under the texts that they stand for; nothing where no value is written. */
    Map<String, Optional<Scalar>> valueMap(String key) {
        Map<String, Optional<Scalar>> map = new LinkedHashMap<>();
        fields.find(key)
                .ifPresent(node -> node.asMapping()
                        .ifPresentOrElse(
                                mapping -> mapping.entries()
                                        .forEach(entry -> word(entry.value(), fields.called(key))
                                                .ifPresent(value -> map.put(
                                                        entry.key().text(),
                                                        value.isNothing() ? Optional.empty() : Optional.of(value)))),
                                () -> values.refuse(
                                        node, fields.called(key) + " must be a mapping such as {Y: true, N: false}")));
        return map;
    }

    /**
     * A column that must hold one of some values.
     *
     * @param column where it is named
     * @param values the values
     */
    record Wanted(Scalar column, List<String> values) {}

    List<Wanted> conditions(String key) {
        return fields.find(key).stream()
                .flatMap(node -> node
                        .asMapping()
                        .or(() -> values.refuse(
                                node, fields.called(key) + " must be a mapping such as {is_internal: False}"))
                        .stream())
                .flatMap(mapping -> mapping.entries().stream())
                .map(entry -> new Wanted(
                        entry.key(),
                        words(entry.value(), fields.called(key)).stream()
                                .map(Scalar::text)
                                .toList()))
                .toList();
    }
}
