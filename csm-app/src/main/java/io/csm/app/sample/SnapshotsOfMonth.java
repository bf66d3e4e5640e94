package io.csm.app.sample;

import io.csm.application.signal.port.SignalSource;
import io.csm.domain.signal.SignalSnapshot;
import java.util.Iterator;

/** Hands over the snapshots of one month, made one at a time. */
final class SnapshotsOfMonth implements SignalSource {

    private final Iterator<SignalSnapshot> snapshots;
    private final String fingerprint;

    SnapshotsOfMonth(Iterator<SignalSnapshot> snapshots, String fingerprint) {
        this.snapshots = snapshots;
        this.fingerprint = fingerprint;
    }

    @Override
    public boolean next(Sink sink) {
        if (!snapshots.hasNext()) {
            return false;
        }
        sink.snapshot(0, snapshots.next());
        return true;
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public void close() {}
}
