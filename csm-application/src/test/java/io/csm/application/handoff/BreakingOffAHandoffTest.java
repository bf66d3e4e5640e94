package io.csm.application.handoff;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.AgentSettings;
import io.csm.application.CustomerSuccess;
import io.csm.application.contract.SettableClock;
import io.csm.application.contract.SnapshotBuilder;
import io.csm.application.contract.WhatGoesOut;
import io.csm.application.handoff.HandoffAnswer.NotDone;
import io.csm.application.handoff.HandoffAnswer.Status;
import io.csm.application.health.ScanListener;
import io.csm.application.health.ScanPortfolio;
import io.csm.application.health.port.ScanIsRunning;
import io.csm.application.memory.InMemoryPorts;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BreakingOffAHandoffTest {

    private static final HandoffRequest THE_PORTFOLIO =
            new HandoffRequest(TaskType.HEALTH_SCAN, Optional.empty(), ACME, Map.of(), Priority.NORMAL);
    private static final ScanListener STOPS_AT_ONCE = new ScanListener() {
        @Override
        public boolean isCancelled() {
            return true;
        }
    };

    private final SettableClock clock = new SettableClock();
    private final InMemoryPorts ports = new InMemoryPorts();
    private final CustomerSuccess csm = CustomerSuccess.over(ports, clock)
            .withAgentSettings(AgentSettings.defaults().withChannels(WhatGoesOut.ALL_CHANNELS));

    private void oneBatchAndAnAccountAreKnown() {
        ports.healthScores()
                .append(
                        ACME,
                        STANDARD,
                        Stream.concat(
                                        Stream.of(struggling("A-0")),
                                        IntStream.rangeClosed(1, ScanPortfolio.BATCH)
                                                .mapToObj(i -> healthy("B-" + i)))
                                .map((SnapshotBuilder each) -> each.by(STANDARD))
                                .toList());
    }

    private HandoffAnswer run(ScanListener listener) {
        return csm.agent().runHandoff().run(MIA, THE_PORTFOLIO, listener);
    }

    @Test
    void a_scan_that_is_stopped_says_so_and_tells_nobody_of_alerts_before_the_next_one_is_complete() {
        oneBatchAndAnAccountAreKnown();
        clock.set(TUESDAY);

        HandoffAnswer stopped = run(STOPS_AT_ONCE);

        assertThat(stopped.status()).isNotEqualTo(Status.DONE);
        assertThat(stopped.notDone())
                .extracting(NotDone::why)
                .containsExactly("it was stopped after 10,000 accounts; the next one goes on from there, and alerts are"
                        + " told of when it is complete");
        assertThat(WhatGoesOut.of(ports).deliveries()).isEmpty();

        HandoffAnswer next = run(new ScanListener() {});

        assertThat(next.status()).isEqualTo(Status.DONE);
        assertThat(next.result()).containsEntry("alerts_announced", 1L);
        assertThat(WhatGoesOut.of(ports).to("draft")).hasSize(1);
    }

    @Test
    void what_broke_it_off_comes_with_the_answer() {
        HandoffAnswer answer = ports.scans().exclusively(ACME, () -> run(new ScanListener() {}));

        assertThat(answer.status()).isEqualTo(Status.FAILED);
        assertThat(answer.failure()).get().isInstanceOf(ScanIsRunning.class);
        assertThat(answer.notDone()).hasSize(1);
    }

    @Test
    void nothing_broke_off_a_scan_that_found_nobody_to_score() {
        HandoffAnswer answer = run(new ScanListener() {});

        assertThat(answer.status()).isEqualTo(Status.FAILED);
        assertThat(answer.failure()).isEmpty();
    }
}
