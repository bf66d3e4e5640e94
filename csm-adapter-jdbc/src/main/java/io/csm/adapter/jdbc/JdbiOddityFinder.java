package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.quality.Oddity;
import io.csm.application.quality.Oddity.Kind;
import io.csm.application.quality.port.OddityFinder;
import io.csm.domain.fact.Viewpoint;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Each kind is one query that gives how many are odd, of how many, and the first of them. */
final class JdbiOddityFinder implements OddityFinder {

    private static final String CHURNED_BUT_RUNNING = """
            select count(*) filter (where c.runs), count(*), min(c.account_id) filter (where c.runs)
            from (
                select a.account_id,
                       exists (
                           select from csm.subscription s
                           where s.tenant_id = a.tenant_id
                           and s.account_no = a.account_no
                           and s.known_from <= :knownOn and :knownOn < s.known_until
                           and not s.trial
                           and s.starts_on <= :day
                           and (s.ends_on is null or s.ends_on >= :day)) as runs
                from csm.account a
                where a.tenant_id = :tenant
                and a.status = 'churned') c
            """;

    private static final String CHURN_TOLD_NOT_MARKED = """
            select count(*) filter (where a.status <> 'churned'), count(*),
                   min(a.account_id) filter (where a.status <> 'churned')
            from csm.account a
            where a.tenant_id = :tenant
            and exists (
                select from csm.event e
                where e.tenant_id = a.tenant_id
                and e.account_no = a.account_no
                and e.type = 'churned'
                and e.occurred_at <= :asOf
                and e.received_at <= :knownOn)
            """;

    private static final String CHURN_WITHOUT_END = """
            select count(*) filter (where not c.ends), count(*), min(c.event_id) filter (where not c.ends)
            from (
                select e.event_id,
                       exists (
                           select from csm.subscription s
                           where s.tenant_id = e.tenant_id
                           and s.account_no = e.account_no
                           and s.known_from <= :knownOn and :knownOn < s.known_until
                           and s.ends_on = (e.occurred_at at time zone 'UTC')::date) as ends
                from csm.event e
                where e.tenant_id = :tenant
                and e.type = 'churned'
                and e.occurred_at <= :asOf
                and e.received_at <= :knownOn) c
            """;

    private static final String EVENT_BEFORE_SUBSCRIPTION = """
            select count(*) filter (where n.early), count(*), min(n.event_id) filter (where n.early)
            from (
                select e.event_id, (e.occurred_at at time zone 'UTC')::date < s.starts_on as early
                from csm.event e
                join csm.subscription s
                    on s.tenant_id = e.tenant_id
                    and s.account_no = e.account_no
                    and s.fact_id = e.payload ->> 'subscription_id'
                where e.tenant_id = :tenant
                and s.tenant_id = :tenant
                and e.occurred_at <= :asOf
                and e.received_at <= :knownOn
                and s.known_from <= :knownOn and :knownOn < s.known_until) n
            """;

    private static final String OVERLAPPING_SUBSCRIPTIONS = """
            select count(*) filter (where o.overlaps), count(*), min(o.account_id) filter (where o.overlaps)
            from (
                select a.account_id, bool_or(s.starts_on <= s.ended) as overlaps
                from (
                    select tenant_id, account_no, starts_on,
                           max(coalesce(ends_on, 'infinity')) over (
                               partition by tenant_id, account_no
                               order by starts_on, source, fact_id
                               rows between unbounded preceding and 1 preceding) as ended
                    from csm.subscription
                    where tenant_id = :tenant
                    and known_from <= :knownOn and :knownOn < known_until) s
                join csm.account a
                    on a.tenant_id = s.tenant_id
                    and a.account_no = s.account_no
                where a.tenant_id = :tenant
                group by a.account_id) o
            """;

    private static final String TICKET_WITHOUT_SATISFACTION = """
            select count(*) filter (where satisfaction is null), count(*),
                   min(fact_id) filter (where satisfaction is null)
            from csm.ticket
            where tenant_id = :tenant
            and known_from <= :knownOn and :knownOn < known_until
            and closed_at <= :asOf
            """;

    private static final String UNKNOWN_OWNER = """
            select count(*) filter (where u.user_id is null), count(*), min(a.account_id) filter (where u.user_id is null)
            from csm.account a
            left join csm.app_user u
                on u.tenant_id = a.tenant_id
                and u.user_id = a.owner
            where a.tenant_id = :tenant
            and a.owner is not null
            and exists (select from csm.app_user any_user where any_user.tenant_id = :tenant)
            """;

    private static final Map<Kind, String> QUERIES = new EnumMap<>(Map.of(
            Kind.CHURNED_BUT_RUNNING, CHURNED_BUT_RUNNING,
            Kind.CHURN_TOLD_NOT_MARKED, CHURN_TOLD_NOT_MARKED,
            Kind.CHURN_WITHOUT_END, CHURN_WITHOUT_END,
            Kind.EVENT_BEFORE_SUBSCRIPTION, EVENT_BEFORE_SUBSCRIPTION,
            Kind.OVERLAPPING_SUBSCRIPTIONS, OVERLAPPING_SUBSCRIPTIONS,
            Kind.TICKET_WITHOUT_SATISFACTION, TICKET_WITHOUT_SATISFACTION,
            Kind.UNKNOWN_OWNER, UNKNOWN_OWNER));

    private final TenantTransactions transactions;

    JdbiOddityFinder(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Oddity> find(TenantId tenant, Viewpoint viewpoint) {
        return transactions.in(
                tenant,
                handle -> QUERIES.entrySet().stream()
                        .flatMap(query -> find(handle, tenant, viewpoint, query.getKey(), query.getValue()).stream())
                        .toList());
    }

    private static Optional<Oddity> find(Handle handle, TenantId tenant, Viewpoint viewpoint, Kind kind, String query) {
        return handle.createQuery(query)
                .bind("tenant", tenant.value())
                .bind("asOf", Times.notAfter(viewpoint.asOf()))
                .bind("knownOn", Times.notAfter(viewpoint.knownOn()))
                .bind("day", viewpoint.day())
                .map((row, context) -> row.getLong(1) == 0
                        ? Optional.<Oddity>empty()
                        : Optional.of(new Oddity(kind, row.getLong(1), row.getLong(2), row.getString(3))))
                .one();
    }
}
