package io.csm.domain.health;

import io.csm.domain.health.PathToGreen.Change;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.SignalType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Looks for the smallest sets of changes, one size after the other. A bound on what further changes can add cuts the
 * search short; every path that is returned has been scored.
 */
final class PathSearch {

    private static final int MOST_PATHS = 3;
    private static final int LARGEST_EXACT_SIZE = 5;
    private static final double ROUNDING = 1e-9;

    private final Scorecard scorecard;
    private final SignalSnapshot snapshot;
    private final HealthScore before;
    private final List<List<Change>> candidates;
    private final List<PathToGreen> found = new ArrayList<>();

    PathSearch(Scorecard scorecard, SignalSnapshot given) {
        this.scorecard = scorecard;
        this.snapshot = given.in(scorecard.catalogue());
        this.before = scorecard.score(snapshot);
        this.candidates = scorecard.signals().stream()
                .map(this::changesOf)
                .filter(changes -> !changes.isEmpty())
                .toList();
    }

    List<PathToGreen> paths() {
        Optional<Band> target = PathToGreen.next(before);
        if (target.isEmpty()) {
            return List.of(new PathToGreen(List.of(), before, before));
        }
        double goal = target.get().from();
        for (int size = 1; size <= Math.min(LARGEST_EXACT_SIZE, candidates.size()) && found.isEmpty(); size++) {
            extend(new ArrayList<>(), 0, size, goal);
        }
        if (found.isEmpty()) {
            everythingThenLess(goal);
        }
        return found.stream()
                .sorted(Comparator.comparingInt(PathToGreen::effort)
                        .thenComparing(path -> -path.after().value()))
                .limit(MOST_PATHS)
                .toList();
    }

    /** Tries every choice of so many more signals from that one on. */
    private void extend(List<Change> chosen, int from, int more, double goal) {
        if (more == 0) {
            HealthScore after = score(chosen);
            if (after.value() >= goal) {
                found.add(new PathToGreen(List.copyOf(chosen), before, after));
            }
            return;
        }
        if (bestWithAll(chosen, from) < goal) {
            return;
        }
        for (int s = from; s <= candidates.size() - more; s++) {
            for (Change change : candidates.get(s)) {
                chosen.add(change);
                extend(chosen, s + 1, more - 1, goal);
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    /** What the chosen changes and every later signal at its best would score: no larger set can do better. */
    private double bestWithAll(List<Change> chosen, int from) {
        List<Change> all = new ArrayList<>(chosen);
        candidates.subList(from, candidates.size()).forEach(changes -> all.add(best(changes)));
        return score(all).value();
    }

    /** For accounts that need a lot: change all there is, then drop the dearest changes that are not needed. */
    private void everythingThenLess(double goal) {
        List<Change> chosen =
                new ArrayList<>(candidates.stream().map(PathSearch::best).toList());
        if (chosen.isEmpty() || score(chosen).value() < goal) {
            return;
        }
        List<Change> dearestFirst = new ArrayList<>(chosen);
        dearestFirst.sort(
                Comparator.comparingInt((Change change) -> change.lever().effort())
                        .reversed()
                        .thenComparing(change -> change.signal().name()));
        for (Change change : dearestFirst) {
            List<Change> without = new ArrayList<>(chosen);
            without.remove(change);
            if (score(without).value() >= goal) {
                chosen = without;
            }
        }
        found.add(new PathToGreen(chosen, before, score(chosen)));
    }

    private HealthScore score(List<Change> changes) {
        return scorecard.score(PathToGreen.apply(snapshot, changes));
    }

    private static Change best(List<Change> changes) {
        return changes.get(changes.size() - 1);
    }

    /** The values that a signal can realistically be moved to and that score better, the smallest gain first. */
    private List<Change> changesOf(Signal signal) {
        List<Change> changes = new ArrayList<>();
        for (Lever lever : Lever.on(signal, scorecard)) {
            double now = snapshot.value(signal).orElse(Double.NaN);
            targets(signal, now, lever)
                    .mapToObj(to -> new Change(signal, now, to, lever))
                    .forEach(changes::add);
        }
        return worthwhile(changes);
    }

    /** One change for each gain, the least effort of reach for it. */
    private List<Change> worthwhile(List<Change> changes) {
        List<Change> sorted = changes.stream()
                .filter(change -> gain(change) > ROUNDING)
                .sorted(Comparator.comparingDouble(this::gain)
                        .thenComparing(change -> Math.abs(change.to() - change.from())))
                .toList();
        List<Change> distinct = new ArrayList<>();
        for (Change change : sorted) {
            if (distinct.isEmpty() || gain(change) > gain(best(distinct)) + ROUNDING) {
                distinct.add(change);
            }
        }
        return distinct;
    }

    private double gain(Change change) {
        return score(List.of(change)).value() - before.value();
    }

    private DoubleStream targets(Signal signal, double now, Lever lever) {
        if (Double.isNaN(now)) {
            return DoubleStream.empty();
        }
        if (lever.endsAt().isPresent()) {
            return DoubleStream.of(lever.endsAt().getAsDouble());
        }
        if (!signal.options().isEmpty()) {
            return DoubleStream.iterate(0, word -> word < signal.options().size(), word -> word + 1)
                    .filter(word -> Math.abs(word - now) <= lever.reach());
        }
        double low = Math.max(signal.min(), now - lever.reach());
        double high = Math.min(signal.max(), now + lever.reach());
        return DoubleStream.concat(edges(signal), DoubleStream.of(low, (now + low) / 2, (now + high) / 2, high))
                .map(value -> signal.type() == SignalType.WHOLE_NUMBER ? Math.rint(value) : toTwoDecimals(value))
                .filter(value -> value >= low && value <= high);
    }

    /** The values at which the points of the signal step up. */
    private DoubleStream edges(Signal signal) {
        return scorecard.measures().stream()
                .map(Measure::rule)
                .filter(rule -> rule instanceof Steps && rule.signals().contains(signal))
                .flatMapToDouble(rule -> ((Steps) rule).steps().stream().mapToDouble(Step::edge));
    }

    private static double toTwoDecimals(double value) {
        return Math.rint(value * 100) / 100;
    }
}
