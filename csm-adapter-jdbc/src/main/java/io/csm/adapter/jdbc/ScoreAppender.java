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
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/**
 * Adds scores by the thousand: COPY into a temporary table, because row-level security forbids COPY into the table
 * itself, and one insert from there.
 */
final class ScoreAppender {

    private static final int COLUMNS = 8;
    private static final int WORTH_A_TRY = 500;
    private static final String BEFORE_INSERT = "before_insert";

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
        int added = insert(handle, tenant, policyNo, scores);
        if (added < scores.size() && JdbiAccountRepository.addUnknown(handle, tenant) > 0) {
            added += insertNew(handle, tenant, policyNo);
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

    private static final String CREATE_MONTH = "select csm.create_partition('health_score', 'month', :day)";

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

    private static final String INTO_HISTORY = """
            insert into csm.health_score
                (tenant_id, account_no, scored_at, value, coverage, policy_no, rag, risk, triggered_by, signals)
            select :tenant, a.account_no, s.scored_at, s.value, s.coverage, :policy, s.rag, s.risk, s.triggered_by,
                   s.signals
            from pg_temp.staged_score s
            """;

    // scores in the order of their accounts, as scans mostly are: one pass over that stretch of the accounts
    private static final String WITH_A_STRETCH_OF_ACCOUNTS = """
            join csm.account a
              on a.tenant_id = :tenant
             and a.account_id = s.account_id
             and a.account_id between :first and :last
            """;

    // in any order: limit 1 makes it one probe of the index per score, where a join would read all accounts every time
    private static final String WITH_EACH_ACCOUNT = """
            cross join lateral (
                select account.account_no
                from csm.account
                where account.tenant_id = :tenant
                and account.account_id = s.account_id
                limit 1) a
            """;

    // in the order of the key: two that append the same scores then wait for each other instead of dying in a deadlock
    private static final String IN_ORDER = "order by a.account_no, s.scored_at\n";

    private static final String INSERT_STRETCH = INTO_HISTORY + WITH_A_STRETCH_OF_ACCOUNTS + IN_ORDER;
    private static final String INSERT = INTO_HISTORY + WITH_EACH_ACCOUNT + IN_ORDER;
    private static final String INSERT_NEW = INSERT + "on conflict do nothing";

    /** Most batches hold nothing that is stored already, and looking for that costs a third more. */
    private static int insert(Handle handle, TenantId tenant, int policyNo, List<AccountHealth> scores) {
        if (scores.size() < WORTH_A_TRY) {
            return insertNew(handle, tenant, policyNo);
        }
        handle.savepoint(BEFORE_INSERT);
        try {
            int added = areInOrder(scores)
                    ? insert(handle, INSERT_STRETCH, tenant, policyNo)
                            .bind("first", account(scores.get(0)))
                            .bind("last", account(scores.get(scores.size() - 1)))
                            .execute()
                    : insert(handle, INSERT, tenant, policyNo).execute();
            handle.releaseSavepoint(BEFORE_INSERT);
            return added;
        } catch (UnableToExecuteStatementException failure) {
            if (!SqlFailures.isUniqueViolation(failure)) {
                throw failure;
            }
            handle.rollbackToSavepoint(BEFORE_INSERT);
            return insertNew(handle, tenant, policyNo);
        }
    }

    /** In the order in which the database sorts account ids, which is that of their bytes. */
    private static boolean areInOrder(List<AccountHealth> scores) {
        for (int i = 1; i < scores.size(); i++) {
            String before = account(scores.get(i - 1));
            String after = account(scores.get(i));
            if (before.compareTo(after) > 0 || hasSurrogates(after)) {
                return false;
            }
        }
        return !hasSurrogates(account(scores.get(0)));
    }

    /** Java and the database sort such characters differently. */
    private static boolean hasSurrogates(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (Character.isSurrogate(id.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String account(AccountHealth health) {
        return health.score().snapshot().account().value();
    }

    private static int insertNew(Handle handle, TenantId tenant, int policyNo) {
        return insert(handle, INSERT_NEW, tenant, policyNo).execute();
    }

    private static Update insert(Handle handle, String statement, TenantId tenant, int policyNo) {
        return handle.createUpdate(statement).bind("tenant", tenant.value()).bind("policy", policyNo);
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
