package io.csm.domain.health;

import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The fewest realistic signal changes that lift an account to the next band, the cheapest of those first; verified by
 * scoring the account with them.
 *
 * @param changes what to change, the least effort first; empty when the account is GREEN already
 * @param before the score as it is
 * @param after the score with all changes
 */
public record PathToGreen(List<Change> changes, HealthScore before, HealthScore after) {

    /**
     * One signal moved by its lever.
     *
     * @param signal which
     * @param from as it travels; {@code NaN} when not tracked
     * @param to as it travels
     * @param lever what to do about it
     */
    public record Change(Signal signal, double from, double to, Lever lever) {

        /** {@code talk to the customer: days since last interaction 95 -> 0}. */
        public String sentence() {
            String now = Double.isNaN(from) ? "not tracked" : signal.show(from);
            return lever.action() + ": " + signal.label() + " " + now + " -> " + signal.show(to);
        }
    }

    public PathToGreen {
        changes = changes.stream()
                .sorted(Comparator.comparingInt(change -> change.lever().effort()))
                .toList();
    }

    /** The band that the path leads to. */
    public Band target() {
        return after.band();
    }

    /** The sum of the efforts, 0 to 5 for each change. */
    public int effort() {
        return changes.stream().mapToInt(change -> change.lever().effort()).sum();
    }

    /**
     * The paths for an account: at most three of the smallest size, the cheapest first, each of other signals and
     * moving them no further than it takes. Empty when no realistic set of changes reaches the next band; one without
     * changes when the account is GREEN already.
     */
    public static List<PathToGreen> find(Scorecard scorecard, SignalSnapshot snapshot) {
        return new PathSearch(scorecard, snapshot).paths();
    }

    static SignalSnapshot apply(SignalSnapshot snapshot, List<Change> changes) {
        SignalSnapshot.Builder builder = snapshot.changed(snapshot.takenAt());
        SignalOrigin origin = new SignalOrigin("what-if", snapshot.takenAt());
        changes.forEach(change -> builder.observed(change.signal(), change.to(), origin));
        return builder.build();
    }

    /** The next better band, if there is one. */
    static Optional<Band> next(HealthScore score) {
        Bands bands = score.scorecard().bands();
        return switch (score.rag()) {
            case GREEN -> Optional.empty();
            case AMBER -> Optional.of(bands.green());
            case RED -> Optional.of(bands.amber());
        };
    }
}
