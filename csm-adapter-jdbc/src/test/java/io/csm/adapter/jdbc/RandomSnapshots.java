package io.csm.adapter.jdbc;

import static io.csm.domain.signal.StandardSignals.CATALOGUE;
import static io.csm.domain.signal.StandardSignals.THIRTEEN;

import io.csm.domain.account.AccountId;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Snapshots that hold anything that a snapshot may hold, the same for the same seed. */
final class RandomSnapshots {

    private static final List<String> SOURCES = List.of("file", "tam", "derived", "Umfrage – März");

    private RandomSnapshots() {}

    /** All thirteen, as one file would give them. */
    static SignalSnapshot thirteen(String account, Instant at, Random random) {
        SignalOrigin file = new SignalOrigin("file", at);
        SignalSnapshot.Builder snapshot = SignalSnapshot.of(CATALOGUE, new AccountId(account), at, file);
        THIRTEEN.forEach(signal -> snapshot.observed(signal, value(signal, random), file));
        return snapshot.build();
    }

    /** Some signals of the catalogue, of one origin or of several. */
    static SignalSnapshot of(String account, Instant at, SignalCatalogue catalogue, Random random) {
        SignalSnapshot.Builder snapshot =
                SignalSnapshot.of(catalogue, new AccountId(account), at, new SignalOrigin("file", at));
        boolean oneOrigin = random.nextBoolean();
        SignalOrigin same = origin(at, random);
        int present = random.nextInt(101);
        for (Signal signal : catalogue.signals()) {
            if (random.nextInt(100) < present) {
                snapshot.observed(signal, value(signal, random), oneOrigin ? same : origin(at, random));
            }
        }
        return snapshot.build();
    }

    private static SignalOrigin origin(Instant at, Random random) {
        String source = SOURCES.get(random.nextInt(SOURCES.size()));
        long back = random.nextLong() >> 10 + random.nextInt(50);
        return new SignalOrigin(
                source,
                random.nextBoolean()
                        ? at.minusSeconds(back % 1_000_000_000L)
                        : at.minusNanos(back * 1_000 % 9_000_000_000_000_000L));
    }

    private static double value(Signal signal, Random random) {
        return switch (signal.type()) {
            case NUMBER -> number(signal, random);
            case WHOLE_NUMBER -> Math.rint(number(signal, random));
            case DATE -> Math.rint(number(signal, random));
            case CHOICE, YES_NO -> random.nextInt(signal.options().size());
        };
    }

    private static double number(Signal signal, Random random) {
        double spread = random.nextBoolean() ? signal.max() - signal.min() : Math.min(400, signal.max() - signal.min());
        double value = signal.min() + random.nextDouble() * spread;
        double scale = Math.pow(10, random.nextInt(16));
        double rounded = Math.rint(value * scale) / scale;
        return random.nextInt(10) == 0 ? signal.max() : Math.max(signal.min(), Math.min(signal.max(), rounded));
    }
}
