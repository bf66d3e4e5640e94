package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

final class JdbiHealthScoreRepository implements HealthScoreRepository {

    private static final int FETCH_SIZE = 1_000;

    private final TenantTransactions transactions;
    private final PolicyDictionary policies;
    private final LayoutDictionary layouts;
    private final ScoreAppender appender;

    JdbiHealthScoreRepository(TenantTransactions transactions, PolicyDictionary policies, LayoutDictionary layouts) {
        this.transactions = transactions;
        this.policies = policies;
        this.layouts = layouts;
        this.appender = new ScoreAppender(transactions, policies, layouts);
    }

    @Override
    public int append(TenantId tenant, HealthPolicy policy, List<AccountHealth> scores) {
        return scores.isEmpty()
                ? 0
                : transactions.in(tenant, handle -> appender.append(handle, tenant, policy, scores));
    }

    private static final String FIND_LATEST = """
            select s.scored_at, s.value, s.policy_no, s.signals
            from csm.account a
            cross join lateral (
                select h.scored_at, h.value, h.policy_no, h.signals
                from csm.health_score h
                where h.tenant_id = a.tenant_id
                and h.account_no = a.account_no
                and h.scored_at <= :asOf
                order by h.scored_at desc
                limit 1) s
            where a.tenant_id = :tenant
            and a.account_id = :account
            """;

    @Override
    public Optional<AccountHealth> findLatest(TenantId tenant, AccountId account, Instant asOf) {
        return transactions.in(tenant, handle -> {
            StoredScores stored = stored(handle, tenant);
            return handle.createQuery(FIND_LATEST)
                    .bind("tenant", tenant.value())
                    .bind("account", account.value())
                    .bind("asOf", Times.notAfter(asOf))
                    .map((row, context) -> stored.read(row, account, ""))
                    .findOne();
        });
    }

    private static final String FIND_LATEST_OF_EACH = """
            select a.account_id, s.scored_at, s.value, s.policy_no, s.signals
            from unnest(:accounts) as asked (account_id)
            join csm.account a on a.account_id = asked.account_id collate "C"
            cross join lateral (
                select h.scored_at, h.value, h.policy_no, h.signals
                from csm.health_score h
                where h.tenant_id = a.tenant_id
                and h.account_no = a.account_no
                and h.scored_at <= :asOf
                order by h.scored_at desc
                limit 1) s
            where a.tenant_id = :tenant
            """;

    @Override
    public Map<AccountId, AccountHealth> findLatest(TenantId tenant, Collection<AccountId> accounts, Instant asOf) {
        String[] ids = accounts.stream().map(AccountId::value).toArray(String[]::new);
        return transactions.in(tenant, handle -> {
            StoredScores stored = stored(handle, tenant);
            Map<AccountId, AccountHealth> latest = new HashMap<>();
            handle.createQuery(FIND_LATEST_OF_EACH)
                    .bind("tenant", tenant.value())
                    .bind("asOf", Times.notAfter(asOf))
                    .bindByType("accounts", ids, String[].class)
                    .map((row, context) -> {
                        AccountId account = new AccountId(row.getString("account_id"));
                        return latest.put(account, stored.read(row, account, ""));
                    })
                    .list();
            return latest;
        });
    }

    private static final String FIND_SCORED_AFTER = """
            select a.account_id
            from unnest(:accounts) as asked (account_id)
            join csm.account a on a.account_id = asked.account_id collate "C"
            where a.tenant_id = :tenant
            and exists (
                select from csm.health_score h
                where h.tenant_id = a.tenant_id
                and h.account_no = a.account_no
                and h.scored_at > :instant)
            """;

    @Override
    public Set<AccountId> findScoredAfter(TenantId tenant, Collection<AccountId> accounts, Instant instant) {
        String[] ids = accounts.stream().map(AccountId::value).toArray(String[]::new);
        return transactions.in(
                tenant,
                handle -> handle.createQuery(FIND_SCORED_AFTER)
                        .bind("tenant", tenant.value())
                        .bindByType("accounts", ids, String[].class)
                        .bind("instant", Times.notAfter(instant))
                        .map((row, context) -> new AccountId(row.getString("account_id")))
                        .set());
    }

