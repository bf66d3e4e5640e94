package io.csm.application.health;

import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.health.Rag;
import java.time.Instant;
import java.util.Map;

/**
 * What a scan came to.
 *
 * @param state completed or cancelled
 * @param asOf the instant of its scores
 * @param resumed whether it went on with an interrupted one
 * @param scored accounts scored
 * @param added scores that were not stored before; 0 without storing
 * @param refused rows refused
 * @param alerts raised because of it; 0 without storing
 * @param byRag accounts by band colour
 * @param byRisk accounts by churn risk
 */
public record ScanResult(
        Scan.State state,
        Instant asOf,
        boolean resumed,
        long scored,
        long added,
        long refused,
        long alerts,
        Map<Rag, Long> byRag,
        Map<ChurnRisk, Long> byRisk) {

    public ScanResult {
        byRag = Map.copyOf(byRag);
        byRisk = Map.copyOf(byRisk);
    }

    /** A scan that scored nothing is not a success. */
    public boolean isEmpty() {
        return scored == 0;
    }
}
