package io.csm.domain.health;

import io.csm.domain.signal.Figures;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The health of one account at one instant, 0 to 100, with everything needed to explain it. It holds the snapshot and
 * the points of each measure; contributions and sentences are made when somebody asks.
 */
public final class HealthScore {

    private final Scorecard scorecard;
    private final SignalSnapshot snapshot;
    private final double[] raw;
    private final double beforeAdjustments;
    private final double value;
    private final long applied;
    private final double coverage;

    HealthScore(
            Scorecard scorecard,
            SignalSnapshot snapshot,
            double[] raw,
            double beforeAdjustments,
            double value,
            long applied,
            double coverage) {
        this.scorecard = scorecard;
        this.snapshot = snapshot;
        this.raw = raw;
        this.beforeAdjustments = beforeAdjustments;
        this.value = value;
        this.applied = applied;
        this.coverage = coverage;
    }

    /** 0 to 100, unrounded. */
    public double value() {
        return value;
    }

    /** The sum of the contributions, 0 to 100, before any multiplier. */
    public double beforeAdjustments() {
        return beforeAdjustments;
    }

    /** The band that holds the value. */
    public Band band() {
        return scorecard.bands().of(value);
    }

    public Rag rag() {
        return band().rag();
    }

    /** The share of the weight that tracked signals stand behind, 0 to 1. */
    public double coverage() {
        return coverage;
    }

    /** The scorecard that made it. */
    public Scorecard scorecard() {
        return scorecard;
    }

    /** What it was made from. */
    public SignalSnapshot snapshot() {
        return snapshot;
    }

    /** When the snapshot was taken. */
    public Instant scoredAt() {
        return snapshot.takenAt();
    }

    /** One for each measure, in the order of the scorecard; their points add to {@link #beforeAdjustments()}. */
    public List<Contribution> contributions() {
        return scorecard.plan().contributions(snapshot, raw);
    }

    /** The points of {@link #contributions()} alone, for programs that read nothing else. */
    public double[] points() {
        return scorecard.plan().points(snapshot, raw);
    }

    /** The contributions that lost points, the costliest first. */
    public List<Contribution> losses() {
        return contributions().stream()
                .filter(contribution -> contribution.lost() > 0)
                .sorted(Comparator.comparingDouble(Contribution::lost).reversed())
                .toList();
    }

    /** One for each adjustment of the scorecard, applied or not. */
    public List<AdjustmentOutcome> adjustments() {
        List<AdjustmentOutcome> outcomes = new ArrayList<>();
        List<Adjustment> adjustments = scorecard.adjustments();
        for (int a = 0; a < adjustments.size(); a++) {
            outcomes.add(new AdjustmentOutcome(adjustments.get(a), (applied & 1L << a) != 0));
        }
        return outcomes;
    }

    /** What one would paste into an e-mail. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(snapshot.account() + " scores " + Figures.show(value, 1) + " ("
                + band().label() + ") by " + scorecard.ref() + ".");
        contributions().forEach(contribution -> text.append("\n- ").append(contribution.sentence()));
        adjustments().stream()
                .filter(AdjustmentOutcome::applied)
                .forEach(outcome -> text.append("\n- ").append(outcome.sentence()));
        return text.toString();
    }
}
