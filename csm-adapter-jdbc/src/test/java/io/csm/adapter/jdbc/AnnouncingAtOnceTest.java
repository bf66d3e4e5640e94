package io.csm.adapter.jdbc;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static io.csm.application.contract.WhatGoesOut.ALL_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.AgentSettings;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.TenantId;
import io.csm.application.contract.SettableClock;
import io.csm.application.contract.WhatGoesOut;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.port.DeliveryChannel;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several instances that announce the alerts of one tenant at once, and hand over what is due. */
class AnnouncingAtOnceTest {

    private static final int INSTANCES = 3;
    private static final int ALERTS = 8;

    private final SettableClock clock = new SettableClock();
    private final TestDatabase database = TestDatabase.empty();
    private final WhatGoesOut goesOut = WhatGoesOut.of(database.adapter());

    private CustomerSuccess instance() {
        return CustomerSuccess.over(database.adapter(), clock)
                .withAgentSettings(AgentSettings.defaults().withChannels(ALL_CHANNELS));
    }

    @BeforeEach
    void alerts_are_raised() {
        IntStream.range(0, ALERTS)
                .forEach(i -> instance()
                        .scoreAccount()
                        .score(MIA, STANDARD, struggling("A-" + i).build()));
    }

    @Test
    void tell_of_each_alert_once() throws InterruptedException {
        AtomicInteger oneByOne = new AtomicInteger();
        AtomicInteger inDigest = new AtomicInteger();

        InParallel.run(INSTANCES, number -> {
            var announced = instance().agent().announceAlerts().afterScan(MIA);
            oneByOne.addAndGet(announced.oneByOne().size());
            inDigest.addAndGet(announced.inDigest());
        });

        assertThat(oneByOne).hasValue(5);
        assertThat(inDigest).hasValue(3);
        assertThat(goesOut.byChannel()).isEqualTo(Map.of("webhook:crm", 6L, "draft", 6L, "chat", 6L, "workspace", 5L));
    }

    @Test
    void hand_over_each_delivery_once() throws InterruptedException {
        instance().agent().announceAlerts().afterScan(MIA);
        Queue<String> taken = new ConcurrentLinkedQueue<>();

        InParallel.run(INSTANCES, number -> instance().agent().deliverDue().deliver(MIA, chat(taken)));

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        goesOut.to("chat").stream().map(Delivery::key).toList());
        assertThat(goesOut.to("chat")).extracting(Delivery::state).containsOnly(Delivery.State.DELIVERED);
    }

    private static DeliveryChannel chat(Queue<String> taken) {
        return new DeliveryChannel() {
            @Override
            public String name() {
                return "chat";
            }

            @Override
            public void take(TenantId tenant, Delivery delivery) {
                taken.add(delivery.key());
            }
        };
    }
}
