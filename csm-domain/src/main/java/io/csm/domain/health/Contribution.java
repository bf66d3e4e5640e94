package io.csm.domain.health;

import io.csm.domain.signal.Figures;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What one measure gave to a score and why.
 *
 * @param measure the line of the scorecard
 * @param group the group it stands in; empty for none
 * @param inputs the signals it read
 * @param points what it gave, on the scale of the whole score
 * @param max what it could have given
 * @param backing whether signals stand behind the points
 */
public record Contribution(
        Measure measure, String group, List<Input> inputs, double points, double max, Backing backing) {

    /** Whether signals stand behind the points of a measure. */
    public enum Backing {
        /** Every signal of the measure is tracked. */
        TRACKED,
        /** One is not, and the scorecard's fixed points stand in. */
        STOOD_IN,
        /** One is not, and the measure was left out. */
        LEFT_OUT
    }

    /**
     * A signal as a measure read it.
     *
     * @param signal which
     * @param value as it travels; empty when not tracked
     * @param origin where the value was observed; empty when it is assumed or not tracked
     */
    public record Input(Signal signal, OptionalDouble value, Optional<SignalOrigin> origin) {

        /** Whether the value was not observed but follows from its absence. */
        public boolean isAssumed() {
            return value.isPresent() && origin.isEmpty();
        }

        /** The value as a file holds it, or {@code not tracked}. */
        public String shown() {
            return value.isPresent() ? signal.show(value.getAsDouble()) : "not tracked";
        }

        String words() {
            if (value.isEmpty()) {
                return signal.label() + " (not tracked)";
            }
            return signal.say(value.getAsDouble()) + (isAssumed() ? " (assumed)" : "");
        }
    }

    static Contribution of(
            Measure measure, String group, SignalSnapshot snapshot, double raw, double points, double max) {
        List<Input> inputs = measure.rule().signals().stream()
                .map(signal -> new Input(signal, snapshot.value(signal), snapshot.origin(signal)))
                .toList();
        boolean tracked = inputs.stream().allMatch(input -> input.value().isPresent());
        Backing backing = tracked ? Backing.TRACKED : Double.isNaN(raw) ? Backing.LEFT_OUT : Backing.STOOD_IN;
        return new Contribution(measure, group, inputs, points, max, backing);
    }

    /** The points that the measure could have given and did not. */
    public double lost() {
        return max - points;
    }

    /** Why, in half a sentence: {@code usage is declining}. */
    public String reason() {
        return inputs.stream().map(Input::words).collect(Collectors.joining(" and "));
    }

    /** The whole sentence: {@code Usage is declining: 3 of 15 points.} */
    public String sentence() {
        String consequence = switch (backing) {
            case TRACKED -> Figures.show(points) + " of " + Figures.show(max) + " points";
            case STOOD_IN -> Figures.show(points) + " of " + Figures.show(max) + " points stand in";
            case LEFT_OUT -> "left out, and the rest counts for more";
        };
        String reason = reason();
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ": " + consequence + ".";
    }
}
