package io.csm.domain.health;

import io.csm.domain.health.PathToGreen.Change;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.SignalType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The changes that a path to green may be made of: what the levers reach and what gains points. */
final class PathCandidates {

    private static final double ROUNDING = 1e-9;
    private static final double HUNDREDTH = 0.01;

    private final Scorecard scorecard;
    private final SignalSnapshot snapshot;

    /** A change and the points it gains. */
    private record Gain(Change change, double points) {}

    PathCandidates(Scorecard scorecard, SignalSnapshot snapshot) {
        this.scorecard = scorecard;
        this.snapshot = snapshot;
    }

    /** For each signal that can be moved to advantage the changes of it, the smallest gain first. */
    List<List<Change>> bySignal() {
        return scorecard.signals().stream()
                .map(this::worthwhile)
                .filter(changes -> !changes.isEmpty())
                .toList();
    }

    /** One change for each gain, the one that moves the signal least. */
    private List<Change> worthwhile(Signal signal) {
        List<Gain> gains = reachable(signal)
                .map(change -> new Gain(change, gain(change)))
                .filter(gain -> gain.points() > ROUNDING)
                .sorted(Comparator.comparingDouble(Gain::points).thenComparing(gain -> distance(gain.change())))
                .toList();
        List<Change> distinct = new ArrayList<>();
        double last = 0;
        for (Gain gain : gains) {
            if (gain.points() > last + ROUNDING) {
                distinct.add(gain.change());
                last = gain.points();
            }
        }
        return distinct;
    }

    private static double distance(Change change) {
        return Double.isNaN(change.from()) ? 0 : Math.abs(change.to() - change.from());
    }

    /**
     * What a change gains by itself or, where its signal is read together with others, on top of a change of those:
     * closing tickets may help only once the mood is better.
     */
    private double gain(Change change) {
        Stream<List<Change>> grounds = Stream.concat(
                Stream.of(List.<Change>of()),
                readTogetherWith(change.signal()).flatMap(this::reachable).map(List::of));
        return grounds.mapToDouble(ground -> {
                    List<Change> both = new ArrayList<>(ground);
                    both.add(change);
                    return score(both) - score(ground);
                })
                .max()
                .orElseThrow();
    }

    private Stream<Signal> readTogetherWith(Signal signal) {
        return scorecard.measures().stream()
                .map(measure -> measure.rule().signals())
                .filter(signals -> signals.contains(signal))
                .flatMap(List::stream)
                .filter(other -> !other.equals(signal))
                .distinct();
    }

    private double score(List<Change> changes) {
        return scorecard.score(PathToGreen.apply(snapshot, changes)).value();
    }

    /** Every value that the lever on the signal leads to, better or not. */
    private Stream<Change> reachable(Signal signal) {
        double now = snapshot.value(signal).orElse(Double.NaN);
        return Lever.on(signal, scorecard).stream()
                .flatMap(lever -> targets(signal, now, lever)
                        .filter(to -> to != now)
                        .mapToObj(to -> new Change(signal, now, to, lever)));
    }

    private DoubleStream targets(Signal signal, double now, Lever lever) {
        if (lever.endsAt().isPresent()) {
            return DoubleStream.of(lever.endsAt().getAsDouble());
        }
        if (Double.isNaN(now)) {
            return DoubleStream.empty();
        }
        if (!signal.options().isEmpty()) {
            return DoubleStream.iterate(0, word -> word < signal.options().size(), word -> word + 1)
                    .filter(word -> Math.abs(word - now) <= lever.reach());
        }
        double low = Math.max(signal.min(), now - lever.reach());
        double high = Math.min(signal.max(), now + lever.reach());
        return DoubleStream.concat(edges(signal), DoubleStream.of(low, (now + low) / 2, (now + high) / 2, high))
                .map(value -> roundedTowards(now, value, signal))
                .filter(value -> value >= low && value <= high);
    }

    /** The values at which the points of the signal step, on the far side where the edge itself does not belong. */
    private DoubleStream edges(Signal signal) {
        double unit = unit(signal);
        return scorecard.measures().stream()
                .map(Measure::rule)
                .filter(rule -> rule instanceof Steps && rule.signals().contains(signal))
                .flatMapToDouble(rule -> ((Steps) rule)
                        .steps().stream()
                                .flatMapToDouble(
                                        step -> DoubleStream.of(step.edge() - unit, step.edge(), step.edge() + unit)));
    }

    private static double unit(Signal signal) {
        return signal.type() == SignalType.NUMBER ? HUNDREDTH : 1;
    }

    /** A figure that one can write down, never beyond the one that was meant. */
    private static double roundedTowards(double now, double value, Signal signal) {
        double perUnit = 1 / unit(signal);
        double units = value * perUnit;
        double rounded = value > now ? Math.floor(units + ROUNDING) : Math.ceil(units - ROUNDING);
        return rounded / perUnit;
    }
}