    private static final String HISTORY = """
            select h.scored_at, h.value, h.policy_no, h.signals
            from csm.health_score h
            join csm.account a using (tenant_id, account_no)
            where a.tenant_id = :tenant
            and a.account_id = :account
            and h.scored_at between :from and :to
            order by h.scored_at
            """;

    @Override
    public List<AccountHealth> history(TenantId tenant, AccountId account, Instant from, Instant to) {
        return transactions.in(tenant, handle -> {
            StoredScores stored = stored(handle, tenant);
            return handle.createQuery(HISTORY)
                    .bind("tenant", tenant.value())
                    .bind("account", account.value())
                    .bind("from", Times.notBefore(from))
                    .bind("to", Times.notAfter(to))
                    .map((row, context) -> stored.read(row, account, ""))
                    .list();
        });
    }

    private static final String FOR_EACH_ACCOUNT = """
            select a.account_id, a.name, a.plan, a.plan_features, a.segment_tags, a.stage, a.arr, a.arr_currency,
                   a.seats_bought, a.started_on, a.renews_on, a.owner, a.status, a.churned_on, a.churn_reason,
                   latest.scored_at  as latest_scored_at,
                   latest.value      as latest_value,
                   latest.policy_no  as latest_policy_no,
                   latest.signals    as latest_signals,
                   earlier.scored_at as earlier_scored_at,
                   earlier.value     as earlier_value,
                   earlier.policy_no as earlier_policy_no,
                   earlier.signals   as earlier_signals
            from csm.account a
            cross join lateral (
                select h.scored_at, h.value, h.policy_no, h.signals
                from csm.health_score h
                where h.tenant_id = a.tenant_id
                and h.account_no = a.account_no
                and h.scored_at <= :asOf
                order by h.scored_at desc
                limit 1) latest
            left join lateral (
                select h.scored_at, h.value, h.policy_no, h.signals
                from csm.health_score h
                where h.tenant_id = a.tenant_id
                and h.account_no = a.account_no
                and h.scored_at <= :earlier
                order by h.scored_at desc
                limit 1) earlier on true
            where a.tenant_id = :tenant
            and (a.status <> 'churned'
                or a.churned_on is null
                and exists (
                    select from csm.subscription s
                    where s.tenant_id = a.tenant_id
                    and s.account_no = a.account_no
                    and not s.trial
                    and s.known_until = 'infinity'
                    and s.starts_on <= :day
                    and (s.ends_on is null or s.ends_on >= :day)))
            order by a.account_id
            """;

    @Override
    public void forEachAccount(TenantId tenant, Instant asOf, Instant earlier, Consumer<Row> consumer) {
        transactions.in(tenant, handle -> {
            StoredScores stored = stored(handle, tenant);
            try (Stream<Row> rows = handle
                    .createQuery(FOR_EACH_ACCOUNT)
                    .setFetchSize(FETCH_SIZE)
                    .bind("tenant", tenant.value())
                    .bind("asOf", Times.notAfter(asOf))
                    .bind("earlier", Times.notAfter(earlier))
                    .bind("day", LocalDate.ofInstant(asOf, ZoneOffset.UTC))
                    .map((row, context) -> {
                        var account = AccountRow.read(row);
                        return new Row(
                                account,
                                stored.read(row, account.id(), "latest_"),
                                row.getBytes("earlier_signals") == null
                                        ? Optional.empty()
                                        : Optional.of(stored.read(row, account.id(), "earlier_")));
                    })
                    .stream()) {
                rows.forEach(consumer);
            }
            return consumer;
        });
    }

    private StoredScores stored(Handle handle, TenantId tenant) {
        return new StoredScores(handle, tenant, policies, layouts);
    }
}
