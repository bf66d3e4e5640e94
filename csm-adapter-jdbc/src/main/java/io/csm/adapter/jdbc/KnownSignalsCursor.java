package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.signal.KnownSignals;
import io.csm.application.signal.SignalValue;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.ResultIterator;

/** Reads what is known of account after account, on a connection of its own, until it is closed. */
final class KnownSignalsCursor implements Iterator<KnownSignals>, AutoCloseable {

    private static final int FETCH_SIZE = 1_000;

    /** An account with its latest snapshot and one of the values given for it; an account fills several rows. */
    private record Row(AccountId account, Optional<SignalSnapshot> latest, Optional<SignalValue> given) {}

    private final Handle handle;
    private final ResultIterator<Row> rows;
    private Optional<Row> ahead = Optional.empty();

    private KnownSignalsCursor(Handle handle, ResultIterator<Row> rows) {
        this.handle = handle;
        this.rows = rows;
    }

    private static final String KNOWN = """
            select a.account_id, latest.scored_at, latest.value, latest.policy_no, latest.signals,
                   given.signal, given.given_value, given.source, given.observed_at, given.received_at
            from csm.account a
            left join lateral (
                select h.scored_at, h.value, h.policy_no, h.signals
                from csm.health_score h
                where h.tenant_id = a.tenant_id
                and h.account_no = a.account_no
                and h.scored_at <= :asOf
                order by h.scored_at desc
                limit 1) latest on true
            left join lateral (
                select distinct on (v.signal) v.signal, v.value as given_value, v.source, v.observed_at, v.received_at
                from csm.signal_value v
                where v.tenant_id = a.tenant_id
                and v.account_no = a.account_no
                and v.observed_at <= :asOf
                order by v.signal, v.observed_at desc, v.received_at desc) given on true
            where a.tenant_id = :tenant
            and a.status <> 'churned'
            and (latest.scored_at is not null or given.signal is not null)
            order by a.account_id
            """;

    static KnownSignalsCursor open(
            TenantTransactions transactions,
            TenantId tenant,
            Instant asOf,
            PolicyDictionary policies,
            LayoutDictionary layouts) {
        Handle handle = transactions.open(tenant);
        try {
            StoredScores stored = new StoredScores(handle, tenant, policies, layouts);
            return new KnownSignalsCursor(
                    handle,
                    handle.createQuery(KNOWN)
                            .setFetchSize(FETCH_SIZE)
                            .bind("tenant", tenant.value())
                            .bind("asOf", Times.notAfter(asOf))
                            .map((row, context) -> read(row, stored))
                            .iterator());
        } catch (JdbiException failure) {
            handle.close();
            throw SqlFailures.translate(failure);
        }
    }

    private static Row read(ResultSet row, StoredScores stored) throws SQLException {
        AccountId account = new AccountId(row.getString("account_id"));
        return new Row(account, latest(row, account, stored), given(row, account));
    }

    private static Optional<SignalSnapshot> latest(ResultSet row, AccountId account, StoredScores stored)
            throws SQLException {
        if (row.getBytes("signals") == null) {
            return Optional.empty();
        }
        AccountHealth health = stored.read(row, account, "");
        return Optional.of(health.score().snapshot());
    }

    private static Optional<SignalValue> given(ResultSet row, AccountId account) throws SQLException {
        if (row.getString("signal") == null) {
            return Optional.empty();
        }
        return Optional.of(new SignalValue(
                account,
                row.getString("signal"),
                row.getString("given_value"),
                new SignalOrigin(row.getString("source"), Times.read(row, "observed_at")),
                Times.read(row, "received_at")));
    }

    @Override
    public boolean hasNext() {
        return ahead.isPresent() || hasMore();
    }

    @Override
    public KnownSignals next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more accounts");
        }
        Row first = ahead.orElseGet(rows::next);
        List<SignalValue> given = new ArrayList<>();
        Optional<Row> row = Optional.of(first);
        while (row.isPresent() && row.get().account().equals(first.account())) {
            row.get().given().ifPresent(given::add);
            row = hasMore() ? Optional.of(rows.next()) : Optional.empty();
        }
        ahead = row;
        return new KnownSignals(first.account(), first.latest(), given);
    }

    private boolean hasMore() {
        try {
            return rows.hasNext();
        } catch (JdbiException failure) {
            throw SqlFailures.translate(failure);
        }
    }

    @Override
    public void close() {
        try (handle) {
            rows.close();
            handle.rollback();
        } catch (JdbiException failure) {
            throw SqlFailures.translate(failure);
        }
    }
}
