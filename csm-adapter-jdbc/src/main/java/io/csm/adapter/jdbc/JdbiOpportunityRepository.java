package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.expansion.port.OpportunityRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import io.csm.domain.expansion.Confidence;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.OpportunityType;
import io.csm.domain.narrative.Writer;
import io.csm.domain.time.Quarter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

final class JdbiOpportunityRepository implements OpportunityRepository {

    private static final String[] TYPES =
            Stream.of(OpportunityType.values()).map(OpportunityType::code).toArray(String[]::new);
    private static final String[] CONFIDENCES =
            Stream.of(Confidence.values()).map(Confidence::code).toArray(String[]::new);

    private record Key(AccountId account, Quarter quarter, OpportunityType type) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::account).thenComparing(Key::quarter).thenComparing(Key::type);

        static Key of(Opportunity opportunity) {
            return new Key(opportunity.account(), opportunity.quarter(), opportunity.type());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final TenantTransactions transactions;

    JdbiOpportunityRepository(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Opportunity> append(TenantId tenant, Collection<Opportunity> opportunities) {
        Map<Key, Opportunity> first = new LinkedHashMap<>();
        opportunities.forEach(opportunity -> first.putIfAbsent(Key.of(opportunity), opportunity));
        return transactions.in(tenant, handle -> {
            AccountNumbers accounts = AccountNumbers.find(
                    handle, tenant, first.keySet().stream().map(Key::account).toList());
            // in one order, so that two who add the same wait for each other instead of dying in a deadlock
            Set<Key> added = first.values().stream()
                    .sorted(Comparator.comparing(Key::of))
                    .filter(opportunity -> add(handle, tenant, accounts.get(opportunity.account()), opportunity))
                    .map(Key::of)
                    .collect(Collectors.toSet());
            return first.values().stream()
                    .filter(opportunity -> added.contains(Key.of(opportunity)))
                    .toList();
        });
    }

    private static final String ADD = """
            insert into csm.opportunity
                (tenant_id, account_no, quarter, type, evidence, arr_impact, arr_impact_currency, talk_track, confidence,
                 writer)
            values
                (:tenant, :account, :quarter, :type, :evidence, :impact, :currency, :talkTrack, :confidence, :writer)
            on conflict (tenant_id, account_no, quarter, type) do update
            set evidence            = excluded.evidence,
                arr_impact          = excluded.arr_impact,
                arr_impact_currency = excluded.arr_impact_currency,
                talk_track          = excluded.talk_track,
                confidence          = excluded.confidence,
                writer              = excluded.writer
            where opportunity.confidence = 'low' and excluded.confidence <> 'low'
            """;

    private static boolean add(Handle handle, TenantId tenant, long account, Opportunity opportunity) {
        return handle.createUpdate(ADD)
                        .bind("tenant", tenant.value())
                        .bind("account", account)
                        .bind("quarter", opportunity.quarter().firstDay())
                        .bind("type", opportunity.type().code())
                        .bindByType("evidence", Texts.storable(opportunity.evidence()), String[].class)
                        .bind("impact", opportunity.arrImpact().map(Money::amount))
                        .bind(
                                "currency",
                                opportunity
                                        .arrImpact()
                                        .map(money -> money.currency().getCurrencyCode()))
                        .bind("talkTrack", Texts.storable(opportunity.talkTrack()))
                        .bind("confidence", opportunity.confidence().code())
                        .bind("writer", Texts.storable(opportunity.writer().code()))
                        .execute()
                == 1;
    }

    private static final String OPPORTUNITIES = """
            select a.account_id, o.quarter, o.type, o.evidence, o.arr_impact, o.arr_impact_currency, o.talk_track,
                   o.confidence, o.writer
            from csm.opportunity o
            join csm.account a on a.tenant_id = o.tenant_id and a.account_no = o.account_no
            where o.tenant_id = :tenant
            """;

    private static final String LIST_OF = OPPORTUNITIES + """
            and a.account_id = :account
            order by o.quarter desc, array_position(:types, o.type)
            """;

    @Override
    public List<Opportunity> listOf(TenantId tenant, AccountId account) {
        return transactions.in(
                tenant, handle -> read(handle.createQuery(LIST_OF).bind("account", account.value()), tenant));
    }

    private static final String LIST_LATEST = OPPORTUNITIES + """
            order by o.quarter desc, array_position(:confidences, o.confidence) desc, a.account_id,
                     array_position(:types, o.type)
            limit :limit
            """;

    @Override
    public List<Opportunity> listLatest(TenantId tenant, int limit) {
        return transactions.in(
                tenant,
                handle -> read(
                        handle.createQuery(LIST_LATEST)
                                .bindByType("confidences", CONFIDENCES, String[].class)
                                .bind("limit", limit),
                        tenant));
    }

    private static List<Opportunity> read(Query query, TenantId tenant) {
        return query.bind("tenant", tenant.value())
                .bindByType("types", TYPES, String[].class)
                .map((row, context) -> read(row))
                .list();
    }

    private static Opportunity read(ResultSet row) throws SQLException {
        return new Opportunity(
                new AccountId(row.getString("account_id")),
                OpportunityType.ofCode(row.getString("type")),
                Quarter.of(row.getObject("quarter", LocalDate.class)),
                Columns.texts(row, "evidence"),
                Columns.money(row, "arr_impact"),
                row.getString("talk_track"),
                Confidence.ofCode(row.getString("confidence")),
                Writer.ofCode(row.getString("writer")));
    }
}
