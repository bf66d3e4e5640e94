package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.event.Quarantined;
import io.csm.application.event.Quarantined.State;
import io.csm.application.event.port.QuarantineRepository;
import io.csm.domain.fact.FactId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a quarantine must keep to. */
public abstract class QuarantineRepositoryContract extends PortsContract {

    private QuarantineRepository quarantine() {
        return ports().quarantine();
    }

    private void append(Quarantined... entries) {
        quarantine().append(ACME, List.of(entries));
    }

    private List<Quarantined> open() {
        return quarantine().listOpen(ACME, 0, 100);
    }

    private List<String> documents() {
        return open().stream().map(Quarantined::document).toList();
    }

    static Quarantined entry(String id, String document, String field, String rule, Instant at) {
        return new Quarantined(0, "system", id, "A-1", document, field, "x", rule, at, State.OPEN);
    }

    private static Quarantined entry(String id) {
        return entry(id, "{\"id\":\"" + id + "\"}", "id", "must be better", MONDAY);
    }

    @Test
    void an_entry_comes_back_under_a_number_of_its_own() {
        Quarantined whole = new Quarantined(
                0,
                "",
                "e\0-1",
                "A-\uD83D\uDE00",
                "{\"a\": 1 ,\n\"b\":2}",
                "payload",
                "9 bytes",
                "must",
                MONDAY,
                State.OPEN);
        append(whole, entry("e-2"));

        List<Quarantined> open = open();

        assertThat(open).hasSize(2);
        assertThat(open.get(0)).isEqualTo(whole.numbered(open.get(0).number()));
        assertThat(open.get(0).number()).isPositive().isLessThan(open.get(1).number());
    }

    @Test
    void entries_are_numbered_in_their_order() {
        List<Quarantined> entries = new ArrayList<>(
                IntStream.range(0, 50).mapToObj(i -> entry("e-" + i)).toList());
        Collections.reverse(entries);
        quarantine().append(ACME, entries);

        assertThat(documents())
                .isEqualTo(entries.stream().map(Quarantined::document).toList());
    }

    @Test
    void a_document_of_a_mebibyte_comes_back() {
        String document = "{\"a\":\"" + "ü".repeat(512 * 1024 - 5) + "\"}";
        append(entry("e-1", document, "payload", "must be smaller", MONDAY));

        assertThat(documents()).containsExactly(document);
    }

    @Test
    void open_entries_are_listed_page_by_page() {
        append(entry("e-1"), entry("e-2"), entry("e-3"));
        long first = open().get(0).number();

        assertThat(quarantine().listOpen(ACME, 0, 2)).hasSize(2);
        assertThat(quarantine().listOpen(ACME, first, 9))
                .extracting(Quarantined::id)
                .containsExactly("e-2", "e-3");
        assertThat(quarantine().listOpen(ACME, open().get(2).number(), 9)).isEmpty();
        assertThat(quarantine().countOpen(ACME)).isEqualTo(3);
    }

    @Test
    void the_same_document_for_the_same_reason_is_there_once() {
        append(entry("e-1"), entry("e-1"));
        append(entry("e-1", entry("e-1").document(), "id", "must be better", TUESDAY));

        assertThat(open()).extracting(Quarantined::receivedAt).containsExactly(MONDAY);
    }

    @Test
    void another_reason_or_another_document_is_another_entry() {
        append(
                entry("e-1", "ab", "c", "d", MONDAY),
                entry("e-1", "a", "bc", "d", MONDAY),
                entry("e-1", "ab", "c", "e", MONDAY),
                entry("e-1", "ab", "", "cd", MONDAY));

        assertThat(open()).hasSize(4);
    }

    @Test
    void what_is_closed_is_not_listed_and_not_closed_again() {
        append(entry("e-1"), entry("e-2"));
        long first = open().get(0).number();

        assertThat(quarantine().close(ACME, List.of(first, 999_999_999L), State.DISCARDED, TUESDAY))
                .isEqualTo(1);
        assertThat(quarantine().close(ACME, List.of(first), State.STORED, TUESDAY))
                .isZero();

        assertThat(open()).extracting(Quarantined::id).containsExactly("e-2");
        assertThat(quarantine().countOpen(ACME)).isEqualTo(1);
    }

    @Test
    void what_was_closed_can_come_again() {
        append(entry("e-1"));
        quarantine().close(ACME, List.of(open().get(0).number()), State.DISCARDED, TUESDAY);

        append(entry("e-1"));

        assertThat(documents()).containsExactly(entry("e-1").document());
    }

    @Test
    void entries_of_events_that_were_stored_are_closed() {
        append(entry("e-1"), entry("e-1", "other", "id", "must", MONDAY), entry("e-2"), entry("E-1"));

        quarantine()
                .closeStored(
                        ACME,
                        List.of(
                                new FactId("system", "e-1"),
                                new FactId("elsewhere", "e-2"),
                                new FactId("system", "e-9")),
                        TUESDAY);

        assertThat(open()).extracting(Quarantined::id).containsExactly("e-2", "E-1");
    }

    @Test
    void an_entry_that_is_refused_again_has_its_new_reason() {
        append(entry("e-1"), entry("e-2"));
        Quarantined first = open().get(0);
        Quarantined again = first.refusedFor(entry("e-1", "{}", "account_id", "must be known", TUESDAY));

        quarantine().refuseAgain(ACME, List.of(again), TUESDAY);

        assertThat(open()).hasSize(2).first().isEqualTo(again);
        append(entry("e-1", first.document(), "account_id", "must be known", WEDNESDAY));
        assertThat(open()).hasSize(2);
    }

    @Test
    void an_entry_that_is_refused_again_as_another_of_the_same_document_is_discarded() {
        append(entry("e-1"), entry("e-1", entry("e-1").document(), "account_id", "must be known", MONDAY));
        Quarantined first = open().get(0);
        Quarantined second = open().get(1);

        quarantine().refuseAgain(ACME, List.of(first.refusedFor(second)), TUESDAY);

        assertThat(open()).containsExactly(second);
    }

    @Test
    void an_entry_that_is_closed_is_not_refused_again() {
        append(entry("e-1"));
        Quarantined closed = open().get(0);
        quarantine().close(ACME, List.of(closed.number()), State.STORED, TUESDAY);

        quarantine().refuseAgain(ACME, List.of(closed.refusedFor(entry("e-1", "{}", "x", "y", MONDAY))), WEDNESDAY);

        assertThat(quarantine().countOpen(ACME)).isZero();
    }

    @Test
    void nothing_appended_or_stored_changes_nothing() {
        append();
        quarantine().closeStored(ACME, List.of(), MONDAY);

        assertThat(quarantine().close(ACME, List.of(), State.STORED, MONDAY)).isZero();
        assertThat(open()).isEmpty();
    }
}
