package io.csm.application.fact;

import static io.csm.application.contract.FactBuilders.*;
import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.SettableClock;
import io.csm.application.fact.port.FactRepository.Appended;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportingFactsTest {

    private final CustomerSuccess csm = CustomerSuccess.inMemory(new SettableClock());
    private final CustomerSuccess.Ports ports = csm.ports();

    ReportingFactsTest() {
        ports.accounts().saveAll(ACME, List.of(named("A-1", "One"), named("A-2", "Two")));
    }

    @Test
    void news_are_stored_and_mark_their_accounts() {
        Appended appended = csm.reportFacts().report(MIA, List.of(ticket("A-1", "t-1"), ticket("A-9", "t-2")), MONDAY);

        assertThat(appended).isEqualTo(new Appended(1, 0, Set.of(account("A-1")), Set.of(account("A-9"))));
        assertThat(ports.changes().take(ACME, 9, WEDNESDAY)).isEqualTo(Map.of(account("A-1"), MONDAY));
    }

    @Test
    void what_is_known_already_marks_nobody() {
        csm.reportFacts().report(MIA, List.of(ticket("A-1", "t-1")), MONDAY);
        ports.changes().take(ACME, 9, WEDNESDAY);

        csm.reportFacts().report(MIA, List.of(ticket("A-1", "t-1")), TUESDAY);

        assertThat(ports.changes().take(ACME, 9, WEDNESDAY)).isEmpty();
    }

    @Test
    void a_fact_that_goes_to_another_account_marks_both() {
        csm.reportFacts().report(MIA, List.of(ticket("A-1", "t-1")), MONDAY);
        ports.changes().take(ACME, 9, WEDNESDAY);

        csm.reportFacts().report(MIA, List.of(ticket("A-2", "t-1")), TUESDAY);

        assertThat(ports.changes().take(ACME, 9, WEDNESDAY)).containsOnlyKeys(account("A-1"), account("A-2"));
    }
}
