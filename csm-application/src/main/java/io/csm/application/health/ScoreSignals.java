package io.csm.application.health;

import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Instant;

/** Scores a stream of signals and stores nothing; needs no port at all. */
public final class ScoreSignals {

    private static final int PROGRESS_EVERY = 10_000;

    /** Scores every row of the source as of that instant, telling the listener of each. */
    public ScanResult score(SignalSource source, HealthPolicy policy, Instant asOf, ScanListener listener) {
        ScanTally tally = new ScanTally();
        SignalSource.Sink sink = new SignalSource.Sink() {
            @Override
            public void snapshot(long line, SignalSnapshot snapshot) {
                try {
                    var health = policy.assess(snapshot);
                    tally.count(health);
                    listener.onScored(health);
                } catch (InvalidSignal invalid) {
                    refused(RefusedRow.of(line, invalid));
                }
            }

            @Override
            public void refused(RefusedRow row) {
                tally.countRefused();
                listener.onRefused(row);
            }
        };
        long rows = 0;
        while (source.next(sink)) {
            rows++;
            if (rows % PROGRESS_EVERY == 0) {
                listener.onProgress(tally.scored(), tally.refused());
                if (listener.isCancelled()) {
                    return tally.result(Scan.State.CANCELLED, asOf, false);
                }
            }
        }
        listener.onProgress(tally.scored(), tally.refused());
        return tally.result(Scan.State.COMPLETED, asOf, false);
    }
}
