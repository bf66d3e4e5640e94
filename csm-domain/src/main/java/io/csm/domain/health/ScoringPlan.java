package io.csm.domain.health;

import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * A scorecard in the form that scoring runs: flat arrays over the slots of its catalogue. The document stays the one
 * truth; this is made from it once.
 */
final class ScoringPlan {

    private static final double[] SAME_FOR_ALL = {};

    private final Scorecard scorecard;
    private final SignalCatalogue catalogue;
    private final List<Measure> measures;
    private final CompiledRule[] rules;
    private final double[] absentPoints;
    private final double[] scales;
    private final double[] weights;
    private final double[][] weightsByOption;
    private final int[] optionSlots;
    private final boolean[] inPoints;
    private final int[] groupEnds;
    private final double[] groupPercents;
    private final double[] factors;
    private final double[] factorLows;
    private final double[] factorHighs;
    private final int[] factorSlots;

    ScoringPlan(Scorecard scorecard) {
        this.scorecard = scorecard;
        catalogue = scorecard.catalogue();
        measures = scorecard.measures();
        int size = measures.size();
        rules = new CompiledRule[size];
        absentPoints = new double[size];
        scales = measures.stream()
                .mapToDouble(measure -> measure.weight().scale())
                .toArray();
        weights = new double[size];
        weightsByOption = new double[size][];
        optionSlots = new int[size];
        for (int m = 0; m < size; m++) {
            plan(m, measures.get(m));
        }
        List<MeasureGroup> groups = scorecard.groups();
        groupEnds = new int[groups.size()];
        groupPercents = groups.stream().mapToDouble(MeasureGroup::percent).toArray();
        inPoints = new boolean[groups.size()];
        for (int g = 0; g < groups.size(); g++) {
            groupEnds[g] =
                    (g == 0 ? 0 : groupEnds[g - 1]) + groups.get(g).measures().size();
            inPoints[g] = groups.get(g).isInPoints();
        }
        List<Adjustment> adjustments = scorecard.adjustments();
        factors = adjustments.stream().mapToDouble(Adjustment::factor).toArray();
        factorLows = adjustments.stream().mapToDouble(a -> a.condition().low()).toArray();
        factorHighs =
                adjustments.stream().mapToDouble(a -> a.condition().high()).toArray();
        factorSlots = adjustments.stream()
                .mapToInt(a -> catalogue.slot(a.condition().signal()))
                .toArray();
    }

    private void plan(int m, Measure measure) {
        Weight weight = measure.weight();
        rules[m] = measure.rule().compile(catalogue);
        absentPoints[m] = measure.whenNotTracked().points();
        weights[m] = weight.value();
        weightsByOption[m] = weight.by()
                .map(signal ->
                        signal.options().stream().mapToDouble(weight::forOption).toArray())
                .orElse(SAME_FOR_ALL);
        optionSlots[m] = weight.by().map(catalogue::slot).orElse(-1);
    }

    HealthScore score(SignalSnapshot given) {
        SignalSnapshot snapshot = given.readableBy(catalogue);
        double[] raw = new double[rules.length];
        for (int m = 0; m < raw.length; m++) {
            raw[m] = rules[m].points(snapshot);
        }
        double coverage = coverage(raw, snapshot);
        standIn(raw, snapshot);
        double before = clamp(mean(raw, snapshot));
        long applied = applied(snapshot);
        double value = applied == 0 ? before : clamp(before * factor(applied));
        return new HealthScore(scorecard, given, raw, before, value, applied, coverage);
    }

    /** The share of the whole weight that stands on tracked signals; the others have no points yet. */
    private double coverage(double[] raw, SignalSnapshot snapshot) {
        double tracked = 0;
        int m = 0;
        for (int g = 0; g < groupEnds.length; g++) {
            double ofGroup = 0;
            for (; m < groupEnds[g]; m++) {
                ofGroup += Double.isNaN(raw[m]) ? 0 : weight(m, snapshot);
            }
            tracked += ofGroup * groupPercents[g];
        }
        return Math.min(1, tracked / (MeasureGroup.WHOLE * MeasureGroup.WHOLE));
    }

    /** Fixed points where a signal is not tracked; a measure that is left out keeps none. */
    private void standIn(double[] raw, SignalSnapshot snapshot) {
        for (int m = 0; m < raw.length; m++) {
            if (Double.isNaN(raw[m])) {
                raw[m] = withoutSignal(m, snapshot);
            }
        }
    }

    /** The weighted mean of the groups, each the weighted mean of its measures; what is left out counts nowhere. */
    private double mean(double[] raw, SignalSnapshot snapshot) {
        double sum = 0;
        double counted = 0;
        int m = 0;
        for (int g = 0; g < groupEnds.length; g++) {
            double ofGroup = 0;
            double weightOfGroup = 0;
            for (; m < groupEnds[g]; m++) {
                if (!Double.isNaN(raw[m])) {
                    double weight = weight(m, snapshot);
                    ofGroup += inPoints[g] ? raw[m] : raw[m] * outOf(m, weight);
                    weightOfGroup += weight;
                }
            }
            if (weightOfGroup > 0) {
                double share = groupEnds.length == 1 ? 1 : groupPercents[g];
                sum += mean(ofGroup, weightOfGroup, inPoints[g]) * share;
                counted += share;
            }
        }
        if (counted == 0) {
            throw nothingTracked(snapshot);
        }
        return sum / counted;
    }

