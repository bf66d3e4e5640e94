package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.adoption.port.PeerUsageRepository;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.adoption.PeerUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

final class JdbiPeerUsageRepository implements PeerUsageRepository {

    private static final Duration WINDOW = Duration.ofDays(30);

    private record Peer(AccountId id, long number) {}

    private final TenantTransactions transactions;
    private final HealthScoreRepository scores;

    JdbiPeerUsageRepository(TenantTransactions transactions, HealthScoreRepository scores) {
        this.transactions = transactions;
        this.scores = scores;
    }

    @Override
    public PeerUsage find(TenantId tenant, String plan, AccountId except, Instant asOf) {
        return transactions.in(tenant, handle -> {
            List<Peer> peers = peers(handle, tenant, plan, except, asOf);
            return new PeerUsage(
                    peers.size(), rates(tenant, peers, asOf), accountsByFeature(handle, tenant, peers, asOf));
        });
    }

    private static final String PEERS = """
            select a.account_id, a.account_no
            from csm.account a
            where a.tenant_id = :tenant
            and a.plan = :plan
            and a.account_id <> :except
            and (a.churned_on > :day
                or a.churned_on is null
                and (a.status <> 'churned'
                    or exists (
                        select from csm.subscription s
                        where s.tenant_id = a.tenant_id
                        and s.account_no = a.account_no
                        and not s.trial
                        and s.known_until = 'infinity'
                        and s.starts_on <= :day
                        and (s.ends_on is null or s.ends_on >= :day))))
            order by a.account_id
            """;

    private static List<Peer> peers(Handle handle, TenantId tenant, String plan, AccountId except, Instant asOf) {
        return handle.createQuery(PEERS)
                .bind("tenant", tenant.value())
                .bind("plan", plan)
                .bind("except", except.value())
                .bind("day", LocalDate.ofInstant(asOf, ZoneOffset.UTC))
                .map((row, context) -> new Peer(new AccountId(row.getString("account_id")), row.getLong("account_no")))
                .list();
    }

    private List<Double> rates(TenantId tenant, List<Peer> peers, Instant asOf) {
        List<AccountId> ids = peers.stream().map(Peer::id).toList();
        return scores.findLatest(tenant, ids, asOf).values().stream()
                .map(health -> PeerUsage.rate(health.score().snapshot()))
                .flatMap(rate -> rate.stream().boxed())
                .toList();
    }

    private static final String ACCOUNTS_BY_FEATURE = """
            with used as (
                select e.subject, e.account_no
                from csm.event e
                where e.tenant_id = :tenant
                and e.account_no = any (:accounts)
                and e.type = 'feature_used'
                and e.occurred_at > :after
                and e.occurred_at <= :asOf
                and e.subject is not null
                group by e.subject, e.account_no)
            select subject, count(*) as accounts
            from used
            group by subject
            """;

    private static Map<String, Integer> accountsByFeature(
            Handle handle, TenantId tenant, List<Peer> peers, Instant asOf) {
        Map<String, Integer> counted = new HashMap<>();
        handle.createQuery(ACCOUNTS_BY_FEATURE)
                .bind("tenant", tenant.value())
                .bindByType("accounts", peers.stream().map(Peer::number).toArray(Long[]::new), Long[].class)
                .bind("after", Times.notAfter(asOf.minus(WINDOW)))
                .bind("asOf", Times.notAfter(asOf))
                .map((row, context) -> counted.put(row.getString("subject"), row.getInt("accounts")))
                .list();
        return counted;
    }
}
