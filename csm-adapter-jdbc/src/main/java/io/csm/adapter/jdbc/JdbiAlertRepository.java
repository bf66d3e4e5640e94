package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.alert.port.AlertRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertState;
import io.csm.domain.alert.Concern;
import io.csm.domain.alert.DigestLine;
import io.csm.domain.alert.Notice;
import io.csm.domain.alert.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

final class JdbiAlertRepository implements AlertRepository {

    private static final int BATCH = 1_000;
    private static final String[] SEVERITIES =
            Stream.of(Severity.values()).map(Severity::code).toArray(String[]::new);

    private final TenantTransactions transactions;

    JdbiAlertRepository(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('csm.alerts ' || :tenant, 0))";

    private static final String FIND_LATEST = """
            select distinct on (t.account_no, t.type)
                   a.account_id, t.alert_id, t.type, t.severity, t.causes, t.raised_at, t.first_raised_at, t.raises,
                   t.state, t.snoozed_until, t.changed_at, t.changed_by
            from unnest(:accounts) as asked (account_id)
            join csm.account a on a.account_id = asked.account_id collate "C"
            join csm.alert t on t.tenant_id = a.tenant_id and t.account_no = a.account_no
            where a.tenant_id = :tenant
            order by t.account_no, t.type, t.raised_at desc, t.alert_id desc
            """;

    /** An account may have no alert yet, so there is no row to lock: whoever asks inside a unit locks the tenant's. */
    @Override
    public List<Alert> findLatest(TenantId tenant, Collection<AccountId> accounts) {
        String[] ids = accounts.stream().map(AccountId::value).distinct().toArray(String[]::new);
        boolean isInUnit = transactions.isInUnit();
        return transactions.in(tenant, handle -> {
            if (isInUnit) {
                waitForOthers(handle, tenant);
            }
            return handle.createQuery(FIND_LATEST)
                    .bind("tenant", tenant.value())
                    .bindByType("accounts", ids, String[].class)
                    .map((row, context) -> AlertRow.read(row))
                    .list();
        });
    }

    private static void waitForOthers(Handle handle, TenantId tenant) {
        handle.createQuery(ALONE)
                .bind("tenant", tenant.value())
                .map((row, context) -> "locked")
                .one();
    }

    private static final String RAISE = """
            insert into csm.alert
                (tenant_id, alert_id, account_no, type, severity, causes, message, evidence, raised_at, first_raised_at,
                 raises, state, snoozed_until, changed_at, changed_by, waits)
            values
                (:tenant, :id, :account, :type, :severity, :causes, :message, :evidence, :raisedAt, :firstRaisedAt,
                 :raises, :state, :snoozedUntil, :changedAt, :changedBy, true)
            on conflict (tenant_id, alert_id) do update set
                account_no      = excluded.account_no,
                type            = excluded.type,
                severity        = excluded.severity,
                causes          = excluded.causes,
                message         = excluded.message,
                evidence        = excluded.evidence,
                raised_at       = excluded.raised_at,
                first_raised_at = excluded.first_raised_at,
                raises          = excluded.raises,
                state           = excluded.state,
                snoozed_until   = excluded.snoozed_until,
                changed_at      = excluded.changed_at,
                changed_by      = excluded.changed_by,
                waits           = true
            """;

    @Override
    public void raise(TenantId tenant, Collection<Notice> raised) {
        if (raised.isEmpty()) {
            return;
        }
        transactions.in(tenant, handle -> {
            AccountNumbers numbers = AccountNumbers.find(
                    handle,
                    tenant,
                    raised.stream().map(notice -> notice.alert().account()).toList());
            PreparedBatch batch = handle.prepareBatch(RAISE);
            for (Notice notice : inOrder(raised, notice -> notice.alert().id())) {
                Alert alert = notice.alert();
                Concern concern = alert.concern();
                state(batch, tenant, alert)
                        .bind("account", numbers.get(alert.account()))
                        .bind("type", concern.type().code())
                        .bind("severity", concern.severity().code())
                        .bindByType("causes", concern.causes().stream().sorted().toArray(String[]::new), String[].class)
                        .bind("message", Texts.storable(notice.message()))
                        .bindByType("evidence", Texts.storable(notice.evidence()), String[].class)
                        .bind("raisedAt", Times.notAfter(concern.at()))
                        .bind("firstRaisedAt", Times.notAfter(alert.firstRaisedAt()))
                        .bind("raises", alert.raises())
                        .add();
                if (batch.size() == BATCH) {
                    batch.execute();
                }
            }
            return batch.execute();
        });
    }

