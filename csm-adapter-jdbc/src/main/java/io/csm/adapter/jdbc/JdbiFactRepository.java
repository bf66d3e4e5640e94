package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.fact.port.FactRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.event.Event;
import io.csm.domain.event.EventType;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Fact;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Viewpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

final class JdbiFactRepository implements FactRepository {

    private final TenantTransactions transactions;

    JdbiFactRepository(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Appended append(TenantId tenant, Collection<? extends Fact> facts, Instant receivedAt) {
        return facts.isEmpty()
                ? new Appended(0, 0, Set.of(), Set.of())
                : transactions.in(tenant, handle -> FactAppender.append(handle, tenant, facts, receivedAt));
    }

    /** From where one looks at which account. */
    private record Look(Handle handle, TenantId tenant, AccountId account, long accountNo, Viewpoint viewpoint) {}

    @Override
    public AccountFacts find(TenantId tenant, AccountId account, Viewpoint viewpoint) {
        return transactions.in(tenant, handle -> {
            long number = AccountNumbers.find(handle, tenant, List.of(account)).get(account);
            return read(new Look(handle, tenant, account, number, viewpoint));
        });
    }

    private static AccountFacts read(Look look) {
        return new AccountFacts(
                look.viewpoint(),
                facts(look, FactTables.TERMS).stream().findFirst().orElseGet(() -> Terms.unknown(look.account())),
                Feeds.seenFrom(look.handle(), look.tenant(), look.viewpoint()),
                facts(look, FactTables.CONTACTS),
                facts(look, FactTables.SUBSCRIPTIONS),
                facts(look, FactTables.INVOICES),
                facts(look, FactTables.TICKETS),
                facts(look, FactTables.TOUCHPOINTS),
                events(look));
    }

    private static <F extends Fact> List<F> facts(Look look, FactTable<F> table) {
        return look.handle()
                .createQuery(table.find())
                .bind("tenant", look.tenant().value())
                .bind("account", look.accountNo())
                .bind("knownOn", Times.notAfter(look.viewpoint().knownOn()))
                .map((row, context) -> table.read().of(look.account(), row))
                .list();
    }

    private static final String EVENTS = """
            select e.source, e.event_id, e.type, e.occurred_at, e.person, e.subject, e.quantity, e.payload
            from csm.event e
            where e.tenant_id = :tenant
            and e.account_no = :account
            and e.occurred_at > :after
            and e.occurred_at <= :asOf
            and e.received_at <= :knownOn
            union all
            (select e.source, e.event_id, e.type, e.occurred_at, e.person, e.subject, e.quantity, e.payload
            from csm.event e
            where e.tenant_id = :tenant
            and e.account_no = :account
            and e.occurred_at <= :asOf
            and e.received_at <= :knownOn
            and e.type = 'tam_health'
            order by e.occurred_at desc, e.source desc, e.event_id desc
            limit 1)
            order by occurred_at, source, event_id
            """;

    private static List<Event> events(Look look) {
        Viewpoint viewpoint = look.viewpoint();
        return look
                .handle()
                .createQuery(EVENTS)
                .bind("tenant", look.tenant().value())
                .bind("account", look.accountNo())
                .bind("after", Times.notAfter(viewpoint.asOf().minus(AccountFacts.EVENTS)))
                .bind("asOf", Times.notAfter(viewpoint.asOf()))
                .bind("knownOn", Times.notAfter(viewpoint.knownOn()))
                .map((row, context) -> event(look.account(), row))
                .stream()
                .distinct()
                .toList();
    }

    private static Event event(AccountId account, ResultSet row) throws SQLException {
        return new Event(
                new FactId(row.getString("source"), row.getString("event_id")),
                type(row.getString("type")),
                account,
                Times.read(row, "occurred_at"),
                Columns.text(row, "person"),
                Columns.text(row, "subject"),
                Columns.bigNumber(row, "quantity"),
                Columns.text(row, "payload").orElse("{}"));
    }

    private static EventType type(String code) {
        return StandardEvents.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("there is no event type '" + code + "'"));
    }
}
