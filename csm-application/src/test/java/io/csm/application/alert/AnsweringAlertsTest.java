package io.csm.application.alert;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.alert.AnswerAlert.Answer;
import io.csm.application.contract.SettableClock;
import io.csm.application.contract.WhatGoesOut;
import io.csm.application.memory.InMemoryPorts;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertState;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnsweringAlertsTest {

    private static final Actor KIM = new Actor(ACME, "kim", Set.of("csm"), Origin.EMBEDDED);
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final SettableClock clock = new SettableClock();
    private final InMemoryPorts ports = new InMemoryPorts();
    private final CustomerSuccess csm = CustomerSuccess.over(ports, clock).withIds(() -> "x-1");

    @BeforeEach
    void an_alert_was_raised_on_monday() {
        csm.scoreAccount().score(MIA, STANDARD, struggling("A-1").build());
        clock.set(TUESDAY);
    }

    private Alert answer(Answer answer) {
        return csm.agent().answerAlert().answer(KIM, "x-1", answer).alert();
    }

    private Alert stored() {
        return ports.alerts().find(ACME, "x-1").orElseThrow().alert();
    }

    private void scoredAgain() {
        csm.scoreAccount()
                .score(MIA, STANDARD, struggling("A-1").at(clock.instant()).build());
    }

    @Test
    void an_answer_is_stored_with_who_gave_it_and_when() {
        Alert acknowledged = answer(Answer.acknowledge());

        assertThat(stored()).isEqualTo(acknowledged);
        assertThat(acknowledged.state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(acknowledged.changedBy()).isEqualTo("kim");
        assertThat(acknowledged.changedAt()).isEqualTo(TUESDAY);
        assertThat(acknowledged.raises()).isEqualTo(1);
    }

    @Test
    void an_answer_tells_nobody() {
        csm.agent().announceAlerts().afterScan(MIA);

        answer(Answer.resolve());

        assertThat(WhatGoesOut.of(ports).events()).isEqualTo(Map.of("alert_raised", 1L));
        assertThat(ports.alerts().listWaiting(ACME, 9)).isEmpty();
    }

    @Test
    void a_snoozed_alert_is_not_reminded_of_until_then() {
        answer(Answer.snooze(MONDAY.plus(A_WEEK).plusSeconds(60)));
        clock.set(MONDAY.plus(A_WEEK));
        scoredAgain();
        assertThat(stored().raises()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(60));

        scoredAgain();

        assertThat(stored().raises()).isEqualTo(2);
        assertThat(stored().state()).isEqualTo(AlertState.OPEN);
    }

    @Test
    void a_snooze_must_end_in_the_future() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer(Answer.snooze(TUESDAY)))
                .withMessageStartingWith("an alert must be snoozed until later than");
        assertThat(stored().state()).isEqualTo(AlertState.OPEN);
    }

    @Test
    void what_somebody_resolved_stays_so_within_the_week() {
        answer(Answer.resolve());
        clock.set(WEDNESDAY);

        scoredAgain();

        assertThat(stored().state()).isEqualTo(AlertState.RESOLVED);
        assertThat(stored().raises()).isEqualTo(1);
    }

    @Test
    void a_resolved_alert_can_be_neither_acknowledged_nor_snoozed() {
        csm.scoreAccount().score(MIA, STANDARD, healthy("A-1").at(TUESDAY).build());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer(Answer.acknowledge()))
                .withMessage("alert x-1 is resolved and cannot be acknowledged");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer(Answer.snooze(WEDNESDAY)))
                .withMessage("alert x-1 is resolved and cannot be snoozed");
        assertThat(stored().changedBy()).isEqualTo("csm");
    }

    @Test
    void an_alert_that_is_not_there_or_of_another_tenant_is_not_found() {
        Actor stranger = Actor.administrator(GLOBEX, Origin.EMBEDDED);

        assertThatThrownBy(() -> csm.agent().answerAlert().answer(KIM, "x-2", Answer.resolve()))
                .isInstanceOf(AlertNotFound.class);
        assertThatThrownBy(() -> csm.agent().answerAlert().answer(stranger, "x-1", Answer.resolve()))
                .isInstanceOf(AlertNotFound.class)
                .hasMessageContaining("x-1");
        assertThat(stored().state()).isEqualTo(AlertState.OPEN);
    }
}
