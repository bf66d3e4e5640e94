package io.csm.application.signal;

import io.csm.domain.account.AccountId;
import io.csm.domain.derivation.DerivedValue;
import io.csm.domain.signal.DayCounters;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of one account's signals. A signal takes the value that was given, be it for the signal alone or with
 * the latest snapshot: the one observed last; of two observed at one instant, the one given for the signal. Where
 * nobody gave any it takes the value that was derived. What is older than its shelf life counts as never seen. Values
 * that count days are moved by the days that have passed.
 *
 * @param account whose
 * @param latest the latest stored snapshot; empty for none. What was derived in it is not carried on, but derived anew
 * @param given values given, in any order; the newest of each signal is kept: the one observed last, then the one
 *     received last, then the one with the greatest source and value
 * @param derived at most one for each signal
 */
public record KnownSignals(
        AccountId account, Optional<SignalSnapshot> latest, List<SignalValue> given, List<DerivedValue> derived) {

    private static final Comparator<SignalValue> OLDEST_FIRST = Comparator.comparing(
                    (SignalValue value) -> value.origin().observedAt())
            .thenComparing(SignalValue::receivedAt)
            .thenComparing(value -> value.origin().source())
            .thenComparing(SignalValue::value);

    public KnownSignals {
        given = newestOfEach(given);
        derived = List.copyOf(derived);
    }

    private static List<SignalValue> newestOfEach(List<SignalValue> given) {
        Map<String, SignalValue> newest = new TreeMap<>();
        given.stream().sorted(OLDEST_FIRST).forEach(value -> newest.put(value.signal(), value));
        return List.copyOf(newest.values());
    }

    public boolean isNotEmpty() {
        return latest.isPresent() || !given.isEmpty() || !derived.isEmpty();
    }

    /**
     * The snapshot as of that instant.
     *
     * @throws InvalidSignal when a stored value breaks the rule of its signal in this catalogue
     */
    public SignalSnapshot snapshot(SignalCatalogue catalogue, Instant asOf, ShelfLives shelfLives) {
        return new Snapshot(catalogue, asOf, shelfLives).taken();
    }

    /** Puts one together: what comes later overrides what came before. */
    private final class Snapshot {
        private final SignalCatalogue catalogue;
        private final Instant asOf;
        private final ShelfLives shelfLives;
        private final SignalSnapshot.Builder builder;

        Snapshot(SignalCatalogue catalogue, Instant asOf, ShelfLives shelfLives) {
            this.catalogue = catalogue;
            this.asOf = asOf;
            this.shelfLives = shelfLives;
            this.builder = SignalSnapshot.of(catalogue, account, asOf, SignalOrigin.derived(asOf));
        }

        SignalSnapshot taken() {
            derived.stream().filter(value -> catalogue.holds(value.signal())).forEach(this::derive);
            latest.map(snapshot -> snapshot.in(catalogue)).ifPresent(this::carryOn);
            given.forEach(value -> catalogue.find(value.signal()).ifPresent(signal -> give(signal, value)));
            return builder.build();
        }

        private void derive(DerivedValue value) {
            put(value.signal(), value.value(), SignalOrigin.derived(value.observedAt()));
        }

        /** Values keep the origin that they had; days go on being counted. */
        private void carryOn(SignalSnapshot snapshot) {
            for (Signal signal : snapshot.givenSignals()) {
                SignalOrigin origin = snapshot.origin(signal).orElseThrow();
                if (!origin.isDerived()) {
                    double value = snapshot.value(signal).orElseThrow();
                    put(signal, DayCounters.later(signal, value, snapshot.takenAt(), asOf), origin);
                }
            }
        }

        private void give(Signal signal, SignalValue value) {
            if (isFresh(signal, value.origin()) && !isOlderThanCarried(signal, value)) {
                put(signal, read(signal, value), value.origin());
            }
        }

        private boolean isOlderThanCarried(Signal signal, SignalValue value) {
            return latest.flatMap(snapshot -> snapshot.origin(signal))
                    .filter(origin -> !origin.isDerived())
                    .filter(origin -> value.origin().observedAt().isBefore(origin.observedAt()))
                    .isPresent();
        }

        private double read(Signal signal, SignalValue value) {
            try {
                double read = signal.fromText(value.value());
                return DayCounters.later(signal, read, value.origin().observedAt(), asOf);
            } catch (InvalidSignal invalid) {
                throw invalid.of(account);
            }
        }

        private void put(Signal signal, double value, SignalOrigin origin) {
            if (isFresh(signal, origin)) {
                builder.observed(signal, value, origin);
            }
        }

        private boolean isFresh(Signal signal, SignalOrigin origin) {
            return shelfLives.isFresh(signal, origin.observedAt(), asOf);
        }
    }
}
