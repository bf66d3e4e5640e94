package io.csm.domain.health.document;

import static io.csm.domain.health.ScorecardLanguage.percentBy;

import io.csm.domain.health.Adjustment;
import io.csm.domain.health.AtRisk;
import io.csm.domain.health.Bands;
import io.csm.domain.health.ByChoice;
import io.csm.domain.health.Comparison;
import io.csm.domain.health.Condition;
import io.csm.domain.health.DipAlert;
import io.csm.domain.health.Line;
import io.csm.domain.health.Measure;
import io.csm.domain.health.MeasureGroup;
import io.csm.domain.health.NamedFormula;
import io.csm.domain.health.PointsRule;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.Scorecard.OwnSignals;
import io.csm.domain.health.Scorecard.Part;
import io.csm.domain.health.ScorecardLanguage;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.health.Step;
import io.csm.domain.health.Steps;
import io.csm.domain.health.Weight;
import io.csm.domain.health.WhenNotTracked;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalType;
import io.csm.domain.signal.StandardSignals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Any scorecard that the domain accepts, the same for the same seed; ugly words and extreme numbers included. */
public final class RandomScorecards {

    private static final List<String> WORDS = List.of(
            "gold",
            "yes",
            "no",
            "true",
            "null",
            "~",
            "",
            " ",
            "1",
            "1.50",
            "0x1f",
            "-",
            "- a",
            "a: b",
            "a #b",
            "#a",
            "{a}",
            "[b",
            "a, b",
            "'",
            "\"",
            "\\",
            "\n",
            "a\tb",
            "é",
            "日本",
            "😀",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "?",
            "*a",
            "&a",
            "!a",
            "%a",
            "@",
            "`",
            "signal",
            "by",
            "otherwise",
            "steps",
            "first",
            "<<",
            "=",
            "---",
            "...",
            "on",
            "Off",
            ".nan",
            ".inf",
            "12:30",
            "2026-03-31",
            "x".repeat(1500));

    private final Random random;
    private final List<Signal> signals = new ArrayList<>(StandardSignals.CATALOGUE.signals());
    private int names;

    private RandomScorecards(long seed) {
        random = new Random(seed);
    }

    public static Scorecard of(long seed) {
        return new RandomScorecards(seed).scorecard();
    }

    private Scorecard scorecard() {
        List<Part> parts = new ArrayList<>();
        List<Signal> own =
                IntStream.range(0, random.nextInt(5)).mapToObj(i -> signal()).toList();
        signals.addAll(own);
        parts.add(new OwnSignals(own));
        if (random.nextBoolean()) {
            parts.addAll(measures());
        } else {
            shares().forEach(share -> parts.add(new MeasureGroup(name("group"), share, measures())));
        }
        IntStream.range(0, random.nextInt(4)).forEach(i -> parts.add(adjustment()));
        if (random.nextBoolean()) {
            parts.add(AtRisk.values()[random.nextInt(AtRisk.values().length)]);
        }
        if (random.nextBoolean()) {
            parts.add(new DipAlert(1 + random.nextInt(100)));
        }
        return new Scorecard(new ScorecardRef("any-" + random.nextInt(9), 1 + random.nextInt(3000)), bands(), parts);
    }

    private Bands bands() {
        double green = 50 + random.nextDouble() * 50;
        double amber = 1 + random.nextInt(49);
        return random.nextBoolean()
                ? ScorecardLanguage.bands(green, amber)
                : ScorecardLanguage.bands(label(), green, label(), amber, label());
    }

    private String label() {
        String word = word();
        return word.isBlank() ? "label" : word;
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String name(String kind) {
        return kind + "_" + names++;
    }

    private Signal signal() {
        String name = name("own");
        double min = random.nextBoolean() ? -Double.MAX_VALUE : random.nextInt(10) - 5.5;
        double max = random.nextBoolean() ? Double.MAX_VALUE : 5 + random.nextInt(10);
        Signal signal = switch (SignalType.values()[random.nextInt(SignalType.values().length)]) {
            case NUMBER -> Signal.number(name, min, max);
            case WHOLE_NUMBER -> Signal.wholeNumber(name, random.nextInt(9) - 4.0, random.nextBoolean() ? max : 9);
            case YES_NO -> Signal.yesNo(name);
            case DATE -> Signal.date(name);
            case CHOICE -> Signal.choice(name, options());
        };
        Signal labelled = random.nextBoolean() ? signal.labelled(word()) : signal;
        return random.nextBoolean() ? labelled.assumedToBe(assumed(labelled)) : labelled;
    }

    private double assumed(Signal signal) {
        return signal.type() == SignalType.NUMBER ? signal.max() : Math.floor(Math.min(signal.max(), 100));
    }

    private List<String> options() {
        return IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> word())
                .distinct()
                .toList();
    }

