package io.csm.adapter.jdbc;

import static io.csm.application.contract.FactBuilders.event;
import static io.csm.application.contract.Fixtures.*;
import static io.csm.domain.event.StandardEvents.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.event.port.EventRepository.Outcome;
import io.csm.domain.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several who send large batches of events at one moment. */
class IngestingAtOnceTest {

    private static final int MANY = 1_500;
    private static final int ROUNDS = 8;

    private final TestDatabase database = TestDatabase.empty();

    @BeforeEach
    void some_accounts_are_known() {
        database.adapter()
                .accounts()
                .saveAll(
                        ACME,
                        IntStream.range(0, 10)
                                .mapToObj(i -> named("A-" + i, "x"))
                                .toList());
    }

    private static List<Event> batch(int from, int count, Instant at) {
        List<Event> batch = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            batch.add(event("A-" + i % 10, "e-" + i, LOGIN, at.minusSeconds(i)));
        }
        return batch;
    }

    private static Map<Outcome, Long> counted(List<Outcome> outcomes) {
        return outcomes.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private String stored(String table) {
        return database.ask("select count(*) from csm." + table).get(0);
    }

    @Test
    void the_same_events_in_any_order_are_stored_by_exactly_one() throws InterruptedException {
        Map<Outcome, AtomicInteger> outcomes = new ConcurrentHashMap<>();
        List<JdbcAdapter> instances = List.of(database.adapter(), database.adapter(), database.adapter());

        for (int round = 0; round < ROUNDS; round++) {
            int from = round * MANY;
            InParallel.run(instances.size(), number -> {
                List<Event> batch = batch(from, MANY, MONDAY);
                Collections.shuffle(batch, new Random(number));
                counted(instances.get(number).events().append(ACME, batch, MONDAY))
                        .forEach((outcome, count) -> outcomes.computeIfAbsent(outcome, any -> new AtomicInteger())
                                .addAndGet(count.intValue()));
            });
        }

        assertThat(outcomes.get(Outcome.STORED)).hasValue(ROUNDS * MANY);
        assertThat(outcomes.get(Outcome.DUPLICATE)).hasValue(2 * ROUNDS * MANY);
        assertThat(stored("event")).isEqualTo("" + ROUNDS * MANY);
        assertThat(stored("event_key")).isEqualTo("" + ROUNDS * MANY);
    }

    @Test
    void who_waits_for_one_that_is_undone_stores_the_event() throws InterruptedException {
        AtomicInteger stored = new AtomicInteger();

        InParallel.run(2, number -> {
            JdbcAdapter own = database.adapter();
            for (int i = 0; i < 20; i++) {
                List<Event> one = batch(i, 1, MONDAY);
                try {
                    own.unitOfWork().commit(ACME, () -> {
                        List<Outcome> outcomes = own.events().append(ACME, one, MONDAY);
                        if (number == 0) {
                            throw new IllegalStateException("undone");
                        }
                        return stored.addAndGet((int)
                                outcomes.stream().filter(Outcome.STORED::equals).count());
                    });
                } catch (IllegalStateException undone) {
                    assertThat(undone).hasMessage("undone");
                }
            }
        });

        assertThat(stored).hasValue(20);
        assertThat(stored("event")).isEqualTo("20");
    }

    @Test
    void months_and_feeds_that_are_new_to_all_are_shared() throws InterruptedException {
        Instant newMonth = Instant.parse("2041-07-31T23:59:59.999999Z");

        InParallel.run(
                4,
                number -> database.adapter()
                        .events()
                        .append(ACME, batch(number * 10, 10, newMonth.minus(Duration.ofDays(40L * number))), MONDAY));

        assertThat(stored("event")).isEqualTo("40");
        assertThat(database.ask(
                        "select relname from pg_class where relname like 'event_2041%' and relkind = 'r' order by 1"))
                .containsExactly("event_2041_04", "event_2041_05", "event_2041_06", "event_2041_07");
        assertThat(database.ask("select first_occurred_at = '2041-04-02 23:59:20.999999Z' from csm.feed"))
                .containsExactly("t");
    }

    @Test
    void a_month_is_a_month_in_utc() {
        JdbcAdapter ports = database.adapter();
        ports.events()
                .append(
                        ACME,
                        List.of(
                                event("A-1", "e-1", LOGIN, Instant.parse("2043-02-28T23:59:59.999999Z")),
                                event("A-1", "e-2", LOGIN, Instant.parse("2043-03-01T00:00:00Z"))),
                        MONDAY);

        assertThat(database.ask("select tableoid::regclass::text from csm.event order by occurred_at"))
                .containsExactly("csm.event_2043_02", "csm.event_2043_03");
    }

    @Test
    void a_month_made_in_a_unit_that_is_undone_is_made_again() {
        JdbcAdapter ports = database.adapter();
        List<Event> first = List.of(event("A-1", "e-1", LOGIN, Instant.parse("2044-02-01T00:00:00Z")));
        try {
            ports.unitOfWork().commit(ACME, () -> {
                ports.events().append(ACME, first, MONDAY);
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException undone) {
            assertThat(undone).hasMessage("undone");
        }

        assertThat(ports.events().append(ACME, first, MONDAY)).containsExactly(Outcome.STORED);
    }

    @Test
    void a_month_that_was_removed_meanwhile_is_made_again() {
        JdbcAdapter ports = database.adapter();
        Instant at = Instant.parse("2045-02-01T00:00:00Z");
        ports.events().append(ACME, List.of(event("A-1", "e-1", LOGIN, at)), MONDAY);
        database.asSuperuser("drop table csm.event_2045_02");

        assertThat(ports.events().append(ACME, List.of(event("A-1", "e-2", LOGIN, at)), MONDAY))
                .containsExactly(Outcome.STORED);
    }

    @Test
    void several_batches_in_one_unit_know_of_each_other() {
        JdbcAdapter ports = database.adapter();

        List<Outcome> again = ports.unitOfWork().commit(ACME, () -> {
            ports.events().append(ACME, batch(0, 10, MONDAY), MONDAY);
            return ports.events().append(ACME, batch(5, 10, MONDAY), MONDAY);
        });

        assertThat(counted(again)).isEqualTo(Map.of(Outcome.DUPLICATE, 5L, Outcome.STORED, 5L));
        assertThat(stored("event")).isEqualTo("15");
    }

    @Test
    void an_empty_payload_takes_no_room() {
        database.adapter().events().append(ACME, batch(0, 1, MONDAY), MONDAY);

        assertThat(database.ask("select payload is null from csm.event")).containsExactly("t");
    }

    @Test
    void a_row_that_is_never_earlier_is_never_written_again() {
        JdbcAdapter ports = database.adapter();
        ports.events().append(ACME, batch(0, 10, MONDAY), MONDAY);
        List<String> before = database.ask("select xmin::text || ctid || xmax from csm.feed");

        ports.events().append(ACME, batch(100, 10, TUESDAY), TUESDAY);

        assertThat(database.ask("select xmin::text || ctid || xmax from csm.feed"))
                .isEqualTo(before);
    }
}
