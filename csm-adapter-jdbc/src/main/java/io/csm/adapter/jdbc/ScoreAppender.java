package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.churn.ChurnTrigger;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.Rag;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Adds scores by the thousand: COPY into a temporary table, because row-level security forbids COPY into the table
 * itself, and one insert from there.
 */
final class ScoreAppender {

    private static final int COLUMNS = 8;

    private final TenantTransactions transactions;
    private final PolicyDictionary policies;
    private final LayoutDictionary layouts;

    ScoreAppender(TenantTransactions transactions, PolicyDictionary policies, LayoutDictionary layouts) {
        this.transactions = transactions;
        this.policies = policies;
        this.layouts = layouts;
    }

    int append(Handle handle, TenantId tenant, HealthPolicy policy, List<AccountHealth> scores) throws SQLException {
        refuseOtherPolicies(policy, scores);
        int policyNo = policies.numberOf(handle, tenant, policy, transactions);
        createMonths(handle, scores);
        stage(handle, scores, layoutNo(handle, tenant, policy));
        int added = insert(handle, tenant, policyNo);
        if (added < scores.size() && JdbiAccountRepository.addUnknown(handle, tenant) > 0) {
            added += insert(handle, tenant, policyNo);
        }
        return added;
    }

    private static void refuseOtherPolicies(HealthPolicy policy, List<AccountHealth> scores) {
        for (AccountHealth health : scores) {
            if (!policy.made(health)) {
                throw new IllegalArgumentException(
                        "the score of account " + health.score().snapshot().account() + " was made by another policy");
            }
        }
    }

    /** Whatever catalogue a snapshot came in, a score holds it in the catalogue of its scorecard. */
    private long layoutNo(Handle handle, TenantId tenant, HealthPolicy policy) {
        SnapshotLayout layout = SnapshotLayout.of(policy.scorecard().catalogue());
        return layouts.numberOf(handle, tenant, layout, transactions);
    }

    private static final String CREATE_MONTH = "select csm.create_health_score_month(:day)";

    private static void createMonths(Handle handle, List<AccountHealth> scores) {
        scores.stream()
                .map(health -> health.score().scoredAt())
                .distinct()
                .map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC).withDayOfMonth(1))
                .distinct()
                .sorted()
                .forEach(month -> handle.createQuery(CREATE_MONTH)
                        .bind("day", month)
                        .mapTo(String.class)
                        .findOne());
    }

    // made once per connection; emptied first, in case this transaction has appended before
    private static final String STAGING_TABLE = """
            create temporary table if not exists staged_score (
                account_id   text collate "C",
                scored_at    timestamptz,
                value        double precision,
                coverage     double precision,
                rag          "char",
                risk         "char",
                triggered_by "char",
                signals      bytea
            ) on commit delete rows;
            delete from pg_temp.staged_score
            """;

    private static final String COPY = "copy pg_temp.staged_score from stdin (format binary)";

    private static void stage(Handle handle, List<AccountHealth> scores, long layoutNo) throws SQLException {
        handle.execute(STAGING_TABLE);
        Bytes signals = new Bytes();
        BinaryCopy.into(handle, COPY, copy -> {
            for (AccountHealth health : scores) {
                SnapshotCodec.write(health.score().snapshot(), layoutNo, signals.clear());
                row(health, signals, copy);
            }
        });
    }

    private static void row(AccountHealth health, Bytes signals, BinaryCopy copy) throws SQLException {
        HealthScore score = health.score();
        copy.row(COLUMNS);
        copy.text(score.snapshot().account().value());
        copy.timestamp(score.scoredAt());
        copy.number(score.value());
        copy.number(score.coverage());
        copy.letter(letter(score.rag()));
        copy.letter(letter(health.risk()));
        copy.letter(letter(health.trigger()));
        copy.bytes(signals);
    }

    // in the order of the key: two that append the same scores then wait for each other instead of dying in a deadlock
    private static final String INSERT = """
            insert into csm.health_score
                (tenant_id, account_no, scored_at, value, coverage, policy_no, rag, risk, triggered_by, signals)
            select a.tenant_id, a.account_no, s.scored_at, s.value, s.coverage, :policy, s.rag, s.risk, s.triggered_by,
                   s.signals
            from pg_temp.staged_score s
            join csm.account a on a.tenant_id = :tenant and a.account_id = s.account_id
            order by a.account_no, s.scored_at
            on conflict do nothing
            """;

    private static int insert(Handle handle, TenantId tenant, int policyNo) {
        return handle.createUpdate(INSERT)
                .bind("tenant", tenant.value())
                .bind("policy", policyNo)
                .execute();
    }

    private static char letter(Rag rag) {
        return switch (rag) {
            case GREEN -> 'G';
            case AMBER -> 'A';
            case RED -> 'R';
        };
    }

    private static char letter(ChurnRisk risk) {
        return switch (risk) {
            case CRITICAL -> 'C';
            case HIGH -> 'H';
            case MEDIUM -> 'M';
            case LOW -> 'L';
        };
    }

    private static char letter(Optional<ChurnTrigger> trigger) {
        return trigger.map(fired -> switch (fired) {
                    case CONTRACT_PROXIMITY -> 'C';
                    case BEHAVIORAL -> 'U';
                    case BOTH -> 'B';
                })
                .orElse('N');
    }
}
