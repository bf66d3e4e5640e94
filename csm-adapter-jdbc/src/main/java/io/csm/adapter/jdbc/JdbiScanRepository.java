package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.health.Scan;
import io.csm.application.health.port.ScanIsRunning;
import io.csm.application.health.port.ScanRepository;
import io.csm.domain.health.ScorecardRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

final class JdbiScanRepository implements ScanRepository {

    private final TenantTransactions transactions;
    private final TenantIntroductions tenants;

    JdbiScanRepository(TenantTransactions transactions, TenantIntroductions tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
    }

    private static final String SAVE = """
            insert into csm.scan
                (tenant_id, scan_id, fingerprint, scorecard, version, as_of, known_on, started_at, state, scored, refused)
            values
                (:tenant, :id, :fingerprint, :scorecard, :version, :asOf, :knownOn, :startedAt, :state, :scored, :refused)
            on conflict (tenant_id, scan_id) do update set
                fingerprint = excluded.fingerprint,
                scorecard   = excluded.scorecard,
                version     = excluded.version,
                as_of       = excluded.as_of,
                known_on    = excluded.known_on,
                started_at  = excluded.started_at,
                state       = excluded.state,
                scored      = excluded.scored,
                refused     = excluded.refused
            """;

    @Override
    public void save(TenantId tenant, Scan scan) {
        transactions.in(tenant, handle -> {
            tenants.introduce(handle, tenant);
            return handle.createUpdate(SAVE)
                    .bind("tenant", tenant.value())
                    .bind("id", scan.id())
                    .bind("fingerprint", scan.fingerprint())
                    .bind("scorecard", scan.scorecard().name())
                    .bind("version", scan.scorecard().version())
                    .bind("asOf", Times.notAfter(scan.asOf()))
                    .bind("knownOn", Times.notAfter(scan.knownOn()))
                    .bind("startedAt", Times.notAfter(scan.startedAt()))
                    .bind("state", scan.state().name().toLowerCase(Locale.ROOT))
                    .bind("scored", scan.scored())
                    .bind("refused", scan.refused())
                    .execute();
        });
    }

    private static final String FIND_UNFINISHED = """
            select scan_id, fingerprint, scorecard, version, as_of, known_on, started_at, state, scored, refused
            from csm.scan
            where tenant_id = :tenant
            and state <> 'completed'
            and fingerprint = :fingerprint
            and scorecard = :scorecard
            and version = :version
            order by started_at desc, scan_id
            limit 1
            """;

    @Override
    public Optional<Scan> findUnfinished(TenantId tenant, String fingerprint, ScorecardRef scorecard) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(FIND_UNFINISHED)
                        .bind("tenant", tenant.value())
                        .bind("fingerprint", fingerprint)
                        .bind("scorecard", scorecard.name())
                        .bind("version", scorecard.version())
                        .map((row, context) -> read(row))
                        .findOne());
    }

    private static final String FIND_BY_INSTANT = """
            select scan_id, fingerprint, scorecard, version, as_of, known_on, started_at, state, scored, refused
            from csm.scan
            where tenant_id = :tenant
            and as_of = :asOf
            order by started_at, scan_id desc
            limit 1
            """;

    @Override
    public Optional<Scan> findByInstant(TenantId tenant, Instant asOf) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(FIND_BY_INSTANT)
                        .bind("tenant", tenant.value())
                        .bind("asOf", Times.notAfter(asOf))
                        .map((row, context) -> read(row))
                        .findOne());
    }

    private static final String LIST_LATEST = """
            select scan_id, fingerprint, scorecard, version, as_of, known_on, started_at, state, scored, refused
            from csm.scan
            where tenant_id = :tenant
            order by started_at desc, scan_id
            limit :limit
            """;

    @Override
    public List<Scan> listLatest(TenantId tenant, int limit) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(LIST_LATEST)
                        .bind("tenant", tenant.value())
                        .bind("limit", limit)
                        .map((row, context) -> read(row))
                        .list());
    }

    private static Scan read(ResultSet row) throws SQLException {
        return new Scan(
                row.getString("scan_id"),
                row.getString("fingerprint"),
                new ScorecardRef(row.getString("scorecard"), row.getInt("version")),
                Times.read(row, "as_of"),
                Times.read(row, "known_on"),
                Times.read(row, "started_at"),
                Scan.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("scored"),
                row.getLong("refused"));
    }

    private static final String LOCK = "select pg_try_advisory_lock(hashtextextended('csm.scan ' || :tenant, 0))";

    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended('csm.scan ' || :tenant, 0))";

    /** The lock belongs to a session, so the server releases it when this process dies. */
    @Override
    public <T> T exclusively(TenantId tenant, Supplier<T> work) {
        Handle session = lock(tenant);
        try {
            return work.get();
        } finally {
            unlock(tenant, session);
        }
    }

    private Handle lock(TenantId tenant) {
        Handle session = transactions.connect();
        boolean locked = false;
        try {
            locked = ask(session, LOCK, tenant);
        } catch (JdbiException failure) {
            throw SqlFailures.translate(failure);
        } finally {
            if (!locked) {
                session.close();
            }
        }
        if (!locked) {
            throw new ScanIsRunning(tenant);
        }
        return session;
    }

    private static void unlock(TenantId tenant, Handle session) {
        try (session) {
            ask(session, UNLOCK, tenant);
        } catch (JdbiException connectionLost) {
            // then the server has released the lock already, and the work is done all the same
            return;
        }
    }

    private static boolean ask(Handle session, String question, TenantId tenant) {
        return session.createQuery(question)
                .bind("tenant", tenant.value())
                .mapTo(Boolean.class)
                .one();
    }
}
