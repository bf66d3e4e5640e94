package io.csm.adapter.jdbc;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.port.DeliveryRepository;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several instances that deliver what waits of one tenant at once. */
class SharingDeliveriesTest {

    private static final int DELIVERIES = 200;

    private final TestDatabase database = TestDatabase.empty();
    private final DeliveryRepository deliveries = database.adapter().deliveries();

    private static List<Delivery> some(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Delivery.waiting("chat", "k-%03d".formatted(i), Optional.empty(), "x", Map.of(), MONDAY))
                .toList();
    }

    @Test
    void nobody_gets_what_another_has_and_nothing_is_left() throws InterruptedException {
        deliveries.append(ACME, some(DELIVERIES));
        Queue<Long> leased = new ConcurrentLinkedQueue<>();

        InParallel.run(3, number -> {
            DeliveryRepository own = database.adapter().deliveries();
            while (leased.size() < DELIVERIES) {
                own.lease(ACME, "chat", MONDAY, TUESDAY, 7).forEach(delivery -> leased.add(delivery.number()));
            }
        });

        assertThat(leased).hasSize(DELIVERIES).doesNotHaveDuplicates();
        assertThat(deliveries.lease(ACME, "chat", MONDAY, TUESDAY, 7)).isEmpty();
    }

    @Test
    void who_asks_while_another_is_at_it_gets_the_next_ones_and_does_not_wait() {
        deliveries.append(ACME, some(3));
        JdbcAdapter first = database.adapter();

        first.unitOfWork().commit(ACME, () -> {
            assertThat(first.deliveries().lease(ACME, "chat", MONDAY, TUESDAY, 2))
                    .hasSize(2);
            return CompletableFuture.runAsync(() -> assertThat(deliveries.lease(ACME, "chat", MONDAY, TUESDAY, 2))
                            .extracting(Delivery::key)
                            .containsExactly("k-002"))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        });
    }

    @Test
    void those_who_append_the_same_in_any_order_wait_for_each_other_and_store_once() throws InterruptedException {
        InParallel.run(3, number -> {
            List<Delivery> mine = new ArrayList<>(some(DELIVERIES));
            Collections.rotate(mine, number * DELIVERIES / 3);
            if (number == 1) {
                Collections.reverse(mine);
            }
            database.adapter().deliveries().append(ACME, mine);
        });

        assertThat(deliveries.list(ACME, EnumSet.allOf(Delivery.State.class), 3 * DELIVERIES))
                .hasSize(DELIVERIES)
                .extracting(Delivery::key)
                .doesNotHaveDuplicates();
    }
}
