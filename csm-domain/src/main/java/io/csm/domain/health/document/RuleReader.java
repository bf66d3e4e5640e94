package io.csm.domain.health.document;

import io.csm.domain.health.ByChoice;
import io.csm.domain.health.Comparison;
import io.csm.domain.health.Line;
import io.csm.domain.health.NamedFormula;
import io.csm.domain.health.PointsRule;
import io.csm.domain.health.Step;
import io.csm.domain.health.Steps;
import io.csm.domain.signal.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how one measure turns signals into points, and remembers where each of these points stands. */
final class RuleReader {

    static final List<String> KEYS = List.of("line", "choice", "steps", "formula");
    private static final List<String> STEP =
            Stream.concat(Comparisons.CODES.stream(), Stream.of("points")).toList();

    private final Findings findings;
    private final SignalReader signals;
    private final Fields measure;
    private final List<PlacedPoints> pointsRead = new ArrayList<>();

    private record PlacedPoints(double points, Location location) {}

    RuleReader(Findings findings, SignalReader signals, Fields measure) {
        this.findings = findings;
        this.signals = signals;
        this.measure = measure;
    }

    Optional<PointsRule> rule() {
        return measure.oneOf(KEYS).flatMap(kind -> switch (kind) {
            case "line" -> measure.fields(kind, List.of("signal", "from", "to")).flatMap(this::line);
            case "choice" -> measure.fields(kind, List.of("signal", "scores")).flatMap(this::choice);
            case "steps" ->
                measure.fields(kind, List.of("signal", "first", "otherwise")).flatMap(this::steps);
            default -> measure.text(kind).flatMap(this::formula);
        });
    }

    /** Where the points stand that are below 0 or above that; where the rule begins when it is a formula. */
    Location pointsOutside(double most) {
        return pointsRead.stream()
                .filter(read -> read.points() < 0 || read.points() > most)
                .map(PlacedPoints::location)
                .findFirst()
                .orElseGet(() -> measure.at(
                        KEYS.stream().filter(measure::has).findFirst().orElse("")));
    }

    private Optional<Double> points(Fields fields, String key) {
        Optional<Double> points = fields.number(key);
        points.ifPresent(value -> pointsRead.add(new PlacedPoints(value, fields.at(key))));
        return points;
    }

    private Optional<PointsRule> formula(String name) {
        List<String> known = NamedFormula.ALL.stream().map(NamedFormula::code).toList();
        return NamedFormula.find(name)
                .<PointsRule>map(formula -> formula)
                .or(() -> findings.notOneOf(measure.at("formula"), measure.called("formula"), known, name));
    }

    private record End(double value, double points) {}

    private Optional<PointsRule> line(Fields line) {
        Optional<Signal> signal = signals.referredToBy(line, "signal")
                .flatMap(found -> findings.attempt(line.at("signal"), () -> new Line(found, 0, 0, 1, 0)))
                .map(Line::signal);
        Optional<End> from = line.fields("from", List.of("value", "points")).flatMap(this::end);
        Optional<End> to = line.fields("to", List.of("value", "points")).flatMap(this::end);
        return signal.flatMap(on -> from.flatMap(low -> to.flatMap(high -> findings.attempt(
                line.at("to"), () -> new Line(on, low.value(), low.points(), high.value(), high.points())))));
    }

    private Optional<End> end(Fields end) {
        Optional<Double> value = end.number("value");
        Optional<Double> points = points(end, "points");
        return value.flatMap(x -> points.map(y -> new End(x, y)));
    }

    private Optional<PointsRule> choice(Fields choice) {
        return signals.referredToBy(choice, "signal").flatMap(signal -> {
            if (signal.options().isEmpty()) {
                return findings.attempt(choice.at("signal"), () -> new ByChoice(signal, Map.of()));
            }
            return choice.fields("scores", signal.options()).flatMap(scores -> byChoice(choice, signal, scores));
        });
    }

    private Optional<PointsRule> byChoice(Fields choice, Signal signal, Fields scores) {
        Map<String, Double> points = new HashMap<>();
        for (String option : signal.options()) {
            points(scores, option).ifPresent(value -> points.put(option, value));
        }
        return points.size() < signal.options().size()
                ? Optional.empty()
                : findings.attempt(choice.at("scores"), () -> new ByChoice(signal, points));
    }

    private Optional<PointsRule> steps(Fields steps) {
        Optional<Signal> signal = signals.referredToBy(steps, "signal")
                .flatMap(found -> findings.attempt(
                        steps.at("signal"), () -> new Steps(found, List.of(new Step(Comparison.AT_MOST, 0, 0)), 0)))
                .map(Steps::signal);
        Optional<List<PlacedStep>> first = steps.list("first").flatMap(this::each);
        Optional<Double> otherwise = points(steps, "otherwise");
        return signal.flatMap(
                on -> first.flatMap(placed -> otherwise.flatMap(points -> steps(steps, on, placed, points))));
    }

    private record PlacedStep(Step step, Location location) {}

    private Optional<List<PlacedStep>> each(List<DocumentNode> items) {
        List<PlacedStep> steps = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Location location = items.get(i).location();
            Fields.of(items.get(i), "step " + (i + 1) + " of " + measure.what(), STEP, findings)
                    .flatMap(this::step)
                    .ifPresent(step -> steps.add(new PlacedStep(step, location)));
        }
        return steps.size() == items.size() ? Optional.of(steps) : Optional.empty();
    }

    private Optional<Step> step(Fields step) {
        Optional<String> comparison = step.oneOf(Comparisons.CODES);
        Optional<Double> points = points(step, "points");
        return comparison.flatMap(code ->
                step.number(code).flatMap(edge -> points.map(gives -> new Step(Comparisons.of(code), edge, gives))));
    }

    private Optional<PointsRule> steps(Fields steps, Signal signal, List<PlacedStep> placed, double otherwise) {
        // pair by pair, so that the step that does not fit is known
        for (int i = 1; i < placed.size(); i++) {
            List<Step> pair = List.of(placed.get(i - 1).step(), placed.get(i).step());
            if (findings.attempt(placed.get(i).location(), () -> new Steps(signal, pair, otherwise))
                    .isEmpty()) {
                return Optional.empty();
            }
        }
        List<Step> all = placed.stream().map(PlacedStep::step).toList();
        return findings.attempt(steps.at("first"), () -> new Steps(signal, all, otherwise));
    }
}
