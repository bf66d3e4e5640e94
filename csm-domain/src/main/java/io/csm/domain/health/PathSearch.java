package io.csm.domain.health;

import io.csm.domain.health.PathToGreen.Change;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the smallest sets of signals to change, one size after the other. Whether a set suffices is tried with each
 * signal at its best, for what does not suffice then never will; the sets that are returned are then eased to the least
 * that still reaches the band.
 */
final class PathSearch {

    private static final int MOST_PATHS = 3;

    /** Scorecards with dozens of movable signals have too many sets to try; beyond this a good path must do. */
    private static final int MOST_SETS = 20_000;

    private final Scorecard scorecard;
    private final SignalSnapshot snapshot;
    private final HealthScore before;
    private final List<List<Change>> candidates;
    private final List<Found> found = new ArrayList<>();
    private int tried;

    /** A set of changes that suffices, each at its best. */
    private record Found(List<Change> changes, int effort, double value) {}

    PathSearch(Scorecard scorecard, SignalSnapshot given) {
        this.scorecard = scorecard;
        this.snapshot = given.in(scorecard.catalogue());
        this.before = scorecard.score(snapshot);
        this.candidates = new PathCandidates(scorecard, snapshot).bySignal();
    }

    /** For each signal that can be moved to advantage the changes of it, the smallest gain first. */
    List<List<Change>> candidates() {
        return candidates;
    }

    List<PathToGreen> paths() {
        Optional<Band> target = PathToGreen.next(before);
        if (target.isEmpty()) {
            return List.of(new PathToGreen(List.of(), before, before));
        }
        double goal = target.get().from();
        if (valueOf(bestFrom(0)) < goal) {
            return List.of();
        }
        for (int size = 1; found.isEmpty() && tried < MOST_SETS; size++) {
            extend(new ArrayList<>(), 0, size, goal);
        }
        if (found.isEmpty()) {
            found.add(found(everythingThenLess(goal)));
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::effort).thenComparing(Found::value, Comparator.reverseOrder()))
                .limit(MOST_PATHS)
                .map(each -> eased(each.changes(), goal))
                .map(changes -> new PathToGreen(changes, before, score(changes)))
                .toList();
    }

    /** Tries every choice of so many more signals from that one on. */
    private void extend(List<Change> chosen, int from, int more, double goal) {
        if (tried++ >= MOST_SETS) {
            return;
        }
        if (more == 0) {
            if (valueOf(chosen) >= goal) {
                found.add(found(chosen));
            }
            return;
        }
        if (bestThatCanCome(chosen, from) < goal) {
            return;
        }
        for (int s = from; s <= candidates.size() - more; s++) {
            chosen.add(best(candidates.get(s)));
            extend(chosen, s + 1, more - 1, goal);
            chosen.remove(chosen.size() - 1);
        }
    }

    private double bestThatCanCome(List<Change> chosen, int from) {
        List<Change> all = bestFrom(from);
        all.addAll(chosen);
        return valueOf(all);
    }

    /** For accounts that need a lot: change all there is, then drop the dearest changes that are not needed. */
    private List<Change> everythingThenLess(double goal) {
        List<Change> needed = bestFrom(0);
        for (Change change : dearestFirst(needed)) {
            List<Change> without = new ArrayList<>(needed);
            without.remove(change);
            if (valueOf(without) >= goal) {
                needed = without;
            }
        }
        return needed;
    }

    /** The same signals, each moved no further than it takes; the dearest are spared first. */
    private List<Change> eased(List<Change> changes, double goal) {
        List<Change> eased = new ArrayList<>(changes);
        for (Change change : dearestFirst(changes)) {
            int place = eased.indexOf(change);
            for (Change smaller : changesOf(change.signal())) {
                eased.set(place, smaller);
                if (valueOf(eased) >= goal) {
                    break;
                }
            }
        }
        return eased;
    }

    private List<Change> changesOf(Signal signal) {
        return candidates.stream()
                .filter(changes -> changes.get(0).signal().equals(signal))
                .findFirst()
                .orElseThrow();
    }

    private static List<Change> dearestFirst(List<Change> changes) {
        return changes.stream()
                .sorted(Comparator.comparingInt(
                                (Change change) -> change.lever().effort())
                        .reversed()
                        .thenComparing(change -> change.signal().name()))
                .toList();
    }

    private List<Change> bestFrom(int from) {
        List<Change> best = new ArrayList<>();
        candidates.subList(from, candidates.size()).forEach(changes -> best.add(best(changes)));
        return best;
    }

    private static Change best(List<Change> changes) {
        return changes.get(changes.size() - 1);
    }

    private Found found(List<Change> changes) {
        int effort =
                changes.stream().mapToInt(change -> change.lever().effort()).sum();
        return new Found(List.copyOf(changes), effort, valueOf(changes));
    }

    private double valueOf(List<Change> changes) {
        return score(changes).value();
    }

    private HealthScore score(List<Change> changes) {
        return scorecard.score(PathToGreen.apply(snapshot, changes));
    }
}
