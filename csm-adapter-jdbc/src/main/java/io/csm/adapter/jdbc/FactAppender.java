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

    private static final Partitions YEARS = Partitions.byYear("touchpoint");

    private FactAppender() {}

    static Appended append(Handle handle, TenantId tenant, Collection<? extends Fact> facts, Instant receivedAt)
            throws SQLException {
        Set<AccountId> accounts = facts.stream().map(Fact::account).collect(Collectors.toCollection(TreeSet::new));
        AccountNumbers numbers = AccountNumbers.find(handle, tenant, accounts);
        Map<FactKind, Map<FactId, Fact>> last = lastOfEach(facts, numbers.known());
        lock(handle, tenant, last.keySet());
        Report report = new Report(handle, tenant, numbers, receivedAt);
        for (Map.Entry<FactKind, Map<FactId, Fact>> kind : last.entrySet()) {
            report.append(
                    FactTables.of(kind.getKey()), List.copyOf(kind.getValue().values()));
        }
        report.feeds.save(handle, tenant, receivedAt);
        accounts.removeAll(numbers.known());
        return new Appended(report.stored, report.unchanged, report.changed, accounts);
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

    /** A fact that is new or says something new, and the account that it left, if it left one. */
    private record News(int number, Optional<AccountId> formerAccount) {}

    /** What is reported at one instant, kind by kind, and what became of it so far. */
    private static final class Report {
        private final Handle handle;
        private final TenantId tenant;
        private final AccountNumbers numbers;
        private final Instant receivedAt;
        private final Set<AccountId> changed = new TreeSet<>();
        private final Feeds feeds = new Feeds();
        private int stored;
        private int unchanged;

        private Report(Handle handle, TenantId tenant, AccountNumbers numbers, Instant receivedAt) {
            this.handle = handle;
            this.tenant = tenant;
            this.numbers = numbers;
            this.receivedAt = receivedAt;
        }

        void append(FactTable<?> table, List<Fact> facts) throws SQLException {
            YEARS.prepare(
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
            count(facts, insert(table));
        }

        private List<News> insert(FactTable<?> table) {
            return handle.createQuery(table.append())
                    .bind("tenant", tenant.value())
                    .bind("receivedAt", Times.notAfter(receivedAt))
                    .map((row, context) -> new News(
                            row.getInt("no"),
                            Columns.text(row, "former_account").map(AccountId::new)))
                    .list();
        }

        private void count(List<Fact> facts, List<News> news) {
            stored += news.size();
            unchanged += facts.size() - news.size();
            for (News each : news) {
                Fact fact = facts.get(each.number());
                changed.add(fact.account());
                each.formerAccount().ifPresent(changed::add);
                feeds.note(Feed.of(fact), fact.begins().orElse(receivedAt));
            }
        }
    }
}
