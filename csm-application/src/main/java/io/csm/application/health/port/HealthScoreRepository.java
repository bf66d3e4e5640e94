package io.csm.application.health.port;

import io.csm.application.access.TenantId;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The history of scores, append-only. A score is kept as its snapshot and the policy that made it, and is made again
 * when it is read; a stored number that the policy does not reproduce is an error, never an answer.
 */
public interface HealthScoreRepository {

    /**
     * One account of a portfolio.
     *
     * @param account who
     * @param latest its latest score not after the instant that was asked for
     * @param earlier its latest score not after the earlier instant
     */
    record Row(Account account, AccountHealth latest, Optional<AccountHealth> earlier) {}

    /**
     * Adds scores that one policy made; the account of each is created when it is not known. A score of the same account
     * at the same instant is left as it is, so that appending twice stores once.
     *
     * @return how many were added
     */
    int append(TenantId tenant, HealthPolicy policy, List<AccountHealth> scores);

    /** The latest score of the account that is not after that instant. */
    Optional<AccountHealth> findLatest(TenantId tenant, AccountId account, Instant asOf);

    /** The latest score that is not after that instant of each of these accounts that has one. */
    Map<AccountId, AccountHealth> findLatest(TenantId tenant, Collection<AccountId> accounts, Instant asOf);

    /** Those of these accounts that have a score of a later instant. */
    Set<AccountId> findScoredAfter(TenantId tenant, Collection<AccountId> accounts, Instant instant);

    /** The scores of the account from and to those instants, both included, the oldest first. */
    List<AccountHealth> history(TenantId tenant, AccountId account, Instant from, Instant to);

    /**
     * Hands over every account that has a score and has not churned, by account id; one that is marked as churned without a
     * day has not as long as a subscription of its runs that is no trial. Each comes with its latest score not after
     * {@code asOf} and the one not after {@code earlier}; reads with a cursor, so memory does not depend on how many.
     */
    void forEachAccount(TenantId tenant, Instant asOf, Instant earlier, Consumer<Row> consumer);
}
