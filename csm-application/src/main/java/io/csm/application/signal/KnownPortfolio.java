package io.csm.application.signal;

import io.csm.application.signal.port.SignalSource;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.SignalCatalogue;
import java.time.Instant;
import java.util.Iterator;

/**
 * What is known of account after account, as snapshots as of one instant. For those who implement {@link
 * io.csm.application.signal.port.SignalValueRepository}.
 */
public final class KnownPortfolio implements SignalSource {

    private static final String STORED = "stored";

    private final Iterator<KnownSignals> accounts;
    private final SignalCatalogue catalogue;
    private final Instant asOf;
    private final ShelfLives shelfLives;
    private final Runnable onClose;

    /**
     * A source over those accounts.
     *
     * @param onClose runs when the source is closed
     */
    public KnownPortfolio(
            Iterator<KnownSignals> accounts,
            SignalCatalogue catalogue,
            Instant asOf,
            ShelfLives shelfLives,
            Runnable onClose) {
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.asOf = asOf;
        this.shelfLives = shelfLives;
        this.onClose = onClose;
    }

    @Override
    public boolean next(Sink sink) {
        if (!accounts.hasNext()) {
            return false;
        }
        KnownSignals known = accounts.next();
        try {
            sink.snapshot(0, known.snapshot(catalogue, asOf, shelfLives));
        } catch (InvalidSignal invalid) {
            sink.refused(RefusedRow.of(0, invalid));
        }
        return true;
    }

    /** What is known of a portfolio under those shelf lives. */
    static String fingerprint(ShelfLives shelfLives) {
        return shelfLives.days().isEmpty() ? STORED : STORED + "; shelf lives " + shelfLives;
    }

    /** Whether that names a portfolio as it is known, which changes behind its name. */
    public static boolean isNamedBy(String fingerprint) {
        return fingerprint.startsWith(STORED);
    }

    @Override
    public String fingerprint() {
        return fingerprint(shelfLives);
    }

    @Override
    public void close() {
        onClose.run();
    }
}
