package io.csm.application.contract;

import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.signal.SignalSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Everything that a source yields. */
public final class Collected implements SignalSource.Sink {

    private final List<SignalSnapshot> snapshots = new ArrayList<>();
    private final List<RefusedRow> refused = new ArrayList<>();

    /** Reads the source to its end and closes it. */
    public static Collected from(SignalSource source) {
        Collected collected = new Collected();
        try (source) {
            boolean more = true;
            while (more) {
                more = source.next(collected);
            }
        }
        return collected;
    }

    @Override
    public void snapshot(long line, SignalSnapshot snapshot) {
        snapshots.add(snapshot);
    }

    @Override
    public void refused(RefusedRow row) {
        refused.add(row);
    }

    public List<RefusedRow> refused() {
        return refused;
    }

    public List<String> accounts() {
        return snapshots.stream().map(snapshot -> snapshot.account().value()).toList();
    }

    public SignalSnapshot last() {
        return snapshots.get(snapshots.size() - 1);
    }

    public SignalSnapshot snapshot(String account) {
        return snapshots.stream()
                .filter(snapshot -> snapshot.account().value().equals(account))
                .findFirst()
                .orElseThrow();
    }
}
