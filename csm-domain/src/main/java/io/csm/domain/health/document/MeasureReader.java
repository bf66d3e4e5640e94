package io.csm.domain.health.document;

import io.csm.domain.health.Measure;
import io.csm.domain.health.MeasureGroup;
import io.csm.domain.health.PointsRule;
import io.csm.domain.health.Weight;
import io.csm.domain.health.WhenNotTracked;
import io.csm.domain.health.document.DocumentNode.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads measures and groups of them. */
final class MeasureReader {

    private static final List<String> MEASURE = Stream.of(
                    List.of("measure"), WeightReader.KEYS, RuleReader.KEYS, List.of("when_not_tracked"))
            .flatMap(List::stream)
            .toList();
    private static final List<String> GROUP = List.of("group", "percent", "measures");
    private static final String WHEN_NOT_TRACKED = "when_not_tracked";
    private static final double WHOLE = 100;

    private final Findings findings;
    private final SignalReader signals;
    private final Values values;
    private final Map<String, Location> measurePlaces = new HashMap<>();
    private final Map<String, Location> groupPlaces = new HashMap<>();

    MeasureReader(Findings findings, SignalReader signals) {
        this.findings = findings;
        this.signals = signals;
        this.values = new Values(findings);
    }

    /** The measures of a scorecard without groups; empty when one of them is faulty. */
    Optional<List<Measure>> measures(Fields scorecard) {
        return list(scorecard, "measures", this::measure)
                .flatMap(measures ->
                        findings.attempt(scorecard.keyAt("measures"), () -> new MeasureGroup("", WHOLE, measures)))
                .map(MeasureGroup::measures);
    }

    /** The groups of a scorecard; empty when one of them is faulty. */
    Optional<List<MeasureGroup>> groups(Fields scorecard) {
        return list(scorecard, "groups", this::group);
    }

    /** Reads every item, so that all mistakes are found, and gives them when all are sound. */
    private <T> Optional<List<T>> list(Fields fields, String key, Function<DocumentNode, Optional<T>> read) {
        List<T> sound = new ArrayList<>();
        return fields.list(key).flatMap(items -> {
            if (items.isEmpty()) {
                findings.add(fields.at(key), fields.called(key) + " must list at least one but is empty");
            }
            items.forEach(item -> read.apply(item).ifPresent(sound::add));
            return items.isEmpty() || sound.size() < items.size() ? Optional.empty() : Optional.of(sound);
        });
    }

    private Optional<MeasureGroup> group(DocumentNode node) {
        return Fields.named(node, "group", "group", GROUP, findings).flatMap(this::group);
    }

    private Optional<MeasureGroup> group(Fields group) {
        Optional<String> name = group.text("group")
                .flatMap(text -> findings.attempt(group.at("group"), () -> soundGroup(text, WHOLE)))
                .map(MeasureGroup::name);
        if (name.filter(String::isEmpty).isPresent()) {
            findings.add(group.at("group"), "a group must have a name");
        }
        name.ifPresent(text -> onlyOne(groupPlaces, "groups", text, group.at("group")));
        Optional<Double> percent = group.number("percent")
                .flatMap(share ->
                        findings.attempt(group.at("percent"), () -> soundGroup(name.orElse(Sound.NAME), share)))
                .map(MeasureGroup::percent);
        Optional<List<Measure>> measures = list(group, "measures", this::measure);
        return name.flatMap(text -> percent.flatMap(share -> measures.flatMap(
                all -> findings.attempt(group.keyAt("measures"), () -> new MeasureGroup(text, share, all)))));
    }

    private static MeasureGroup soundGroup(String name, double percent) {
        return new MeasureGroup(name, percent, List.of(Sound.measureCalled(Sound.NAME)));
    }

    private Optional<Measure> measure(DocumentNode node) {
        return Fields.named(node, "measure", "measure", MEASURE, findings).flatMap(this::measure);
    }

    private Optional<Measure> measure(Fields fields) {
        Optional<String> name = fields.text("measure")
                .flatMap(text -> findings.attempt(fields.at("measure"), () -> Sound.measureCalled(text)))
                .map(Measure::name);
        name.ifPresent(text -> onlyOne(measurePlaces, "measures", text, fields.at("measure")));
        Optional<Weight> weight = new WeightReader(findings, signals).weight(fields);
        RuleReader rules = new RuleReader(findings, signals, fields);
        Optional<PointsRule> rule = rules.rule();
        Optional<WhenNotTracked> absent = whenNotTracked(fields);
        return name.flatMap(text -> weight.flatMap(counts -> rule.flatMap(gives -> findings.attempt(
                        rules.pointsOutside(counts.scale()),
                        () -> new Measure(text, counts, gives, WhenNotTracked.REQUIRED)))))
                .flatMap(measure -> absent.flatMap(otherwise -> with(otherwise, measure, fields)));
    }

    private Optional<Measure> with(WhenNotTracked absent, Measure measure, Fields fields) {
        return findings.attempt(
                fields.at("when_not_tracked"),
                () -> new Measure(measure.name(), measure.weight(), measure.rule(), absent));
    }

    private void onlyOne(Map<String, Location> places, String what, String name, Location location) {
        Location first = places.putIfAbsent(name, location);
        if (first != null) {
            findings.add(location, "two " + what + " are called " + name + Fields.first(first));
        }
    }

    private Optional<WhenNotTracked> whenNotTracked(Fields fields) {
        if (!fields.has(WHEN_NOT_TRACKED)) {
            return Optional.of(WhenNotTracked.REQUIRED);
        }
        String word = fields.find(WHEN_NOT_TRACKED)
                .flatMap(DocumentNode::asScalar)
                .map(Scalar::text)
                .orElse("");
        return switch (word) {
            case "required" -> Optional.of(WhenNotTracked.REQUIRED);
            case "left_out" -> Optional.of(WhenNotTracked.LEFT_OUT);
            default -> pointsWhenNotTracked(fields);
        };
    }

    private Optional<WhenNotTracked> pointsWhenNotTracked(Fields fields) {
        return fields.find(WHEN_NOT_TRACKED)
                .flatMap(node -> values.number(
                        node, fields.called(WHEN_NOT_TRACKED), "a number of points, left_out or required"))
                .flatMap(points -> findings.attempt(fields.at(WHEN_NOT_TRACKED), () -> WhenNotTracked.points(points)));
    }
}
