package io.csm.domain.health.document;

import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalType;
import io.csm.domain.signal.StandardSignals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the signals that a scorecard brings along, and finds those that it refers to. */
final class SignalReader {

    private static final List<String> COMMON = List.of("name", "type", "label", "assumed_to_be");
    private static final List<String> RANGE = List.of("min", "max");
    private static final List<String> OPTIONS = List.of("options");

    private final Findings findings;
    private final Values values;
    private final List<Signal> own = new ArrayList<>();
    private final Map<String, Location> places = new HashMap<>();
    private final Set<String> faulty = new HashSet<>();
    private SignalCatalogue catalogue = StandardSignals.CATALOGUE;

    SignalReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** Reads the scorecard's own signals; those that are sound can be referred to from now on. */
    List<Signal> readOwn(List<DocumentNode> items) {
        items.forEach(this::readOne);
        catalogue = StandardSignals.CATALOGUE.with(own);
        return List.copyOf(own);
    }

    private void readOne(DocumentNode node) {
        List<String> keys =
                Stream.of(COMMON, RANGE, OPTIONS).flatMap(List::stream).toList();
        Optional<Fields> fields = Fields.named(node, "signal", "name", keys, findings);
        fields.flatMap(found -> signal(found).or(() -> {
                    found.find("name").flatMap(DocumentNode::asScalar).ifPresent(name -> faulty.add(name.text()));
                    return Optional.empty();
                }))
                .ifPresent(signal ->
                        add(signal, fields.map(found -> found.at("name")).orElse(node.location())));
    }

    private void add(Signal signal, Location location) {
        Location first = places.putIfAbsent(signal.name(), location);
        if (first != null) {
            findings.add(location, "two signals are called " + signal.name() + Fields.first(first));
            return;
        }
        findings.attempt(location, () -> StandardSignals.CATALOGUE.with(List.of(signal)))
                .ifPresent(free -> own.add(signal));
    }

    private Optional<Signal> signal(Fields fields) {
        Optional<String> name = fields.text("name")
                .flatMap(text -> findings.attempt(fields.at("name"), () -> Signal.yesNo(text)))
                .map(Signal::name);
        Optional<SignalType> type = fields.text("type").flatMap(word -> type(fields, word));
        Optional<Signal> plain = name.flatMap(text -> type.flatMap(kind -> ofType(fields, text, kind)));
        return plain.flatMap(signal -> labelled(fields, signal)).flatMap(signal -> assumed(fields, signal));
    }

    private Optional<SignalType> type(Fields fields, String word) {
        List<String> codes =
                Arrays.stream(SignalType.values()).map(SignalType::code).toList();
        return Arrays.stream(SignalType.values())
                .filter(type -> type.code().equals(word))
                .findFirst()
                .or(() -> findings.notOneOf(fields.at("type"), fields.called("type"), codes, word));
    }

    private Optional<Signal> ofType(Fields fields, String name, SignalType type) {
        refuseKeysOfOtherTypes(fields, type);
        return switch (type) {
            case NUMBER -> ranged(fields, Double.MAX_VALUE, (min, max) -> Signal.number(name, min, max));
            case WHOLE_NUMBER -> ranged(fields, Integer.MAX_VALUE, (min, max) -> Signal.wholeNumber(name, min, max));
            case YES_NO -> Optional.of(Signal.yesNo(name));
            case DATE -> Optional.of(Signal.date(name));
            case CHOICE -> fields.list("options").flatMap(options -> choice(fields, name, options));
        };
    }

    private void refuseKeysOfOtherTypes(Fields fields, SignalType type) {
        boolean isNumber = type == SignalType.NUMBER || type == SignalType.WHOLE_NUMBER;
        Stream<String> ofOthers = Stream.concat(
                isNumber ? Stream.of() : RANGE.stream(), type == SignalType.CHOICE ? Stream.of() : OPTIONS.stream());
        ofOthers.filter(fields::has)
                .forEach(key -> findings.add(
                        fields.keyAt(key), fields.called(key) + " does not belong to a signal of type " + type.code()));
    }

    /** Makes a signal from its least and its largest value. */
    @FunctionalInterface
    private interface Ranged {
        Signal of(double min, double max);
    }

    private Optional<Signal> ranged(Fields fields, double largest, Ranged make) {
        Optional<Double> min = fields.has("min") ? fields.number("min") : Optional.of(-largest);
        Optional<Double> max = fields.has("max") ? fields.number("max") : Optional.of(largest);
        String culprit = fields.has("max") ? "max" : "min";
        return min.flatMap(low -> max.flatMap(high -> findings.attempt(fields.at(culprit), () -> make.of(low, high))));
    }

    private Optional<Signal> choice(Fields fields, String name, List<DocumentNode> options) {
        List<String> words = new ArrayList<>();
        for (DocumentNode option : options) {
            values.text(option, "an option of " + fields.what()).ifPresent(words::add);
        }
        if (words.size() < options.size()) {
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>();
        Location culprit = IntStream.range(0, words.size())
                .filter(i -> !seen.add(words.get(i)))
                .mapToObj(i -> options.get(i).location())
                .findFirst()
                .orElse(fields.at("options"));
        return findings.attempt(culprit, () -> Signal.choice(name, words));
    }

    private static Optional<Signal> labelled(Fields fields, Signal signal) {
        return fields.has("label") ? fields.text("label").map(signal::labelled) : Optional.of(signal);
    }

    private Optional<Signal> assumed(Fields fields, Signal signal) {
        if (!fields.has("assumed_to_be")) {
            return Optional.of(signal);
        }
        boolean isWord = !signal.options().isEmpty() || signal.type() == SignalType.DATE;
        Location at = fields.at("assumed_to_be");
        return isWord
                ? fields.text("assumed_to_be")
                        .flatMap(word -> findings.attempt(at, () -> signal.assumedToBe(signal.fromText(word))))
                : fields.number("assumed_to_be")
                        .flatMap(value -> findings.attempt(at, () -> signal.assumedToBe(value)));
    }

    /** The signal that the key {@code signal} of a mapping names. */
    Optional<Signal> referredToBy(Fields fields, String key) {
        return fields.text(key)
                .filter(name -> !faulty.contains(name)) // that mistake is told where the signal stands
                .flatMap(name -> findings.attempt(fields.at(key), () -> catalogue.get(name)));
    }
}
