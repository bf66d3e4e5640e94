package io.csm.application.alert;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.SettableClock;
import io.csm.application.contract.SnapshotBuilder;
import io.csm.application.contract.WhatGoesOut;
import io.csm.application.memory.InMemoryPorts;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertState;
import io.csm.domain.alert.AlertType;
import io.csm.domain.alert.Notice;
import io.csm.domain.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckingContractsTest {

    private final SettableClock clock = new SettableClock();
    private final InMemoryPorts ports = new InMemoryPorts();
    private final CustomerSuccess csm = CustomerSuccess.over(ports, clock);

    private void scored(Instant at, SnapshotBuilder account) {
        clock.set(at);
        csm.scoreAccount().score(MIA, STANDARD, account.at(at).build());
    }

    private CheckContracts.Checked check() {
        return csm.agent().checkContracts().check(MIA);
    }

    private List<Alert> alerts() {
        return ports.alerts().listOf(ACME, account("A-1"), 9).stream()
                .map(Notice::alert)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"61, 0", "60, 1", "1, 1", "0, 1", "-1, 0"})
    void a_healthy_account_is_told_of_from_sixty_days_before_its_renewal_until_that_day(String days, int raised) {
        scored(MONDAY, healthy("A-1").with(DAYS_TO_RENEWAL, days));

        assertThat(check()).isEqualTo(new CheckContracts.Checked(1, raised));
    }

    @Test
    void a_renewal_is_information_and_is_told_of_once() {
        scored(MONDAY, healthy("A-1").with(DAYS_TO_RENEWAL, "60"));
        check();
        scored(TUESDAY, healthy("A-1").with(DAYS_TO_RENEWAL, "59"));

        assertThat(check().raised()).isZero();
        assertThat(alerts()).hasSize(1);
        assertThat(alerts().get(0).type()).isEqualTo(AlertType.RENEWAL);
        assertThat(alerts().get(0).concern().severity()).isEqualTo(Severity.INFO);
        assertThat(WhatGoesOut.of(ports).events()).isEqualTo(Map.of("alert_raised", 1L));
    }

    @Test
    void a_scan_does_not_end_it_and_a_renewed_contract_does() {
        scored(MONDAY, healthy("A-1").with(DAYS_TO_RENEWAL, "10"));
        check();
        scored(TUESDAY, healthy("A-1").with(DAYS_TO_RENEWAL, "9"));
        assertThat(alerts().get(0).state()).isEqualTo(AlertState.OPEN);
        scored(WEDNESDAY, healthy("A-1").with(DAYS_TO_RENEWAL, "373"));

        check();

        assertThat(alerts()).extracting(Alert::state).containsExactly(AlertState.RESOLVED);
    }

    @Test
    void it_reminds_after_a_week() {
        scored(MONDAY, healthy("A-1").with(DAYS_TO_RENEWAL, "30"));
        check();
        scored(MONDAY.plus(Duration.ofDays(7)), healthy("A-1").with(DAYS_TO_RENEWAL, "23"));

        assertThat(check().raised()).isEqualTo(1);
        assertThat(alerts().get(0).raises()).isEqualTo(2);
    }

    @Test
    void it_leaves_alerts_of_health_alone() {
        scored(MONDAY, struggling("A-1").with(DAYS_TO_RENEWAL, "200"));

        assertThat(check().raised()).isZero();
        assertThat(alerts()).extracting(Alert::state).containsExactly(AlertState.OPEN);
    }

    @Test
    void an_account_whose_renewal_is_not_known_is_looked_at_and_not_told_of() {
        scored(MONDAY, healthy("A-1").without(DAYS_TO_RENEWAL));

        assertThat(check()).isEqualTo(new CheckContracts.Checked(1, 0));
    }
}
