package io.csm.application.signal.port;

import io.csm.application.signal.RefusedRow;
import io.csm.domain.signal.SignalSnapshot;

/**
 * A stream of snapshots, one account at a time, that never needs to fit into memory. Read once, from one thread.
 */
public interface SignalSource extends AutoCloseable {

    /** Takes what a source yields. */
    interface Sink {

        /** A snapshot that stands on that line; 0 where there are no lines. */
        void snapshot(long line, SignalSnapshot snapshot);

        /** A row that is no snapshot. */
        void refused(RefusedRow row);
    }

    /** Hands the next row to the sink; false when there is none left. */
    boolean next(Sink sink);

    /**
     * Names the content for resuming an interrupted scan of it: the same text only for the same rows in the same order;
     * empty when the source cannot promise that.
     */
    String fingerprint();

    @Override
    void close();
}
