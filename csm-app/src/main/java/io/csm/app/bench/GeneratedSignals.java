package io.csm.app.bench;

import io.csm.application.signal.port.SignalSource;
import io.csm.domain.account.AccountId;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.SignalType;
import io.csm.domain.signal.StandardSignals;
import java.time.Instant;
import java.util.SplittableRandom;

/** Any number of accounts with random signals; the same seed gives the same ones. */
final class GeneratedSignals implements SignalSource {

    private static final double SHARE_NOT_TRACKED = 0.1;
    private static final int LARGEST_COUNT = 120;
    private static final long FIRST_NUMBER = 10_000_000;

    private final SplittableRandom random;
    private final long accounts;
    private final Instant asOf;
    private final SignalOrigin origin;
    private long given;

    GeneratedSignals(long accounts, long seed, Instant asOf) {
        this.accounts = accounts;
        this.random = new SplittableRandom(seed);
        this.asOf = asOf;
        this.origin = new SignalOrigin("file", asOf);
    }

    @Override
    public boolean next(Sink sink) {
        if (given == accounts) {
            return false;
        }
        given++;
        AccountId account = new AccountId("A-" + (FIRST_NUMBER + given));
        SignalSnapshot.Builder snapshot = SignalSnapshot.of(StandardSignals.CATALOGUE, account, asOf, origin);
        for (Signal signal : StandardSignals.THIRTEEN) {
            if (random.nextDouble() >= SHARE_NOT_TRACKED || isRequired(signal)) {
                snapshot.observed(signal, value(signal), origin);
            }
        }
        sink.snapshot(given, snapshot.build());
        return true;
    }

    private static boolean isRequired(Signal signal) {
        return signal.type() == SignalType.NUMBER || signal.type() == SignalType.CHOICE;
    }

    /** Rates with three decimals, counts up to a few months, any word. */
    private double value(Signal signal) {
        return switch (signal.type()) {
            case NUMBER -> random.nextInt(1001) / 1000.0 * signal.max();
            case WHOLE_NUMBER -> random.nextInt((int) Math.min(LARGEST_COUNT, signal.max()) + 1);
            default -> random.nextInt(signal.options().size());
        };
    }

    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public void close() {}
}