    /** Above 0, adding to 100. */
    private List<Double> shares() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(100.0);
            case 1 -> List.of(62.5, 37.5);
            case 2 -> List.of(100 / 3.0, 100 / 3.0, 100 / 3.0);
            default -> List.of(40.0, 30.0, 20.0, 9.9, 0.1);
        };
    }

    private List<Measure> measures() {
        List<Double> shares = shares();
        Optional<Signal> by = random.nextInt(4) == 0 ? Optional.of(any(this::hasOptions)) : Optional.empty();
        List<Map<String, Double>> each = shares.stream()
                .<Map<String, Double>>map(share -> new HashMap<>())
                .toList();
        by.ifPresent(signal -> signal.options().stream()
                .filter(option -> random.nextBoolean())
                .forEach(option -> each.forEach(map -> map.put(option, 100.0 / shares.size()))));
        return IntStream.range(0, shares.size())
                .mapToObj(i -> measure(by.map(signal -> percentBy(signal, shares.get(i), each.get(i)))
                        .orElseGet(() -> weight(shares.get(i)))))
                .toList();
    }

    private Weight weight(double share) {
        return random.nextBoolean() ? ScorecardLanguage.points(share) : ScorecardLanguage.percent(share);
    }

    private Measure measure(Weight weight) {
        double most = weight.kind() == Weight.Kind.POINTS ? weight.value() : 100;
        WhenNotTracked absent = switch (random.nextInt(3)) {
            case 0 -> WhenNotTracked.REQUIRED;
            case 1 -> WhenNotTracked.LEFT_OUT;
            default -> WhenNotTracked.points(points(most));
        };
        return new Measure(name("measure"), weight, rule(most), absent);
    }

    private double points(double most) {
        return random.nextBoolean() ? Math.floor(random.nextDouble() * most) : random.nextDouble() * most;
    }

    private PointsRule rule(double most) {
        return switch (random.nextInt(4)) {
            case 0 -> line(any(this::isNumber), most);
            case 1 -> steps(any(this::isNumber), most);
            case 2 -> choice(any(this::hasOptions), most);
            default ->
                NamedFormula.ALL.stream()
                        .filter(formula -> formula.max() <= most)
                        .findAny()
                        .<PointsRule>map(formula -> formula)
                        .orElseGet(() -> line(any(this::isNumber), most));
        };
    }

    private Line line(Signal signal, double most) {
        double from = edge();
        return new Line(signal, from, points(most), Math.nextUp(from) + Math.abs(edge()), points(most));
    }

    private double edge() {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextGaussian() * 1e-7;
            case 1 -> random.nextGaussian() * 1e18;
            case 2 -> -0.0;
            default -> random.nextInt(400) / 4.0 - 20;
        };
    }

    private Steps steps(Signal signal, double most) {
        boolean rising = random.nextBoolean();
        List<Comparison> comparisons =
                rising ? List.of(Comparison.AT_MOST, Comparison.BELOW) : List.of(Comparison.AT_LEAST, Comparison.ABOVE);
        double first = edge();
        List<Step> steps = IntStream.rangeClosed(1, 1 + random.nextInt(5))
                .mapToObj(i -> new Step(
                        comparisons.get(random.nextInt(2)),
                        first + i * (rising ? 1 : -1) * Math.max(1, Math.abs(first)),
                        points(most)))
                .toList();
        return new Steps(signal, steps, points(most));
    }

    private ByChoice choice(Signal signal, double most) {
        Map<String, Double> points = new HashMap<>();
        signal.options().forEach(option -> points.put(option, points(most)));
        return new ByChoice(signal, points);
    }

    private Adjustment adjustment() {
        return new Adjustment(condition(), random.nextDouble() * 1.5, label());
    }

    private Condition condition() {
        if (random.nextBoolean()) {
            Signal choice = any(this::hasOptions);
            return new Condition(choice, Optional.of(choice.options().get(0)), List.of());
        }
        double edge = edge();
        Condition.Limit lower = new Condition.Limit(Comparison.AT_LEAST, edge);
        Condition.Limit upper = new Condition.Limit(Comparison.AT_MOST, edge + random.nextInt(3));
        List<Condition.Limit> limits = switch (random.nextInt(4)) {
            case 0 -> List.of(lower);
            case 1 -> List.of(upper);
            case 2 -> List.of(lower, upper);
            default -> List.of(upper, lower);
        };
        return new Condition(any(this::isNumber), Optional.empty(), limits);
    }

    private boolean isNumber(Signal signal) {
        return signal.type() == SignalType.NUMBER || signal.type() == SignalType.WHOLE_NUMBER;
    }

    private boolean hasOptions(Signal signal) {
        return !signal.options().isEmpty();
    }

    private Signal any(Predicate<Signal> kind) {
        List<Signal> fitting = signals.stream().filter(kind).toList();
        int last = fitting.size() - 1;
        // own signals, which stand last, are few and wanted often
        return fitting.get(random.nextBoolean() ? last : random.nextInt(fitting.size()));
    }
}
