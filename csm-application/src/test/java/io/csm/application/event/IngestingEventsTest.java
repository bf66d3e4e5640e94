package io.csm.application.event;

import static io.csm.application.contract.FactBuilders.*;
import static io.csm.application.contract.Fixtures.*;
import static io.csm.domain.event.StandardEvents.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.SettableClock;
import io.csm.application.event.IngestEvents.Ingested;
import io.csm.application.event.IngestEvents.Refused;
import io.csm.domain.event.Event;
import io.csm.domain.event.EventType;
import io.csm.domain.event.SourceType;
import io.csm.domain.event.StandardEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestingEventsTest {

    private final CustomerSuccess csm = CustomerSuccess.inMemory(new SettableClock());
    private final CustomerSuccess.Ports ports = csm.ports();

    @BeforeEach
    void two_accounts_are_known() {
        ports.accounts().saveAll(ACME, List.of(named("A-1", "One"), named("A-2", "Two")));
    }

    private Ingested ingest(Instant at, Event... events) {
        List<Arrival> batch = Stream.of(events)
                .map(event -> new Arrival(event, "{\"id\":\"" + event.id().id() + "\"}"))
                .toList();
        return csm.ingestEvents().ingest(MIA, batch, at);
    }

    private static Event login(String account, String id) {
        return event(account, id, LOGIN, MONDAY);
    }

    private static Event withPayload(String payload) {
        Event login = login("A-1", "e-1");
        return new Event(
                login.id(),
                login.type(),
                login.account(),
                login.occurredAt(),
                login.person(),
                login.subject(),
                login.quantity(),
                payload);
    }

    private List<String> refusals(Ingested ingested) {
        return ingested.refused().stream()
                .map(Refused::entry)
                .map(entry -> entry.field() + " " + entry.rule() + " but was " + entry.value())
                .toList();
    }

    @Test
    void events_are_stored_and_their_accounts_are_marked() {
        Ingested ingested = ingest(TUESDAY, login("A-1", "e-1"), login("A-1", "e-2"));

        assertThat(ingested).isEqualTo(new Ingested(2, 0, List.of()));
        assertThat(ports.events().count(ACME)).isEqualTo(2);
        assertThat(ports.changes().take(ACME, 9, WEDNESDAY)).isEqualTo(Map.of(account("A-1"), TUESDAY));
    }

    @Test
    void what_is_sent_again_changes_nothing() {
        ingest(MONDAY, login("A-1", "e-1"));
        ports.changes().take(ACME, 9, WEDNESDAY);

        assertThat(ingest(TUESDAY, login("A-1", "e-1"))).isEqualTo(new Ingested(0, 1, List.of()));
        assertThat(ports.changes().take(ACME, 9, WEDNESDAY)).isEmpty();
    }

    @Test
    void each_refused_event_is_told_by_its_place_and_costs_no_other() {
        Ingested ingested = ingest(
                MONDAY,
                login("A-9", "e-1"),
                login("A-1", "e-2"),
                event("A-1", "e-2", LOGIN, TUESDAY),
                event("A-1", "e-3", LOGIN, WEDNESDAY),
                login("A-2", "e-4"));

        assertThat(ingested.stored()).isEqualTo(2);
        assertThat(ingested.refused()).extracting(Refused::index).containsExactly(0, 2, 3);
        assertThat(refusals(ingested))
                .containsExactly(
                        "account_id must be a known account but was A-9",
                        "id stands already on another event of system but was e-2",
                        "occurred_at must not be more than a day after it is received but was 2026-03-04T08:00:00Z");
    }

    @Test
    void what_is_refused_waits_in_the_quarantine_with_its_document() {
        ingest(MONDAY, login("A-9", "e-1"));
        ingest(TUESDAY, login("A-9", "e-1"));

        List<Quarantined> open = ports.quarantine().listOpen(ACME, 0, 9);

        assertThat(open)
                .containsExactly(new Quarantined(
                        open.get(0).number(),
                        "system",
                        "e-1",
                        "A-9",
                        "{\"id\":\"e-1\"}",
                        "account_id",
                        "A-9",
                        "must be a known account",
                        MONDAY,
                        Quarantined.State.OPEN));
    }

    @Test
    void an_event_that_comes_again_from_tomorrow_on_waits_once() {
        ingest(MONDAY, event("A-1", "e-1", LOGIN, WEDNESDAY));
        ingest(MONDAY.plusSeconds(1), event("A-1", "e-1", LOGIN, WEDNESDAY));

        assertThat(ports.quarantine().countOpen(ACME)).isEqualTo(1);
    }

    @Test
    void an_event_that_is_taken_after_all_leaves_the_quarantine() {
        ingest(MONDAY, login("A-9", "e-1"), login("A-9", "e-2"));
        ports.accounts().saveAll(ACME, List.of(named("A-9", "Nine")));

        ingest(TUESDAY, login("A-9", "e-1"));

        assertThat(ports.quarantine().listOpen(ACME, 0, 9))
                .extracting(Quarantined::id)
                .containsExactly("e-2");
    }

    @ParameterizedTest
    @CsvSource({
        "1969-12-31T23:59:59.999999Z, false",
        "1970-01-01T00:00:00Z, true",
        "2026-03-03T08:00:00Z, true",
        "2026-03-03T08:00:00.000001Z, false"
    })
    void an_event_occurs_from_1970_until_a_day_after_it_is_received(Instant occurredAt, boolean taken) {
        Ingested ingested = ingest(MONDAY, event("A-1", "e-1", LOGIN, occurredAt));

        assertThat(ingested.stored()).isEqualTo(taken ? 1 : 0);
        assertThat(ingested.refused()).hasSize(taken ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"2199-12-31T23:59:59.999999Z, true", "2200-01-01T00:00:00Z, false"})
    void no_event_occurs_after_2199(Instant occurredAt, boolean taken) {
        Ingested ingested = ingest(occurredAt.plus(Duration.ofDays(1)), event("A-1", "e-1", LOGIN, occurredAt));

        assertThat(ingested.stored()).isEqualTo(taken ? 1 : 0);
        assertThat(refusals(ingested))
                .isEqualTo(
                        taken
                                ? List.of()
                                : List.of("occurred_at must be from 1970 to 2199 but was 2200-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"65536, a, true", "65537, a, false", "32768, ü, true", "32769, ü, false"})
    void a_payload_has_at_most_64_kibibytes(int length, String of, boolean taken) {
        int room = of.equals("a") ? length - 8 : length - 4;
        String payload = "{\"a\":\"" + of.repeat(room) + "\"}";

        Ingested ingested = ingest(MONDAY, withPayload(payload));

        assertThat(ingested.stored()).isEqualTo(taken ? 1 : 0);
        if (!taken) {
            assertThat(refusals(ingested).get(0)).startsWith("payload must have at most 65536 bytes but was 6553");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\u0000\"}",
                "{\"a\":\"\\\\\\u0000\"}",
                "{\"a\":\"\0\"}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\ud83d\\n\"}",
                "{\"a\":\"\\ud83d\\ud83d\\ude00\"}",
                "{\"a\":\"\\uDE00\"}"
            })
    void a_payload_with_a_character_that_no_database_keeps_is_refused(String payload) {
        Ingested ingested = ingest(MONDAY, withPayload(payload));

        assertThat(ingested.refused()).hasSize(1);
        assertThat(ingested.refused().get(0).entry().field()).isEqualTo("payload");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\\\u0000\"}",
                "{\"a\":\"\\u00e9\\n\\\"\"}",
                "{\"a\":\"\\ud83d\\ude00\\uD83D\\uDE00\"}",
                "{\"a\":\"C:\\\\users\\\\ud83d\"}"
            })
    void other_escapes_are_taken(String payload) {
        assertThat(ingest(MONDAY, withPayload(payload)).stored()).isEqualTo(1);
    }

    @Test
    void a_person_or_subject_with_such_a_character_is_refused() {
        Ingested ingested = ingest(MONDAY, by("k\0m", login("A-1", "e-1")), about("\0", login("A-1", "e-2")));

        assertThat(refusals(ingested))
                .containsExactly(
                        "person must not hold the character U+0000 but was k\uFFFDm",
                        "subject must not hold the character U+0000 but was \uFFFD");
    }

    @Test
    void only_types_that_are_understood_or_custom_are_taken() {
        EventType mine = StandardEvents.find(SourceType.CUSTOM, "login").orElseThrow();
        EventType foreign =
                new EventType(SourceType.BILLING, "refund", Optional.empty(), false, List.of(), Optional.empty());

        Ingested ingested = ingest(MONDAY, event("A-1", "e-1", mine, MONDAY), event("A-1", "e-2", foreign, MONDAY));

        assertThat(ingested.stored()).isEqualTo(1);
        assertThat(refusals(ingested))
                .containsExactly("type must be a standard event type, or one of the source custom but was refund");
    }
}
