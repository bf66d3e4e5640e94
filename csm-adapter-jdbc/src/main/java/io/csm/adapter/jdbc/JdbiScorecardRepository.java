package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.health.PublishedScorecard;
import io.csm.application.health.port.ScorecardRepository;
import io.csm.application.health.port.VersionExists;
import io.csm.domain.health.ScorecardRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

final class JdbiScorecardRepository implements ScorecardRepository {

    private final TenantTransactions transactions;

    JdbiScorecardRepository(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    private static final String APPEND = """
            insert into csm.scorecard (tenant_id, name, version, document, published_at, published_by)
            values (:tenant, :name, :version, cast(:document as jsonb), :publishedAt, :publishedBy)
            """;

    @Override
    public void append(TenantId tenant, PublishedScorecard published) {
        ScorecardRef ref = published.scorecard().ref();
        transactions.in(tenant, handle -> {
            try {
                return handle.createUpdate(APPEND)
                        .bind("tenant", tenant.value())
                        .bind("name", ref.name())
                        .bind("version", ref.version())
                        .bind("document", ScorecardJson.write(published.scorecard()))
                        .bind("publishedAt", Times.notAfter(published.publishedAt()))
                        .bind("publishedBy", published.publishedBy())
                        .execute();
            } catch (JdbiException failure) {
                throw SqlFailures.isUniqueViolation(failure) ? new VersionExists(ref) : failure;
            }
        });
    }

    private static final String FIND = """
            select document, published_at, published_by
            from csm.scorecard
            where tenant_id = :tenant
            and name = :name
            and version = :version
            """;

    @Override
    public Optional<PublishedScorecard> find(TenantId tenant, ScorecardRef ref) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(FIND)
                        .bind("tenant", tenant.value())
                        .bind("name", ref.name())
                        .bind("version", ref.version())
                        .map((row, context) -> read(row))
                        .findOne());
    }

    private static final String FIND_LATEST = """
            select document, published_at, published_by
            from csm.scorecard
            where tenant_id = :tenant
            and name = :name
            order by version desc
            limit 1
            """;

    @Override
    public Optional<PublishedScorecard> findLatest(TenantId tenant, String name) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(FIND_LATEST)
                        .bind("tenant", tenant.value())
                        .bind("name", name)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    private static final String LIST = """
            select document, published_at, published_by
            from csm.scorecard
            where tenant_id = :tenant
            order by name, version
            """;

    @Override
    public List<PublishedScorecard> list(TenantId tenant) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(LIST)
                        .bind("tenant", tenant.value())
                        .map((row, context) -> read(row))
                        .list());
    }

    private static PublishedScorecard read(ResultSet row) throws SQLException {
        return new PublishedScorecard(
                ScorecardJson.read(row.getString("document")),
                Times.read(row, "published_at"),
                row.getString("published_by"));
    }
}
