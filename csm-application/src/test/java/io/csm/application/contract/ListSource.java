package io.csm.application.contract;

import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.signal.SignalSnapshot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Rows that are known beforehand, each on a line of its own. */
public final class ListSource implements SignalSource {

    private final List<Consumer<Sink>> rows = new ArrayList<>();
    private Iterator<Consumer<Sink>> unread = rows.iterator();
    private boolean closed;

    /** Those snapshots, in that order. */
    public static ListSource of(List<SignalSnapshot> snapshots) {
        ListSource source = new ListSource();
        snapshots.forEach(source::snapshot);
        return source;
    }

    /** That many healthy accounts, taken on Monday: {@code A-00000}, {@code A-00001} and so on. */
    public static ListSource ofHealthy(int count) {
        return of(IntStream.range(0, count)
                .mapToObj(i -> SnapshotBuilder.healthy("A-%05d".formatted(i)).build())
                .toList());
    }

    public ListSource snapshot(SignalSnapshot snapshot) {
        long line = rows.size() + 1L;
        return add(sink -> sink.snapshot(line, snapshot));
    }

    public ListSource refused(RefusedRow row) {
        return add(sink -> sink.refused(row));
    }

    /** A row at which reading breaks down. */
    public ListSource thenFailing(RuntimeException failure) {
        return add(sink -> {
            throw failure;
        });
    }

    private ListSource add(Consumer<Sink> row) {
        rows.add(row);
        unread = rows.iterator();
        return this;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean next(Sink sink) {
        if (!unread.hasNext()) {
            return false;
        }
        unread.next().accept(sink);
        return true;
    }

    @Override
    public String fingerprint() {
        return "list";
    }

    @Override
    public void close() {
        closed = true;
    }
}
