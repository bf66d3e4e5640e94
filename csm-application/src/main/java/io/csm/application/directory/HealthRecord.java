package io.csm.application.directory;

import io.csm.domain.account.AccountId;
import io.csm.domain.health.Rag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The health of an account as it is written into the workspace.
 *
 * @param account who
 * @param accountName its name
 * @param score 0 to 100, unrounded
 * @param rag its colour
 * @param churnRisk {@code low}, {@code medium}, {@code high} or {@code critical}
 * @param scannedAt when it was scored
 * @param narrative why, for people; empty when nobody wrote any
 * @param riskFactors below the narrative
 * @param recommendations below those
 * @param writer who wrote the narrative, as it is shown; empty when there is none
 */
public record HealthRecord(
        AccountId account,
        String accountName,
        double score,
        Rag rag,
        String churnRisk,
        Instant scannedAt,
        Optional<String> narrative,
        List<String> riskFactors,
        List<String> recommendations,
        Optional<String> writer) {

    public HealthRecord {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(rag, "rag");
        Objects.requireNonNull(scannedAt, "scannedAt");
        riskFactors = List.copyOf(riskFactors);
        recommendations = List.copyOf(recommendations);
    }
}
