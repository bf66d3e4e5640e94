package io.csm.application.signal;

import io.csm.application.signal.port.SignalSource;
import io.csm.domain.account.AccountId;
import io.csm.domain.signal.DayCounters;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is stored of one account's signals: its latest snapshot and the values given for single signals. Each signal
 * takes the value that was observed last; of two observed at one instant, the one that was received last. Values that
 * count days are moved by the days that have passed.
 *
 * @param account whose
 * @param latest the latest snapshot; empty for none
 * @param given values given, in any order; the newest of each signal is kept
 */
public record KnownSignals(AccountId account, Optional<SignalSnapshot> latest, List<SignalValue> given) {

    private static final Comparator<SignalValue> OLDEST_FIRST = Comparator.comparing(
                    (SignalValue value) -> value.origin().observedAt())
            .thenComparing(SignalValue::receivedAt);

    public KnownSignals {
        given = newestOfEach(given);
    }

    private static List<SignalValue> newestOfEach(List<SignalValue> given) {
        Map<String, SignalValue> newest = new TreeMap<>();
        given.stream().sorted(OLDEST_FIRST).forEach(value -> newest.put(value.signal(), value));
        return List.copyOf(newest.values());
    }

    public boolean isNotEmpty() {
        return latest.isPresent() || !given.isEmpty();
    }

    /**
     * The snapshot as of that instant.
     *
     * @throws InvalidSignal when a stored value breaks the rule of its signal in this catalogue
     */
    public SignalSnapshot snapshot(SignalCatalogue catalogue, Instant asOf) {
        SignalSnapshot.Builder builder = SignalSnapshot.of(catalogue, account, asOf, new SignalOrigin("given", asOf));
        latest.map(snapshot -> snapshot.in(catalogue)).ifPresent(snapshot -> carryForward(snapshot, asOf, builder));
        for (SignalValue value : given) {
            catalogue
                    .find(value.signal())
                    .filter(signal -> isNewer(signal, value))
                    .ifPresent(signal -> builder.observed(signal, read(signal, value, asOf), value.origin()));
        }
        return builder.build();
    }

    /** Values keep the origin that they had; days go on being counted. */
    private static void carryForward(SignalSnapshot snapshot, Instant asOf, SignalSnapshot.Builder builder) {
        for (Signal signal : snapshot.givenSignals()) {
            double value = snapshot.value(signal).orElseThrow();
            builder.observed(
                    signal,
                    DayCounters.later(signal, value, snapshot.takenAt(), asOf),
                    snapshot.origin(signal).orElseThrow());
        }
    }

    private boolean isNewer(Signal signal, SignalValue value) {
        return latest.flatMap(snapshot -> snapshot.origin(signal))
                .map(origin -> !value.origin().observedAt().isBefore(origin.observedAt()))
                .orElse(true);
    }

    private double read(Signal signal, SignalValue value, Instant asOf) {
        try {
            double read = signal.fromText(value.value());
            return DayCounters.later(signal, read, value.origin().observedAt(), asOf);
        } catch (InvalidSignal invalid) {
            throw invalid.of(account);
        }
    }

    /** A source over what is stored of many accounts; closing it runs {@code onClose}. */
    public static SignalSource source(
            Iterator<KnownSignals> accounts, SignalCatalogue catalogue, Instant asOf, Runnable onClose) {
        return new SignalSource() {
            @Override
            public boolean next(Sink sink) {
                if (!accounts.hasNext()) {
                    return false;
                }
                KnownSignals known = accounts.next();
                try {
                    sink.snapshot(0, known.snapshot(catalogue, asOf));
                } catch (InvalidSignal invalid) {
                    sink.refused(RefusedRow.of(0, invalid));
                }
                return true;
            }

            @Override
            public String fingerprint() {
                return "stored";
            }

            @Override
            public void close() {
                onClose.run();
            }
        };
    }
}