    /** What one raw point of the measure counts for in the sum of its group. */
    private double outOf(int m, double weight) {
        return measures.get(m).weight().kind() == Weight.Kind.POINTS ? MeasureGroup.WHOLE : weight;
    }

    /** Sums of points are kept as they are while nothing is left out, so that 57 stays 57. */
    private static double mean(double sum, double weight, boolean asPoints) {
        double whole = MeasureGroup.WHOLE;
        if (asPoints) {
            return weight == whole ? sum : sum * whole / weight;
        }
        return sum / weight;
    }

    private double weight(int m, SignalSnapshot snapshot) {
        double[] byOption = weightsByOption[m];
        if (byOption.length == 0) {
            return weights[m];
        }
        double option = snapshot.at(optionSlots[m]);
        return !Double.isNaN(option) ? byOption[(int) option] : weights[m];
    }

    private double withoutSignal(int m, SignalSnapshot snapshot) {
        Measure measure = measures.get(m);
        if (measure.whenNotTracked().isRequired()) {
            Signal missing = measure.rule().signals().stream()
                    .filter(signal -> snapshot.value(signal).isEmpty())
                    .findFirst()
                    .orElseThrow();
            throw new InvalidSignal(missing.name(), "", "is required by scorecard " + scorecard.name())
                    .of(snapshot.account());
        }
        return absentPoints[m];
    }

    private InvalidSignal nothingTracked(SignalSnapshot snapshot) {
        String names =
                String.join(", ", scorecard.signals().stream().map(Signal::name).toList());
        return new InvalidSignal(
                        "signals",
                        "",
                        "must hold at least one that scorecard " + scorecard.name() + " measures: " + names)
                .of(snapshot.account());
    }

    private long applied(SignalSnapshot snapshot) {
        long applied = 0;
        for (int a = 0; a < factors.length; a++) {
            double value = snapshot.at(factorSlots[a]);
            if (value >= factorLows[a] && value <= factorHighs[a]) {
                applied |= 1L << a;
            }
        }
        return applied;
    }

    private double factor(long applied) {
        double factor = 1;
        for (int a = 0; a < factors.length; a++) {
            factor *= (applied & 1L << a) == 0 ? 1 : factors[a];
        }
        return factor;
    }

    private static double clamp(double value) {
        return value < 0 ? 0 : value > MeasureGroup.WHOLE ? MeasureGroup.WHOLE : value;
    }

    /** The contributions of a score made here; their points add to the score before adjustments. */
    List<Contribution> contributions(SignalSnapshot given, double[] raw) {
        SignalSnapshot snapshot = given.readableBy(catalogue);
        double[] most = most(snapshot, raw);
        double[] points = points(raw, most);
        List<Contribution> contributions = new ArrayList<>();
        int m = 0;
        for (MeasureGroup group : scorecard.groups()) {
            for (Measure measure : group.measures()) {
                contributions.add(Contribution.of(measure, group.name(), snapshot, raw[m], points[m], most[m]));
                m++;
            }
        }
        return contributions;
    }

    /** The points of the contributions alone. */
    double[] points(SignalSnapshot given, double[] raw) {
        return points(raw, most(given.readableBy(catalogue), raw));
    }

    private double[] points(double[] raw, double[] most) {
        double[] points = new double[raw.length];
        for (int m = 0; m < raw.length; m++) {
            double scale = scales[m];
            points[m] = Double.isNaN(raw[m]) ? 0 : most[m] == scale ? raw[m] : raw[m] / scale * most[m];
        }
        return points;
    }

    /** What each measure could give at most to this score: its weight, raised by what was left out. */
    private double[] most(SignalSnapshot snapshot, double[] raw) {
        double[] most = new double[raw.length];
        double counted = 0;
        for (int g = 0; g < groupEnds.length; g++) {
            double groupWeight = 0;
            for (int m = start(g); m < groupEnds[g]; m++) {
                most[m] = Double.isNaN(raw[m]) ? 0 : weight(m, snapshot);
                groupWeight += most[m];
            }
            counted += groupWeight > 0 ? groupPercents[g] : 0;
            for (int m = start(g); m < groupEnds[g] && groupWeight > 0; m++) {
                most[m] = most[m] * groupPercents[g] / groupWeight;
            }
        }
        for (int m = 0; m < most.length; m++) {
            most[m] = most[m] * MeasureGroup.WHOLE / counted;
        }
        return most;
    }

    private int start(int group) {
        return group == 0 ? 0 : groupEnds[group - 1];
    }
}