    /** In one order, so that two who write the same alerts wait for each other instead of dying in a deadlock. */
    private static <T> List<T> inOrder(Collection<T> all, Function<T, String> id) {
        return all.stream().sorted(Comparator.comparing(id)).toList();
    }

    private static PreparedBatch state(PreparedBatch batch, TenantId tenant, Alert alert) {
        return batch.bind("tenant", tenant.value())
                .bind("id", alert.id())
                .bind("state", alert.state().code())
                .bind("snoozedUntil", alert.snoozedUntil().map(Times::notAfter))
                .bind("changedAt", Times.notAfter(alert.changedAt()))
                .bind("changedBy", Texts.storable(alert.changedBy()));
    }

    private static final String SAVE = """
            update csm.alert
            set state         = :state,
                snoozed_until = :snoozedUntil,
                changed_at    = :changedAt,
                changed_by    = :changedBy
            where tenant_id = :tenant
            and alert_id = :id
            """;

    @Override
    public void save(TenantId tenant, Collection<Alert> changed) {
        if (changed.isEmpty()) {
            return;
        }
        transactions.in(tenant, handle -> {
            PreparedBatch batch = handle.prepareBatch(SAVE);
            inOrder(changed, Alert::id)
                    .forEach(alert -> state(batch, tenant, alert).add());
            return batch.execute();
        });
    }

    private static final String ALERTS = """
            select t.alert_id, t.type, t.severity, t.causes, t.message, t.evidence, t.raised_at, t.first_raised_at,
                   t.raises, t.state, t.snoozed_until, t.changed_at, t.changed_by,
                   a.account_id, a.name, a.plan, a.plan_features, a.segment_tags, a.stage, a.arr, a.arr_currency,
                   a.seats_bought, a.started_on, a.renews_on, a.owner, a.status, a.churned_on, a.churn_reason
            from csm.alert t
            join csm.account a on a.tenant_id = t.tenant_id and a.account_no = t.account_no
            where t.tenant_id = :tenant
            """;

    private static final String THE_WORST_FIRST = """
            order by array_position(:severities, t.severity) desc, a.arr desc nulls last, a.account_id, t.alert_id
            limit :limit
            """;

    private static final String FIND = ALERTS + "and t.alert_id = :id";

