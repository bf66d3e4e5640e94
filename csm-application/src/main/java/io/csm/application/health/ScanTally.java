package io.csm.application.health;

import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.health.Rag;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Counts what a scan sees. */
final class ScanTally {

    private final Map<ChurnRisk, Long> byRisk = new EnumMap<>(ChurnRisk.class);
    private final Map<Rag, Long> rags = new EnumMap<>(Rag.class);
    private long scored;
    private long added;
    private long refused;
    private long alerts;

    void count(AccountHealth health) {
        scored++;
        rags.merge(health.score().rag(), 1L, Long::sum);
        byRisk.merge(health.risk(), 1L, Long::sum);
    }

    void countAdded(int count) {
        added += count;
    }

    void countAlerts(int count) {
        alerts += count;
    }

    void countRefused() {
        refused++;
    }

    long scored() {
        return scored;
    }

    long refused() {
        return refused;
    }

    ScanResult result(Scan.State state, Instant asOf, boolean resumed) {
        return new ScanResult(state, asOf, resumed, scored, added, refused, alerts, rags, byRisk);
    }
}
