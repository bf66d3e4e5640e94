package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.narrative.ModelAnswer;
import io.csm.application.narrative.port.ModelJournal;
import io.csm.domain.account.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class JdbiModelJournal implements ModelJournal {

    private final TenantTransactions transactions;

    JdbiModelJournal(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    private static final String APPEND = """
            insert into csm.model_answer
                (tenant_id, asked_at, purpose, account_id, model, answer, outcome, problem, input_tokens, output_tokens,
                 cost)
            values
                (:tenant, :at, :purpose, :account, :model, :answer, :outcome, :problem, :inputTokens, :outputTokens,
                 :cost)
            """;

    @Override
    public void append(TenantId tenant, ModelAnswer answer) {
        transactions.in(
                tenant,
                handle -> handle.createUpdate(APPEND)
                        .bind("tenant", tenant.value())
                        .bind("at", Times.notAfter(answer.at()))
                        .bind("purpose", answer.purpose())
                        .bind("account", answer.account().value())
                        .bind("model", Texts.storable(answer.model()))
                        .bind("answer", Texts.storable(answer.answer()))
                        .bind("outcome", answer.outcome().name().toLowerCase(Locale.ROOT))
                        .bind("problem", answer.problem().map(Texts::storable))
                        .bind("inputTokens", answer.inputTokens())
                        .bind("outputTokens", answer.outputTokens())
                        .bind("cost", answer.cost())
                        .execute());
    }

    private static final String SPENT_SINCE = """
            select count(*) as answers,
                   cast(coalesce(sum(input_tokens + output_tokens), 0) as bigint) as tokens,
                   coalesce(sum(cost), 0) as cost
            from csm.model_answer
            where tenant_id = :tenant
            and asked_at >= :from
            """;

    @Override
    public Spent spentSince(TenantId tenant, Instant from) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(SPENT_SINCE)
                        .bind("tenant", tenant.value())
                        .bind("from", Times.notBefore(from))
                        .map((row, context) ->
                                new Spent(row.getLong("answers"), row.getLong("tokens"), row.getBigDecimal("cost")))
                        .one());
    }

    private static final String LIST_LATEST = """
            select asked_at, purpose, account_id, model, answer, outcome, problem, input_tokens, output_tokens, cost
            from csm.model_answer
            where tenant_id = :tenant
            and account_id = :account
            order by asked_at desc, answer_no desc
            limit :limit
            """;

    @Override
    public List<ModelAnswer> listLatest(TenantId tenant, AccountId account, int limit) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(LIST_LATEST)
                        .bind("tenant", tenant.value())
                        .bind("account", account.value())
                        .bind("limit", limit)
                        .map((row, context) -> read(row))
                        .list());
    }

    private static ModelAnswer read(ResultSet row) throws SQLException {
        return new ModelAnswer(
                Times.read(row, "asked_at"),
                row.getString("purpose"),
                new AccountId(row.getString("account_id")),
                row.getString("model"),
                row.getString("answer"),
                ModelAnswer.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                Columns.text(row, "problem"),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"),
                Optional.ofNullable(row.getBigDecimal("cost")));
    }
}