    @Override
    public Optional<Notice> find(TenantId tenant, String id) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(FIND)
                        .bind("tenant", tenant.value())
                        .bind("id", id)
                        .map((row, context) -> AlertRow.notice(row))
                        .findOne());
    }

    private static final String LIST = ALERTS + "and t.state = any (:states)\n" + THE_WORST_FIRST;

    @Override
    public List<DigestLine> list(TenantId tenant, Set<AlertState> states, int limit) {
        return transactions.in(
                tenant,
                handle -> lines(
                        handle.createQuery(LIST).bindByType("states", codes(states), String[].class), tenant, limit));
    }

    private static final String LIST_WAITING = ALERTS + "and t.waits\n" + THE_WORST_FIRST;

    @Override
    public List<DigestLine> listWaiting(TenantId tenant, int limit) {
        return transactions.in(tenant, handle -> lines(handle.createQuery(LIST_WAITING), tenant, limit));
    }

    private static List<DigestLine> lines(Query query, TenantId tenant, int limit) {
        return query.bind("tenant", tenant.value())
                .bindByType("severities", SEVERITIES, String[].class)
                .bind("limit", limit)
                .map((row, context) -> line(row))
                .list();
    }

    private static DigestLine line(ResultSet row) throws SQLException {
        return new DigestLine(AlertRow.notice(row), AccountRow.read(row));
    }

    private static final String LIST_OF = ALERTS + """
            and a.account_id = :account
            order by t.raised_at desc, t.alert_id desc
            limit :limit
            """;

    @Override
    public List<Notice> listOf(TenantId tenant, AccountId account, int limit) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(LIST_OF)
                        .bind("tenant", tenant.value())
                        .bind("account", account.value())
                        .bind("limit", limit)
                        .map((row, context) -> AlertRow.notice(row))
                        .list());
    }

    /** The few accounts first, as there may be an alert of most. */
    private static final String LIST_OF_CHURNED = """
            with gone as materialized (
                select a.tenant_id, a.account_no, a.account_id
                from csm.account a
                where a.tenant_id = :tenant
                and (a.churned_on <= :day
                    or a.churned_on is null
                    and a.status = 'churned'
                    and not exists (
                        select from csm.subscription s
                        where s.tenant_id = a.tenant_id
                        and s.account_no = a.account_no
                        and not s.trial
                        and s.known_until = 'infinity'
                        and s.starts_on <= :day
                        and (s.ends_on is null or s.ends_on >= :day))))
            select gone.account_id, t.alert_id, t.type, t.severity, t.causes, t.raised_at, t.first_raised_at, t.raises,
                   t.state, t.snoozed_until, t.changed_at, t.changed_by
            from gone
            join csm.alert t on t.tenant_id = gone.tenant_id and t.account_no = gone.account_no
            where t.tenant_id = :tenant
            and t.state = any (:states)
            limit :limit
            """;

    @Override
    public List<Alert> listOfChurned(TenantId tenant, Set<AlertState> states, LocalDate day, int limit) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(LIST_OF_CHURNED)
                        .bind("tenant", tenant.value())
                        .bind("day", day)
                        .bindByType("states", codes(states), String[].class)
                        .bind("limit", limit)
                        .map((row, context) -> AlertRow.read(row))
                        .list());
    }

    private static String[] codes(Set<AlertState> states) {
        return states.stream().map(AlertState::code).sorted().toArray(String[]::new);
    }

    private static final String ANNOUNCED = """
            update csm.alert t
            set waits              = false,
                announced_at       = :at,
                announced_alone_at = case when :alone then :at else t.announced_alone_at end
            from unnest(:ids, :raises) as said (alert_id, raises)
            where t.tenant_id = :tenant
            and t.alert_id = said.alert_id collate "C"
            and t.raises = said.raises
            and t.waits
            returning t.alert_id
            """;

    @Override
    public Set<String> announced(TenantId tenant, Collection<Alert> alerts, boolean oneByOne, Instant at) {
        if (alerts.isEmpty()) {
            return Set.of();
        }
        boolean isInUnit = transactions.isInUnit();
        return transactions.in(tenant, handle -> {
            if (isInUnit) {
                waitForOthers(handle, tenant);
            }
            return handle.createQuery(ANNOUNCED)
                    .bind("tenant", tenant.value())
                    .bindByType("ids", alerts.stream().map(Alert::id).toArray(String[]::new), String[].class)
                    .bindByType("raises", alerts.stream().map(Alert::raises).toArray(Integer[]::new), Integer[].class)
                    .bind("alone", oneByOne)
                    .bind("at", Times.notAfter(at))
                    .mapTo(String.class)
                    .set();
        });
    }

    private static final String COUNT_ANNOUNCED_ALONE = """
            select count(*)
            from csm.alert
            where tenant_id = :tenant
            and announced_alone_at >= :from
            """;

    @Override
    public int countAnnouncedOneByOne(TenantId tenant, Instant from) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(COUNT_ANNOUNCED_ALONE)
                        .bind("tenant", tenant.value())
                        .bind("from", Times.notBefore(from))
                        .mapTo(Integer.class)
                        .one());
    }
}
