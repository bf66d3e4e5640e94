package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.signal.SignalSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Makes stored scores again from their signals and their policy, and proves that they are what was stored.
 *
 * @param handle at work in a transaction of the tenant
 * @param tenant whose
 * @param policies by number
 * @param layouts by number
 */
record StoredScores(Handle handle, TenantId tenant, PolicyDictionary policies, LayoutDictionary layouts) {

    private static final double TOLERANCE = 1e-9;

    /** The columns of one score, under their own names. */
    static final String COLUMNS = "scored_at, value, policy_no, signals";

    /** The score in that row, whose columns bear that prefix. */
    AccountHealth read(ResultSet row, AccountId account, String prefix) throws SQLException {
        Instant scoredAt = Times.read(row, prefix + "scored_at");
        double stored = row.getDouble(prefix + "value");
        AccountHealth health =
                again(row.getInt(prefix + "policy_no"), account, scoredAt, row.getBytes(prefix + "signals"), stored);
        double recomputed = health.score().value();
        if (!(Math.abs(recomputed - stored) <= TOLERANCE)) {
            throw new ScoreNotReproducible(account, scoredAt, stored, recomputed);
        }
        return health;
    }

    private AccountHealth again(int policyNo, AccountId account, Instant scoredAt, byte[] signals, double stored) {
        try {
            HealthPolicy policy = policies.get(handle, tenant, policyNo);
            SignalSnapshot snapshot = SnapshotCodec.read(
                    signals,
                    number -> layouts.get(handle, tenant, number),
                    policy.scorecard().catalogue(),
                    account,
                    scoredAt);
            return policy.assess(snapshot);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException unreadable) {
            throw new ScoreNotReproducible(account, scoredAt, stored, unreadable);
        }
    }
}
