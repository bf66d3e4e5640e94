package io.csm.application.health;

import io.csm.application.access.Actor;
import io.csm.application.health.port.HealthScoreRepository.Row;
import io.csm.application.health.port.ScanRepository;
import io.csm.application.signal.ReadSignals;
import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.account.AccountId;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.health.HealthScore;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was known of accounts when they were scored, more than the scores keep: a score leaves out the derived values that
 * its policy does not read, and another policy may read them.
 */
final class FullSnapshots {

    private final ScoreViewpoints viewpoints;
    private final ReadSignals signals;

    FullSnapshots(ScanRepository scans, ReadSignals signals) {
        this.viewpoints = new ScoreViewpoints(scans);
        this.signals = signals;
    }

    /** By account, where anything was derived; an account that is not there has no more than its score keeps. */
    Map<AccountId, SignalSnapshot> of(Actor actor, List<Row> rows, SignalCatalogue catalogue) {
        Map<Viewpoint, List<AccountId>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            HealthScore score = row.latest().score();
            if (hasDerived(score.snapshot())) {
                groups.computeIfAbsent(viewpoints.of(actor.tenant(), score), any -> new ArrayList<>())
                        .add(row.account().id());
            }
        }
        Map<AccountId, SignalSnapshot> full = new HashMap<>();
        groups.forEach((viewpoint, accounts) -> read(actor, catalogue, viewpoint, accounts, full));
        return full;
    }

    private static boolean hasDerived(SignalSnapshot snapshot) {
        return snapshot.givenSignals().stream()
                .anyMatch(signal -> snapshot.origin(signal)
                        .filter(origin -> origin.isDerived())
                        .isPresent());
    }

    private void read(
            Actor actor,
            SignalCatalogue catalogue,
            Viewpoint viewpoint,
            List<AccountId> accounts,
            Map<AccountId, SignalSnapshot> full) {
        try (SignalSource source = signals.readAll(actor, catalogue, viewpoint, accounts)) {
            while (source.next(new SignalSource.Sink() {
                @Override
                public void snapshot(long line, SignalSnapshot snapshot) {
                    full.put(snapshot.account(), snapshot);
                }

                @Override
                public void refused(RefusedRow row) {
                    // what the score keeps stands in
                }
            })) {}
        }
    }
}
