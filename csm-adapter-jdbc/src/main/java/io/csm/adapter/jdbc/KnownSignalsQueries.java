package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.signal.SignalValue;
import io.csm.domain.account.AccountId;
import io.csm.domain.derivation.Feed;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;

/**
 * The three questions behind what is known of signals, each answered by account id: what is derived, what was given, and
 * what the latest stored snapshot holds. All see the database at one instant.
 */
final class KnownSignalsQueries {

    private static final int FETCH_SIZE = 1_000;

    /** A snapshot of an account. */
    record Stored(AccountId account, SignalSnapshot snapshot) {}

    private final Handle handle;
    private final TenantId tenant;
    private final Viewpoint viewpoint;
    private final Optional<Long[]> accounts;

    private KnownSignalsQueries(Handle handle, TenantId tenant, Viewpoint viewpoint, Optional<Long[]> accounts) {
        this.handle = handle;
        this.tenant = tenant;
        this.viewpoint = viewpoint;
        this.accounts = accounts;
    }

    /** Of all accounts of the tenant in whose transaction the handle is at work. */
    static KnownSignalsQueries ofAll(Handle handle, TenantId tenant, Viewpoint viewpoint) {
        return new KnownSignalsQueries(handle, tenant, viewpoint, Optional.empty());
    }

    private static final String NUMBERS = """
            select account_no
            from csm.account
            where tenant_id = :tenant
            and account_id = any(:ids)
            """;

    /** Of these accounts. */
    static KnownSignalsQueries ofSome(Handle handle, TenantId tenant, Viewpoint viewpoint, Collection<AccountId> some) {
        String[] ids = some.stream().map(AccountId::value).toArray(String[]::new);
        Long[] numbers = handle.createQuery(NUMBERS)
                .bind("tenant", tenant.value())
                .bindByType("ids", ids, String[].class)
                .mapTo(Long.class)
                .list()
                .toArray(Long[]::new);
        return new KnownSignalsQueries(handle, tenant, viewpoint, Optional.of(numbers));
    }

    private static final String FEEDS = """
            select feed
            from csm.feed
            where tenant_id = :tenant
            and first_occurred_at <= :asOf
            and first_received_at <= :knownOn
            """;

    private Set<Feed> feeds() {
        Set<Feed> feeds = EnumSet.noneOf(Feed.class);
        handle.createQuery(FEEDS)
                .bind("tenant", tenant.value())
                .bind("asOf", asOf())
                .bind("knownOn", knownOn())
                .mapTo(String.class)
                .forEach(code -> feeds.add(Feed.valueOf(code.toUpperCase(Locale.ROOT))));
        return feeds;
    }

    /**
     * A nested loop over the accounts is right for a few of them and ruinous for a hundred thousand, and a table that
     * was filled a minute ago looks to the planner as if it held a few.
     */
    private static final String WITHOUT_NESTED_LOOPS = """
            select set_config('enable_nestloop', :setting, true)
            """;

    private void allowNestedLoops(String setting) {
        handle.createQuery(WITHOUT_NESTED_LOOPS)
                .bind("setting", setting)
                .mapTo(String.class)
                .one();
    }

    /** Every account, customer or not, with what is derived of it. */
    ResultIterator<DerivedRow> derived() {
        Query query = query(accounts.isPresent() ? DerivationSql.SOME : DerivationSql.ALL)
                .bind("knownOn", knownOn())
                .bind("day", viewpoint.day())
                .bind("from30", daysBefore(30))
                .bind("from60", daysBefore(60))
                .bind("from90", daysBefore(90))
                .bind("from180", daysBefore(180));
        Set<Feed> feeds = feeds();
        for (Feed feed : Feed.values()) {
            query.bind(feed.code(), feeds.contains(feed));
        }
        Instant asOf = viewpoint.asOf();
        allowNestedLoops("off");
        ResultIterator<DerivedRow> rows =
                query.map((row, context) -> DerivedRow.read(row, asOf)).iterator();
        allowNestedLoops("on");
        return rows;
    }

    private static final String GIVEN = """
            select distinct on (a.account_id, v.signal)
                   a.account_id, v.signal, v.value, v.source, v.observed_at, v.received_at
            from csm.account a
            join csm.signal_value v on v.tenant_id = a.tenant_id and v.account_no = a.account_no
            where a.tenant_id = :tenant
            and v.tenant_id = :tenant
            and v.observed_at <= :asOf
            and v.received_at <= :knownOn
            %s
            order by a.account_id, v.signal, v.observed_at desc, v.received_at desc, v.source desc, v.value desc
            """;

    private static final String ALL_GIVEN = GIVEN.formatted("");
    private static final String SOME_GIVEN = GIVEN.formatted("and v.account_no = any(:accounts)");

    /** The newest value of each signal that was given. */
    ResultIterator<SignalValue> given() {
        return query(accounts.isPresent() ? SOME_GIVEN : ALL_GIVEN)
                .bind("knownOn", knownOn())
                .map((row, context) -> given(row))
                .iterator();
    }

    private static SignalValue given(ResultSet row) throws SQLException {
        return new SignalValue(
                new AccountId(row.getString("account_id")),
                row.getString("signal"),
                row.getString("value"),
                new SignalOrigin(row.getString("source"), Times.read(row, "observed_at")),
                Times.read(row, "received_at"));
    }

    private static final String LATEST = """
            select a.account_id, latest.scored_at, latest.value, latest.policy_no, latest.signals
            from csm.account a
            cross join lateral (
                select h.scored_at, h.value, h.policy_no, h.signals
                from csm.health_score h
                where h.tenant_id = a.tenant_id
                and h.account_no = a.account_no
                and h.scored_at <= :asOf
                order by h.scored_at desc
                limit 1) latest
            where a.tenant_id = :tenant
            %s
            order by a.account_id
            """;

    private static final String ALL_LATEST = LATEST.formatted("");
    private static final String SOME_LATEST = LATEST.formatted("and a.account_no = any(:accounts)");

    /** The latest snapshots; an account without one is left out. */
    ResultIterator<Stored> latest(PolicyDictionary policies, LayoutDictionary layouts) {
        StoredScores stored = new StoredScores(handle, tenant, policies, layouts);
        return query(accounts.isPresent() ? SOME_LATEST : ALL_LATEST)
                .map((row, context) -> latest(row, stored))
                .iterator();
    }

    private static Stored latest(ResultSet row, StoredScores stored) throws SQLException {
        AccountId account = new AccountId(row.getString("account_id"));
        return new Stored(account, stored.read(row, account, "").score().snapshot());
    }

    private Query query(String sql) {
        Query query = handle.createQuery(sql)
                .setFetchSize(FETCH_SIZE)
                .bind("tenant", tenant.value())
                .bind("asOf", asOf());
        accounts.ifPresent(numbers -> query.bindByType("accounts", numbers, Long[].class));
        return query;
    }

    private OffsetDateTime asOf() {
        return Times.notAfter(viewpoint.asOf());
    }

    private OffsetDateTime knownOn() {
        return Times.notAfter(viewpoint.knownOn());
    }

    private OffsetDateTime daysBefore(int days) {
        return Times.notAfter(viewpoint.asOf().minus(Duration.ofDays(days)));
    }
}
