package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.fact.port.FactRepository.Appended;
import io.csm.domain.account.AccountId;
import io.csm.domain.derivation.Feed;
import io.csm.domain.fact.Fact;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.FactKind;
import io.csm.domain.fact.Touchpoint;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Adds versions of facts by the thousand: COPY into a temporary table for each kind, and one statement from there. */
final class FactAppender {

    private final Partitions years;

    FactAppender(TenantTransactions transactions) {
        years = Partitions.byYear("touchpoint", transactions);
    }

    /** What became of the facts so far. */
    private static final class Tally {
        private final Set<AccountId> changed = new TreeSet<>();
        private final Feeds feeds = new Feeds();
        private int stored;
        private int unchanged;
    }

    /** The account that a fact left, if it left one; the fact is new or says something new. */
    private record News(int number, Optional<AccountId> formerAccount) {}

    Appended append(Handle handle, TenantId tenant, Collection<? extends Fact> facts, Instant receivedAt)
            throws SQLException {
        Set<AccountId> accounts = facts.stream().map(Fact::account).collect(Collectors.toCollection(TreeSet::new));
        AccountNumbers numbers = AccountNumbers.find(handle, tenant, accounts);
        Map<FactKind, Map<FactId, Fact>> last = lastOfEach(facts, numbers.known());
        lock(handle, tenant, last.keySet());
        Tally tally = new Tally();
        for (Map.Entry<FactKind, Map<FactId, Fact>> kind : last.entrySet()) {
            List<Fact> all = List.copyOf(kind.getValue().values());
            append(handle, tenant, FactTables.of(kind.getKey()), all, numbers, receivedAt, tally);
        }
        tally.feeds.save(handle, tenant, receivedAt);
        accounts.removeAll(numbers.known());
        return new Appended(tally.stored, tally.unchanged, tally.changed, accounts);
    }

    private static Map<FactKind, Map<FactId, Fact>> lastOfEach(Collection<? extends Fact> facts, Set<AccountId> known) {
        Map<FactKind, Map<FactId, Fact>> last = new EnumMap<>(FactKind.class);
        for (Fact fact : facts) {
            if (known.contains(fact.account())) {
                last.computeIfAbsent(fact.kind(), any -> new LinkedHashMap<>()).put(fact.id(), fact);
            }
        }
        return last;
    }

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('csm.fact.' || :kind || '.' || :tenant, 0))";

    /** Two who report facts of one kind come one after the other: a version depends on those before and after it. */
    private static void lock(Handle handle, TenantId tenant, Set<FactKind> kindsInOrder) {
        for (FactKind kind : kindsInOrder) {
            handle.createQuery(LOCK)
                    .bind("kind", kind.code())
                    .bind("tenant", tenant.value())
                    .mapTo(String.class)
                    .findOne();
        }
    }

    private void append(
            Handle handle,
            TenantId tenant,
            FactTable<?> table,
            List<Fact> facts,
            AccountNumbers numbers,
            Instant receivedAt,
            Tally tally)
            throws SQLException {
        years.prepare(
                handle,
                facts.stream()
                        .filter(Touchpoint.class::isInstance)
                        .map(Touchpoint.class::cast)
                        .map(Touchpoint::occurredAt));
        handle.execute(table.stagingTable());
        BinaryCopy.into(handle, table.copy(), copy -> {
            for (int i = 0; i < facts.size(); i++) {
                table.stage(copy, i, facts.get(i), numbers.get(facts.get(i).account()));
            }
        });
        List<News> news = handle.createQuery(table.append())
                .bind("tenant", tenant.value())
                .bind("receivedAt", Times.notAfter(receivedAt))
                .map((row, context) -> new News(
                        row.getInt("no"), Columns.text(row, "former_account").map(AccountId::new)))
                .list();
        count(facts, news, receivedAt, tally);
    }

    private static void count(List<Fact> facts, List<News> news, Instant receivedAt, Tally tally) {
        tally.stored += news.size();
        tally.unchanged += facts.size() - news.size();
        for (News each : news) {
            Fact fact = facts.get(each.number());
            tally.changed.add(fact.account());
            each.formerAccount().ifPresent(tally.changed::add);
            tally.feeds.note(Feed.of(fact), fact.begins().orElse(receivedAt));
        }
    }
}
