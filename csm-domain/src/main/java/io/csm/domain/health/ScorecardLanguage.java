package io.csm.domain.health;

import io.csm.domain.signal.Choice;
import io.csm.domain.signal.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words in which a scorecard is written in Java; a YAML file uses the same ones. Static-import them and the source
 * of a scorecard reads as a document, as in {@link ShippedScorecards}.
 */
public final class ScorecardLanguage {

    private ScorecardLanguage() {}

    /** A whole scorecard: measures or groups of them, adjustments, and what else belongs to it. */
    public static Scorecard scorecard(String name, int version, Bands bands, Scorecard.Part... parts) {
        return new Scorecard(new ScorecardRef(name, version), bands, List.of(parts));
    }

    /** For reading aloud: {@code version(1)}. */
    public static int version(int number) {
        return number;
    }

    /** Bands called green, amber and red, from their lower edges. */
    public static Bands bands(double green, double amber) {
        return bands("green", green, "amber", amber, "red");
    }

    /** Bands under this scorecard's own names, from their lower edges. */
    public static Bands bands(String green, double greenFrom, String amber, double amberFrom, String red) {
        return new Bands(
                new Band(Rag.GREEN, green, greenFrom),
                new Band(Rag.AMBER, amber, amberFrom),
                new Band(Rag.RED, red, 0));
    }

    /** A group of measures that counts for that share of the score, in percent. */
    public static MeasureGroup group(String name, double percent, Measure... measures) {
        return new MeasureGroup(name, percent, List.of(measures));
    }

    /** A measure without which an account cannot be scored. */
    public static Measure measure(String name, Weight weight, PointsRule rule) {
        return measure(name, weight, rule, WhenNotTracked.REQUIRED);
    }

    /** A measure that knows what to do without its signals. */
    public static Measure measure(String name, Weight weight, PointsRule rule, WhenNotTracked whenNotTracked) {
        return new Measure(name, weight, rule, whenNotTracked);
    }

    /** The rule gives 0 to that many points, which count as they are. */
    public static Weight points(double most) {
        return new Weight(Weight.Kind.POINTS, most, Optional.empty(), Map.of());
    }

    /** The rule gives 0 to 100, which counts for that many percent. */
    public static Weight percent(double share) {
        return new Weight(Weight.Kind.PERCENT, share, Optional.empty(), Map.of());
    }

    /** As {@link #percent(double)}, with other shares for words of a choice. */
    public static Weight percentBy(Signal choice, double share, Map<String, Double> each) {
        return new Weight(Weight.Kind.PERCENT, share, Optional.of(choice), each);
    }

    /** When the signal is not tracked, the measure gives that many points. */
    public static WhenNotTracked whenNotTracked(double points) {
        return WhenNotTracked.points(points);
    }

    /** When the signal is not tracked, the measure is left out and the rest re-weighted. */
    public static WhenNotTracked leftOutWhenNotTracked() {
        return WhenNotTracked.LEFT_OUT;
    }

    /** A share of 0 to 1 times that many points. */
    public static Line proportionalTo(Signal share, double points) {
        return line(share).from(0, 0).to(1, points);
    }

    /** A straight line, flat outside its ends: {@code line(CSAT).from(1, 0).to(5, 100)}. */
    public static LineFrom line(Signal signal) {
        return (from, pointsAtFrom) -> (to, pointsAtTo) -> new Line(signal, from, pointsAtFrom, to, pointsAtTo);
    }

    /** The lower end of a line. */
    @FunctionalInterface
    public interface LineFrom {
        LineTo from(double value, double points);
    }

    /** The upper end of a line. */
    @FunctionalInterface
    public interface LineTo {
        Line to(double value, double points);
    }

    /** Points for each word of a choice. */
    public static ChoicePoints choice(Signal signal) {
        return new ChoicePoints(signal);
    }

    /** Collects the points for each word. */
    public static final class ChoicePoints {
        private final Signal signal;
        private final Map<String, Double> points = new LinkedHashMap<>();

        private ChoicePoints(Signal signal) {
            this.signal = signal;
        }

        public ChoicePoints scores(Choice option, double value) {
            return scores(option.code(), value);
        }

        public ChoicePoints scores(String option, double value) {
            points.put(option, value);
            return this;
        }

        /** The last word, which completes the rule. */
        public ByChoice andLast(Choice option, double value) {
            return andLast(option.code(), value);
        }

        /** The last word, which completes the rule. */
        public ByChoice andLast(String option, double value) {
            points.put(option, value);
            return new ByChoice(signal, points);
        }
    }

    /** Points by steps, the first that holds counting. */
    public static StepsSoFar steps(Signal signal) {
        return new StepsSoFar(signal);
    }

    /** Collects steps until {@link #otherwise} closes them. */
    public static final class StepsSoFar {
        private final Signal signal;
        private final List<Step> steps = new ArrayList<>();

        private StepsSoFar(Signal signal) {
            this.signal = signal;
        }

        public StepsSoFar atMost(double edge, double points) {
            return step(Comparison.AT_MOST, edge, points);
        }

        public StepsSoFar below(double edge, double points) {
            return step(Comparison.BELOW, edge, points);
        }

        public StepsSoFar atLeast(double edge, double points) {
            return step(Comparison.AT_LEAST, edge, points);
        }

        public StepsSoFar above(double edge, double points) {
            return step(Comparison.ABOVE, edge, points);
        }

        private StepsSoFar step(Comparison comparison, double edge, double points) {
            steps.add(new Step(comparison, edge, points));
            return this;
        }

        /** What counts beyond the last step. */
        public Steps otherwise(double points) {
            return new Steps(signal, steps, points);
        }
    }

    /** An adjustment: {@code when(TAM_HEALTH_RAG).is("RED").multiplyBy(0.85, "because ...")}. */
    public static ConditionOn when(Signal signal) {
        return new ConditionOn(signal);
    }

    /** The signal of a condition. */
    public static final class ConditionOn {
        private final Signal signal;

        private ConditionOn(Signal signal) {
            this.signal = signal;
        }

        public Consequence is(Choice option) {
            return is(option.code());
        }

        public Consequence is(String option) {
            return new Consequence(new Condition(signal, Optional.of(option), List.of()));
        }

        /** From the first value, included, to below the second. */
        public Consequence isFromTo(double atLeast, double below) {
            return new Consequence(new Condition(
                    signal,
                    Optional.empty(),
                    List.of(
                            new Condition.Limit(Comparison.AT_LEAST, atLeast),
                            new Condition.Limit(Comparison.BELOW, below))));
        }
    }

    /** A condition that waits for its consequence. */
    public record Consequence(Condition condition) {

        /** Multiplies the score by 0 to 1.5 while the condition holds, for that reason. */
        public Adjustment multiplyBy(double factor, String because) {
            return new Adjustment(condition, factor, because);
        }
    }

    /** A drop by strictly more than that many points against the previous score is a dip. */
    public static DipAlert dipAlert(double points) {
        return new DipAlert(points);
    }
}
