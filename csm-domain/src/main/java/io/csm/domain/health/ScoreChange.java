package io.csm.domain.health;

import io.csm.domain.signal.Figures;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.SignalType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Why a score is not what it was: the change split into what the signals did, what another scorecard or version did,
 * and what the adjustments did. The three add to the whole change.
 *
 * @param previous the earlier score
 * @param current the later score
 * @param bySignals points that moved because signals did, by the earlier scorecard
 * @param byScorecard points that moved because the scorecard changed, on the later signals
 * @param byAdjustments points that the multipliers take now and did not take before, or the other way round
 * @param moves each signal that changed and that either scorecard reads, in the order of the catalogue
 */
public record ScoreChange(
        HealthScore previous,
        HealthScore current,
        double bySignals,
        double byScorecard,
        double byAdjustments,
        List<Move> moves) {

    /**
     * One signal that changed.
     *
     * @param signal which
     * @param before as it travels; empty when it was not tracked
     * @param after as it travels; empty when it is not tracked
     */
    public record Move(Signal signal, OptionalDouble before, OptionalDouble after) {

        private static final int DECIMALS = 4;

        /** {@code usage trend: stable -> declining}. */
        public String sentence() {
            return signal.label() + ": " + shown(before) + " -> " + shown(after);
        }

        private String shown(OptionalDouble value) {
            if (value.isEmpty()) {
                return "not tracked";
            }
            return signal.type() == SignalType.NUMBER
                    ? Figures.show(value.getAsDouble(), DECIMALS)
                    : signal.show(value.getAsDouble());
        }
    }

    /**
     * The change from one score of an account to a later one.
     *
     * @throws io.csm.domain.signal.InvalidSignal when the earlier scorecard requires a signal that is no longer tracked
     */
    public static ScoreChange between(HealthScore previous, HealthScore current) {
        boolean sameScorecard = previous.scorecard().equals(current.scorecard());
        double onNewSignals = sameScorecard
                ? current.beforeAdjustments()
                : previous.scorecard().score(current.snapshot()).beforeAdjustments();
        return new ScoreChange(
                previous,
                current,
                onNewSignals - previous.beforeAdjustments(),
                current.beforeAdjustments() - onNewSignals,
                adjusted(current) - adjusted(previous),
                moves(previous, current));
    }

    private static double adjusted(HealthScore score) {
        return score.value() - score.beforeAdjustments();
    }

    /** Of the signals that either scorecard reads; a score may keep others that were given. */
    private static List<Move> moves(HealthScore before, HealthScore after) {
        List<Move> moves = new ArrayList<>();
        Set<Signal> read = new HashSet<>(before.scorecard().signals());
        read.addAll(after.scorecard().signals());
        SignalSnapshot then = before.snapshot();
        SignalSnapshot now = after.snapshot();
        Stream.concat(then.catalogue().signals().stream(), now.catalogue().signals().stream())
                .distinct()
                .filter(read::contains)
                .filter(signal -> !then.value(signal).equals(now.value(signal)))
                .forEach(signal -> moves.add(new Move(signal, then.value(signal), now.value(signal))));
        return moves;
    }

    /** The whole change in points. */
    public double total() {
        return current.value() - previous.value();
    }

    /** Whether another scorecard or version made the later score. */
    public boolean isAcrossScorecards() {
        return !previous.scorecard().ref().equals(current.scorecard().ref());
    }

    /** {@code -12.4 points: signals -8.4, scorecard 0, adjustments -4}. */
    public String sentence() {
        return signed(total()) + " points: signals " + signed(bySignals) + ", scorecard " + signed(byScorecard)
                + ", adjustments " + signed(byAdjustments);
    }

    private static String signed(double points) {
        String shown = Figures.show(points, 1);
        return shown.startsWith("-") || shown.equals("0") ? shown : "+" + shown;
    }
}
