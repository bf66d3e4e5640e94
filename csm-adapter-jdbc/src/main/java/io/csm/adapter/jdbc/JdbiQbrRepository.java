package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.qbr.port.QbrRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class JdbiQbrRepository implements QbrRepository {

    private final TenantTransactions transactions;

    JdbiQbrRepository(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    private static final String SAVE = """
            insert into csm.qbr (tenant_id, account_no, period, trigger, generated_at, content)
            values (:tenant, :account, :period, :trigger, :generatedAt, cast(:content as jsonb))
            on conflict (tenant_id, account_no, period, trigger) do update set
                generated_at = excluded.generated_at,
                content      = excluded.content
            """;

    @Override
    public void save(TenantId tenant, Qbr qbr) {
        transactions.in(
                tenant,
                handle -> handle.createUpdate(SAVE)
                        .bind("tenant", tenant.value())
                        .bind(
                                "account",
                                AccountNumbers.find(handle, tenant, List.of(qbr.account()))
                                        .get(qbr.account()))
                        .bind("period", qbr.period().firstDay())
                        .bind("trigger", qbr.trigger().code())
                        .bind("generatedAt", Times.notAfter(qbr.generatedAt()))
                        .bind("content", QbrJson.write(qbr))
                        .execute());
    }

    private static final String FIND = """
            select a.account_id, q.period, q.trigger, q.generated_at, q.content
            from csm.qbr q
            join csm.account a on a.tenant_id = q.tenant_id and a.account_no = q.account_no
            where q.tenant_id = :tenant
            and a.account_id = :account
            and q.period = :period
            and q.trigger = :trigger
            """;

    @Override
    public Optional<Qbr> find(TenantId tenant, AccountId account, Quarter period, QbrTrigger trigger) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(FIND)
                        .bind("tenant", tenant.value())
                        .bind("account", account.value())
                        .bind("period", period.firstDay())
                        .bind("trigger", trigger.code())
                        .map((row, context) -> read(row))
                        .findOne());
    }

    private static final String LIST_LATEST = """
            select a.account_id, q.period, q.trigger, q.generated_at, q.content
            from csm.qbr q
            join csm.account a on a.tenant_id = q.tenant_id and a.account_no = q.account_no
            where q.tenant_id = :tenant
            order by q.generated_at desc, a.account_id, q.period, q.trigger
            limit :limit
            """;

    @Override
    public List<Qbr> listLatest(TenantId tenant, int limit) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(LIST_LATEST)
                        .bind("tenant", tenant.value())
                        .bind("limit", limit)
                        .map((row, context) -> read(row))
                        .list());
    }

    private static Qbr read(ResultSet row) throws SQLException {
        QbrJson.Heading heading = new QbrJson.Heading(
                new AccountId(row.getString("account_id")),
                Quarter.of(row.getObject("period", LocalDate.class)),
                QbrTrigger.ofCode(row.getString("trigger")),
                Times.read(row, "generated_at"));
        return QbrJson.read(heading, row.getString("content"));
    }
}
