package io.csm.application.event;

import static io.csm.application.contract.FactBuilders.event;
import static io.csm.application.contract.Fixtures.*;
import static io.csm.domain.event.StandardEvents.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.SettableClock;
import io.csm.application.event.ReplayQuarantine.Replayed;
import io.csm.application.event.ReplayQuarantine.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayingTheQuarantineTest {

    private final CustomerSuccess csm = CustomerSuccess.inMemory(new SettableClock());
    private final CustomerSuccess.Ports ports = csm.ports();

    @BeforeEach
    void an_account_is_known() {
        accountBecomesKnown("A-1");
    }

    /** Reads documents such as {@code A-1 e-1 2026-03-02T08:00:00Z}. */
    private static Arrival read(String document) {
        String[] words = document.split(" ");
        if (words.length != 3) {
            throw new IllegalArgumentException("a document must have three words");
        }
        return new Arrival(event(words[0], words[1], LOGIN, Instant.parse(words[2])), document);
    }

    private void accountBecomesKnown(String account) {
        ports.accounts().saveAll(ACME, List.of(named(account, account)));
    }

    private void arrive(String... documents) {
        List<Arrival> batch = List.of(documents).stream()
                .map(ReplayingTheQuarantineTest::read)
                .toList();
        csm.ingestEvents().ingest(MIA, batch, MONDAY);
    }

    private Replayed replay(Selection selection) {
        return csm.replayQuarantine(ReplayingTheQuarantineTest::read).replay(MIA, selection, WEDNESDAY);
    }

    private List<Quarantined> open() {
        return ports.quarantine().listOpen(ACME, 0, 1_000);
    }

    @Test
    void nothing_quarantined_is_nothing_to_replay() {
        assertThat(replay(Selection.all())).isEqualTo(new Replayed(0, 0, 0));
    }

    @Test
    void what_can_be_taken_now_is_stored_as_received_now() {
        arrive("A-9 e-1 2026-03-01T00:00:00Z");
        accountBecomesKnown("A-9");

        assertThat(replay(Selection.all())).isEqualTo(new Replayed(1, 0, 0));

        assertThat(open()).isEmpty();
        assertThat(ports.events().count(ACME)).isEqualTo(1);
        assertThat(ports.changes().take(ACME, 9, WEDNESDAY)).containsEntry(account("A-9"), WEDNESDAY);
    }

    @Test
    void what_was_too_early_is_taken_when_its_day_has_come() {
        arrive("A-1 e-1 2026-03-04T00:00:00Z");

        assertThat(replay(Selection.all())).isEqualTo(new Replayed(1, 0, 0));
    }

    @Test
    void what_is_there_already_is_closed_as_well() {
        arrive("A-1 e-1 2026-03-01T00:00:00Z");
        Quarantined twin = new Quarantined(
                0,
                "",
                "",
                "",
                "A-1 e-1 2026-03-01T00:00:00Z",
                "id",
                "?",
                "must be readable",
                MONDAY,
                Quarantined.State.OPEN);
        ports.quarantine().append(ACME, List.of(twin));

        assertThat(replay(Selection.all())).isEqualTo(new Replayed(0, 1, 0));
        assertThat(open()).isEmpty();
    }

    @Test
    void what_is_still_refused_stays_as_it_was() {
        arrive("A-9 e-1 2026-03-01T00:00:00Z");
        List<Quarantined> before = open();

        assertThat(replay(Selection.all())).isEqualTo(new Replayed(0, 0, 1));

        assertThat(open()).isEqualTo(before);
    }

    @Test
    void what_is_refused_for_another_reason_now_says_so_in_the_same_entry() {
        arrive("A-9 e-1 2026-03-01T00:00:00Z", "A-1 e-1 2026-03-02T00:00:00Z");
        accountBecomesKnown("A-9");
        List<Quarantined> before = open();

        assertThat(replay(Selection.all())).isEqualTo(new Replayed(0, 0, 1));

        assertThat(open()).hasSize(1);
        assertThat(open().get(0).number()).isEqualTo(before.get(0).number());
        assertThat(open().get(0).rule()).isEqualTo("stands already on another event of system");
        assertThat(open().get(0).receivedAt()).isEqualTo(MONDAY);
    }

    @Test
    void a_document_that_cannot_be_read_stays_and_costs_no_other() {
        Quarantined unreadable = new Quarantined(
                0, "", "", "", "gibberish", "document", "gibberish", "must be", MONDAY, Quarantined.State.OPEN);
        ports.quarantine().append(ACME, List.of(unreadable));
        arrive("A-9 e-1 2026-03-01T00:00:00Z");
        accountBecomesKnown("A-9");

        assertThat(replay(Selection.all())).isEqualTo(new Replayed(1, 0, 1));

        assertThat(open()).extracting(Quarantined::document).containsExactly("gibberish");
    }

    @Test
    void of_two_that_are_the_same_event_one_is_stored_and_both_are_closed() {
        arrive("A-9 e-1 2026-03-01T00:00:00Z");
        Quarantined twin = open().get(0)
                .refusedFor(new Quarantined(0, "", "", "", "", "x", "y", "z", MONDAY, Quarantined.State.OPEN));
        ports.quarantine().append(ACME, List.of(twin));
        accountBecomesKnown("A-9");

        assertThat(replay(Selection.all())).isEqualTo(new Replayed(1, 1, 0));
        assertThat(open()).isEmpty();
    }

    @Test
    void only_what_is_selected_is_tried() {
        arrive("A-9 e-1 2026-03-01T00:00:00Z", "A-9 e-2 2026-03-01T00:00:00Z", "A-9 e-3 2026-03-01T00:00:00Z");
        accountBecomesKnown("A-9");
        long second = open().get(1).number();

        assertThat(replay(Selection.numbered(List.of(second, 999_999L)))).isEqualTo(new Replayed(1, 0, 0));
        assertThat(replay(Selection.numbered(List.of()))).isEqualTo(new Replayed(0, 0, 0));

        assertThat(open()).extracting(Quarantined::id).containsExactly("e-1", "e-3");
    }

    @Test
    void many_are_tried_page_by_page_each_once() {
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < 123; i++) {
            documents.add((i % 2 == 0 ? "A-8" : "A-9") + " e-" + i + " 2026-03-01T00:00:00Z");
        }
        arrive(documents.toArray(String[]::new));
        accountBecomesKnown("A-9");

        assertThat(replay(Selection.all())).isEqualTo(new Replayed(61, 0, 62));
        assertThat(open()).hasSize(62);
    }

    @Test
    void what_is_discarded_is_not_tried_again() {
        arrive("A-9 e-1 2026-03-01T00:00:00Z", "A-9 e-2 2026-03-01T00:00:00Z");
        accountBecomesKnown("A-9");
        long first = open().get(0).number();

        assertThat(csm.discardQuarantined().discard(MIA, List.of(first, 999_999L), TUESDAY))
                .isEqualTo(1);

        assertThat(replay(Selection.all())).isEqualTo(new Replayed(1, 0, 0));
        assertThat(ports.events().count(ACME)).isEqualTo(1);
    }
}
