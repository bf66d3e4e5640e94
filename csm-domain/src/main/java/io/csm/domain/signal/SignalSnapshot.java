package io.csm.domain.signal;

import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was known of one account at one instant: a value for each tracked signal, with its origin. A signal that is
 * absent is not tracked, unless the signal itself says what absence means (no open tickets, say); such a value is
 * <em>assumed</em>, and {@link #isGiven} tells it from one that was observed.
 */
public final class SignalSnapshot {

    private static final SignalOrigin[] ONE_ORIGIN = {};

    private final AccountId account;
    private final Instant takenAt;
    private final SignalCatalogue catalogue;
    private final double[] given;
    private final double[] values;
    private final SignalOrigin origin;
    private final SignalOrigin[] origins;

    private SignalSnapshot(
            AccountId account,
            Instant takenAt,
            SignalCatalogue catalogue,
            double[] given,
            SignalOrigin origin,
            SignalOrigin[] origins) {
        this.account = account;
        this.takenAt = takenAt;
        this.catalogue = catalogue;
        this.given = given;
        this.values = assume(catalogue, given);
        this.origin = origin;
        this.origins = origins;
    }

    /** The given values with the assumed ones filled in; the same array where nothing is assumed. */
    private static double[] assume(SignalCatalogue catalogue, double[] given) {
        double[] values = given;
        for (int slot : catalogue.assumedSlots()) {
            if (Double.isNaN(given[slot])) {
                values = values == given ? given.clone() : values;
                values[slot] = catalogue.at(slot).whenAbsent().orElseThrow();
            }
        }
        return values;
    }

    /** Starts a snapshot, its instant kept to the microsecond, whose values come from that origin unless told otherwise. */
    public static Builder of(SignalCatalogue catalogue, AccountId account, Instant takenAt, SignalOrigin origin) {
        return new Builder(catalogue, account, takenAt, origin);
    }

    public AccountId account() {
        return account;
    }

    public Instant takenAt() {
        return takenAt;
    }

    public SignalCatalogue catalogue() {
        return catalogue;
    }

    /** The value in that slot of {@link #catalogue()}, {@code NaN} when it is not tracked. For scoring; cheap. */
    public double at(int slot) {
        return values[slot];
    }

    /** The value, given or assumed; empty when the signal is not tracked. */
    public OptionalDouble value(Signal signal) {
        return catalogue.holds(signal) ? tracked(values[catalogue.slot(signal)]) : OptionalDouble.empty();
    }

    /** Whether the value was observed rather than assumed or absent. */
    public boolean isGiven(Signal signal) {
        return catalogue.holds(signal) && !Double.isNaN(given[catalogue.slot(signal)]);
    }

    /** Where a given value comes from; empty when none was given. */
    public Optional<SignalOrigin> origin(Signal signal) {
        return isGiven(signal) ? Optional.of(originAt(catalogue.slot(signal))) : Optional.empty();
    }

    /** The signals of which a value was given, in the order of the catalogue. */
    public List<Signal> givenSignals() {
        return catalogue.signals().stream().filter(this::isGiven).toList();
    }

    /** Whether every signal of both catalogues has the same value here and there, given or assumed, from wherever. */
    public boolean hasTheValuesOf(SignalSnapshot other) {
        return Stream.concat(catalogue.signals().stream(), other.catalogue.signals().stream())
                .allMatch(signal -> value(signal).equals(other.value(signal)));
    }

    /** The same values for a catalogue that may know more or fewer signals; what it does not know is left behind. */
    public SignalSnapshot in(SignalCatalogue other) {
        if (other == catalogue) {
            return this;
        }
        double[] moved = new double[other.size()];
        SignalOrigin[] movedOrigins = origins.length == 0 ? ONE_ORIGIN : new SignalOrigin[other.size()];
        for (int slot = 0; slot < moved.length; slot++) {
            Signal signal = other.at(slot);
            moved[slot] = isGiven(signal) ? given[catalogue.slot(signal)] : Double.NaN;
            if (movedOrigins.length > 0) {
                movedOrigins[slot] = catalogue.holds(signal) ? originAt(catalogue.slot(signal)) : origin;
            }
        }
        return new SignalSnapshot(account, takenAt, other, moved, origin, movedOrigins);
    }

    /** The same without the derived values of all signals but these. */
    public SignalSnapshot withoutDerivedBut(Set<Signal> kept) {
        Builder builder = changed(takenAt);
        for (Signal signal : givenSignals()) {
            if (!kept.contains(signal) && originAt(catalogue.slot(signal)).isDerived()) {
                builder.put(signal, Double.NaN);
            }
        }
        return builder.build();
    }

    /**
     * A snapshot whose {@link #at} may be asked for the slots of that catalogue: itself where its own catalogue grew
     * from that one, else {@link #in}. For scoring; cheap.
     */
    public SignalSnapshot readableBy(SignalCatalogue other) {
        return catalogue.grewFrom(other) ? this : in(other);
    }

    /** A builder that starts from everything known here, as of that instant. */
    public Builder changed(Instant at) {
        Builder builder = new Builder(catalogue, account, at, origin);
        System.arraycopy(given, 0, builder.given, 0, given.length);
        builder.origins = origins.clone();
        return builder;
    }

    private SignalOrigin originAt(int slot) {
        return origins.length == 0 ? origin : origins[slot];
    }

    private static OptionalDouble tracked(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Equal when account, instant, and every given value with its origin are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SignalSnapshot snapshot
                && account.equals(snapshot.account)
                && takenAt.equals(snapshot.takenAt)
                && givenSignals().equals(snapshot.givenSignals())
                && givenSignals().stream()
                        .allMatch(signal -> value(signal).equals(snapshot.value(signal))
                                && origin(signal).equals(snapshot.origin(signal)));
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, takenAt);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(account + " at " + takenAt + ":");
        for (Signal signal : givenSignals()) {
            text.append(' ').append(signal.name()).append('=').append(signal.show(at(catalogue.slot(signal))));
        }
        return text.toString();
    }

    /** Collects values; each is checked as it comes. */
    public static final class Builder {
        private final SignalCatalogue catalogue;
        private final AccountId account;
        private final Instant takenAt;
        private final SignalOrigin origin;
        private final double[] given;
        private SignalOrigin[] origins = ONE_ORIGIN;

        private Builder(SignalCatalogue catalogue, AccountId account, Instant takenAt, SignalOrigin origin) {
            this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
            this.account = Objects.requireNonNull(account, "account");
            this.takenAt = takenAt.truncatedTo(ChronoUnit.MICROS);
            this.origin = Objects.requireNonNull(origin, "origin");
            this.given = new double[catalogue.size()];
            Arrays.fill(given, Double.NaN);
        }

        /**
         * A value as a text file holds it.
         *
         * @throws InvalidSignal when the signal refuses it
         */
        public Builder text(Signal signal, String text) {
            try {
                return observed(signal, signal.fromText(text), origin);
            } catch (InvalidSignal invalid) {
                throw invalid.of(account);
            }
        }

        /**
         * A number.
         *
         * @throws InvalidSignal when the signal refuses it
         */
        public Builder number(Signal signal, double number) {
            try {
                return observed(signal, signal.fromNumber(number), origin);
            } catch (InvalidSignal invalid) {
                throw invalid.of(account);
            }
        }

        /**
         * A yes or a no.
         *
         * @throws InvalidSignal when the signal refuses it
         */
        public Builder flag(Signal signal, boolean flag) {
            try {
                return observed(signal, signal.fromFlag(flag), origin);
            } catch (InvalidSignal invalid) {
                throw invalid.of(account);
            }
        }

        /**
         * An explicit null: not tracked, unless absence has a meaning of its own.
         *
         * @throws InvalidSignal when the signal assumes a value if it is left out
         */
        public Builder nothing(Signal signal) {
            signal.whenAbsent().ifPresent(assumed -> {
                throw new InvalidSignal(
                                signal.name(),
                                "null",
                                "must not be null; leave it out and " + signal.show(assumed) + " is assumed")
                        .of(account);
            });
            return put(signal, Double.NaN);
        }

        /** A value as it travels, already checked, with its own origin. */
        public Builder observed(Signal signal, double value, SignalOrigin where) {
            if (!where.equals(origin) && origins.length == 0) {
                origins = new SignalOrigin[given.length];
                Arrays.fill(origins, origin);
            }
            if (origins.length > 0) {
                origins[catalogue.slot(signal)] = where;
            }
            return put(signal, value);
        }

        private Builder put(Signal signal, double value) {
            given[catalogue.slot(signal)] = value;
            return this;
        }

        /** The snapshot; the builder may go on and build others. */
        public SignalSnapshot build() {
            SignalOrigin[] each = origins.length == 0 ? ONE_ORIGIN : origins.clone();
            return new SignalSnapshot(account, takenAt, catalogue, given.clone(), origin, each);
        }
    }
}
