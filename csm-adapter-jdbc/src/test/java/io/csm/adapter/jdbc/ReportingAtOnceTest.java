package io.csm.adapter.jdbc;

import static io.csm.application.contract.FactBuilders.*;
import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.event.Quarantined;
import io.csm.application.fact.port.FactRepository.Appended;
import io.csm.domain.account.AccountId;
import io.csm.domain.fact.Fact;
import io.csm.domain.fact.Touchpoint;
import io.csm.domain.fact.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several who report facts, mark and take changes at one moment. */
class ReportingAtOnceTest {

    private static final int MANY = 1_000;

    private final TestDatabase database = TestDatabase.empty();

    @BeforeEach
    void many_accounts_are_known() {
        database.adapter()
                .accounts()
                .saveAll(
                        ACME,
                        IntStream.range(0, 200)
                                .mapToObj(i -> named("A-" + i, "x"))
                                .toList());
    }

    /** Of every kind, in an order of its own. */
    private static List<Fact> facts(int count, String says, long seed) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String account = "A-" + i % 200;
            facts.add(ticketAbout(account, "t-" + i, says));
            facts.add(touchpoint(account, "p-" + i, MONDAY.minus(Duration.ofDays(i))));
            facts.add(onPlan(account, says));
        }
        Collections.shuffle(facts, new Random(seed));
        return facts;
    }

    @Test
    void who_reports_the_same_at_once_stores_it_once() throws InterruptedException {
        AtomicInteger stored = new AtomicInteger();

        InParallel.run(4, number -> {
            Appended appended = database.adapter().facts().append(ACME, facts(MANY, "same", number), MONDAY);
            stored.addAndGet(appended.stored());
        });

        assertThat(stored).hasValue(2 * MANY + 200);
        assertThat(database.ask("select count(*) from csm.ticket")).containsExactly("" + MANY);
        assertThat(database.ask("select count(*) from csm.touchpoint")).containsExactly("" + MANY);
    }

    @Test
    void who_reports_other_versions_at_once_leaves_one_history() throws InterruptedException {
        InParallel.run(4, number -> {
            JdbcAdapter own = database.adapter();
            for (int i = 0; i < 3; i++) {
                Instant at = MONDAY.plusSeconds(10L * i + number);
                own.facts().append(ACME, facts(100, "said " + at, number), at);
            }
        });

        for (String table : List.of("ticket", "touchpoint")) {
            assertThat(database.ask("""
                            select v.fact_id
                            from (select fact_id, known_until,
                                         lead(known_from, 1, 'infinity') over (partition by fact_id order by known_from)
                                             as next_from
                                  from csm.%s) v
                            where v.known_until <> v.next_from
                            """.formatted(table))).isEmpty();
        }
        assertThat(database.ask("select count(*) from csm.ticket")).containsExactly("1200");
    }

    @Test
    void a_touchpoint_that_moves_to_another_year_is_there_once() {
        JdbcAdapter ports = database.adapter();
        ports.facts().append(ACME, List.of(touchpoint("A-1", "p-1", Instant.parse("2019-12-31T23:59:59Z"))), MONDAY);

        Touchpoint moved = touchpoint("A-1", "p-1", Instant.parse("2020-01-01T00:00:00Z"));
        ports.facts().append(ACME, List.of(moved), MONDAY);

        assertThat(ports.facts()
                        .find(ACME, account("A-1"), Viewpoint.at(TUESDAY))
                        .touchpoints())
                .containsExactly(moved);
        assertThat(database.ask("select tableoid::regclass::text from csm.touchpoint"))
                .containsExactly("csm.touchpoint_2020");
    }

    @Test
    void two_who_take_at_once_get_different_changes() throws InterruptedException {
        JdbcAdapter ports = database.adapter();
        for (int i = 0; i < 200; i++) {
            ports.changes().mark(ACME, List.of(account("A-" + i), account("A-" + (i + 1) % 200)), MONDAY);
        }
        Map<AccountId, AtomicInteger> taken = new ConcurrentHashMap<>();

        InParallel.run(4, number -> {
            JdbcAdapter own = database.adapter();
            Map<AccountId, Instant> some = own.changes().take(ACME, 7, WEDNESDAY);
            while (!some.isEmpty()) {
                some.keySet()
                        .forEach(account -> taken.computeIfAbsent(account, any -> new AtomicInteger())
                                .incrementAndGet());
                some = own.changes().take(ACME, 7, WEDNESDAY);
            }
        });

        assertThat(taken).hasSize(200);
        assertThat(taken.values()).allSatisfy(times -> assertThat(times.get()).isBetween(1, 2));
        assertThat(database.ask("select count(*) from csm.outbox")).containsExactly("0");
    }

    @Test
    void while_one_has_taken_and_not_committed_others_get_nothing_and_do_not_wait() {
        JdbcAdapter ports = database.adapter();
        ports.changes().mark(ACME, List.of(account("A-1")), MONDAY);
        ports.changes().mark(ACME, List.of(account("A-2")), MONDAY);

        ports.unitOfWork().commit(ACME, () -> {
            assertThat(ports.changes().take(ACME, 1, WEDNESDAY)).containsOnlyKeys(account("A-1"));
            assertThat(inAnotherThread(() -> database.adapter().changes().take(ACME, 1, WEDNESDAY)))
                    .isEmpty();
            return "done";
        });

        assertThat(ports.changes().take(ACME, 1, WEDNESDAY)).containsOnlyKeys(account("A-2"));
    }

    private static <T> T inAnotherThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    @Test
    void who_quarantines_the_same_at_once_in_another_order_waits() throws InterruptedException {
        InParallel.run(4, number -> {
            List<Quarantined> entries = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                entries.add(new Quarantined(
                        0,
                        "s",
                        "e-" + i,
                        "A-1",
                        "{\"n\":" + i + "}",
                        "id",
                        "x",
                        "must",
                        MONDAY,
                        Quarantined.State.OPEN));
            }
            Collections.shuffle(entries, new Random(number));
            database.adapter().quarantine().append(ACME, entries);
        });

        assertThat(database.adapter().quarantine().countOpen(ACME)).isEqualTo(300);
    }
}
