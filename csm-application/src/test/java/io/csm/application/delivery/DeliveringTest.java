package io.csm.application.delivery;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.access.TenantId;
import io.csm.application.contract.BreakingDeliveries;
import io.csm.application.contract.SettableClock;
import io.csm.application.contract.WhatGoesOut;
import io.csm.application.delivery.DeliverDue.Done;
import io.csm.application.delivery.port.ChannelRefused;
import io.csm.application.delivery.port.ChannelUnavailable;
import io.csm.application.delivery.port.DeliveryChannel;
import io.csm.application.memory.InMemoryPorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveringTest {

    private static final Duration A_MICROSECOND = Duration.ofNanos(1_000);
    private static final Duration A_MOMENT = Duration.ofSeconds(30);
    private static final Duration A_LEASE = Duration.ofMinutes(10);

    private final SettableClock clock = new SettableClock();
    private final InMemoryPorts ports = new InMemoryPorts();
    private final BreakingDeliveries deliveries = new BreakingDeliveries(ports.deliveries());
    private final Room chat = new Room("chat");
    private final Room draft = new Room("draft");
    private final DeliverDue deliverDue = new DeliverDue(deliveries, ports.unitOfWork(), RetryPolicy.defaults(), clock);

    /** A channel that remembers what it was asked to take, and fails as it is told. */
    private static final class Room implements DeliveryChannel {
        private final String name;
        private final List<String> asked = new ArrayList<>();
        private Consumer<Delivery> mood = delivery -> {};

        Room(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void take(TenantId tenant, Delivery delivery) {
            assertThat(tenant).isEqualTo(ACME);
            assertThat(delivery.channel()).isEqualTo(name);
            asked.add(delivery.key());
            mood.accept(delivery);
        }

        void isDown() {
            isDown(Optional.empty());
        }

        void isDown(Optional<Duration> retryAfter) {
            mood = delivery -> {
                throw new ChannelUnavailable("it does not answer", retryAfter);
            };
        }

        void isUp() {
            mood = delivery -> {};
        }
    }

    private void waitFor(String channel, String... keys) {
        for (String key : keys) {
            deliveries.append(
                    ACME,
                    List.of(Delivery.waiting(
                            channel, key, Optional.empty(), key, Map.of("text", key), clock.instant())));
        }
    }

    private Done deliver(Room room) {
        return deliverDue.deliver(MIA, room);
    }

    private Delivery the(String key) {
        return WhatGoesOut.of(ports).deliveries().stream()
                .filter(delivery -> delivery.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_due_is_handed_over_once_in_its_order() {
        waitFor("chat", "one", "two");

        Done first = deliver(chat);
        Done second = deliver(chat);

        assertThat(first).isEqualTo(new Done(2, 0, 0, false, Optional.empty(), Optional.empty()));
        assertThat(second.isEmpty()).isTrue();
        assertThat(chat.asked).containsExactly("one", "two");
        assertThat(the("one").state()).isEqualTo(Delivery.State.DELIVERED);
        assertThat(the("one").attempts()).isEqualTo(1);
        assertThat(the("one").endedAt()).contains(MONDAY);
    }

    @ParameterizedTest
    @CsvSource({"9, 9, false", "10, 10, true", "11, 10, true"})
    void hands_over_ten_at_once_and_says_whether_more_may_wait(int waiting, int delivered, boolean more) {
        IntStream.range(0, waiting).forEach(i -> waitFor("chat", "key " + i));

        assertThat(deliver(chat)).isEqualTo(new Done(delivered, 0, 0, more, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # failure | next attempt after
              1       | PT30S
              2       | PT1M
              3       | PT2M
              4       | PT4M
              5       | PT8M
              6       | PT16M
              7       | PT32M
              8       | PT1H
              11      | PT1H
            """)
    void tries_again_after_twice_as_long_each_time_up_to_an_hour(int failure, Duration pause) {
        waitFor("chat", "one");
        chat.isDown();
        for (int i = 1; i < failure; i++) {
            deliver(chat);
            clock.set(the("one").nextAttemptAt());
        }

        Done done = deliver(chat);

        assertThat(done).isEqualTo(new Done(0, 1, 0, false, Optional.of("it does not answer"), Optional.empty()));
        assertThat(Duration.between(clock.instant(), the("one").nextAttemptAt()))
                .isEqualTo(pause);
        assertThat(the("one").attempts()).isEqualTo(failure);
    }

    @Test
    void is_not_tried_again_a_microsecond_too_soon() {
        waitFor("chat", "one");
        chat.isDown();
        deliver(chat);
        chat.isUp();

        clock.advance(A_MOMENT.minus(A_MICROSECOND));
        Done tooSoon = deliver(chat);
        clock.advance(A_MICROSECOND);
        Done then = deliver(chat);

        assertThat(tooSoon.isEmpty()).isTrue();
        assertThat(then.delivered()).isEqualTo(1);
        assertThat(the("one").problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # asked for | waits
              PT29S     | PT30S
              PT31S     | PT31S
              PT3H      | PT3H
            """)
    void waits_as_long_as_the_receiver_asks_when_that_is_longer(Duration asked, Duration waits) {
        waitFor("chat", "one");
        chat.isDown(Optional.of(asked));

        deliver(chat);

        assertThat(the("one").nextAttemptAt()).isEqualTo(MONDAY.plus(waits));
    }

    @Test
    void a_channel_that_asks_for_a_pause_is_left_alone_with_all_that_is_due() {
        waitFor("chat", "one", "two", "three");
        chat.isDown(Optional.of(Duration.ofMinutes(10)));

        Done done = deliver(chat);

        Instant until = MONDAY.plus(Duration.ofMinutes(10));
        assertThat(done.pauseUntil()).contains(until);
        assertThat(done.moreWait()).isFalse();
        assertThat(List.of(the("one"), the("two"), the("three")))
                .extracting(Delivery::nextAttemptAt)
                .containsOnly(until);
        assertThat(List.of(the("one"), the("two"), the("three")))
                .extracting(Delivery::attempts)
                .containsExactly(1, 0, 0);
    }

    @ParameterizedTest(name = "{0} us before the lease is over: {1} attempted")
    @CsvSource({"1, 2", "0, 1"})
    void what_a_slow_channel_did_not_come_to_within_the_lease_is_left_to_the_next_round(int micros, int attempted) {
        waitFor("chat", "one", "two");
        chat.mood = delivery -> {
            if (delivery.key().equals("one")) {
                clock.advance(A_LEASE.minus(A_MICROSECOND.multipliedBy(micros)));
            }
        };

        Done done = deliver(chat);

        assertThat(done.delivered()).isEqualTo(attempted);
        assertThat(done.moreWait()).isEqualTo(attempted < 2);
        assertThat(deliver(chat).delivered()).isEqualTo(2 - attempted);
        assertThat(chat.asked).containsExactly("one", "two");
    }

    @Test
    void is_given_up_with_the_twelfth_failure() {
        waitFor("chat", "one");
        chat.isDown();
        for (int i = 1; i < 12; i++) {
            assertThat(deliver(chat).failed()).isEqualTo(1);
            clock.set(the("one").nextAttemptAt());
        }

        assertThat(deliver(chat).dead()).isEqualTo(1);
        assertThat(the("one").state()).isEqualTo(Delivery.State.DEAD);
        assertThat(the("one").problem()).contains("given up after 12 attempts: it does not answer");
        clock.advance(Duration.ofDays(30));
        assertThat(deliver(chat).isEmpty()).isTrue();
    }

    @Test
    void what_the_receiver_refuses_is_given_up_at_once_and_the_others_go_on() {
        waitFor("chat", "bad", "bad too", "bad as well", "good");
        chat.mood = delivery -> {
            if (delivery.key().startsWith("bad")) {
                throw new ChannelRefused("no such room");
            }
        };

        Done done = deliver(chat);

        assertThat(done).isEqualTo(new Done(1, 0, 3, false, Optional.of("no such room"), Optional.empty()));
        assertThat(the("bad").state()).isEqualTo(Delivery.State.DEAD);
        assertThat(the("bad").problem()).contains("no such room");
        assertThat(the("good").state()).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void what_breaks_a_channel_is_tried_again_later_and_holds_up_no_other() {
        waitFor("chat", "poison", "good");
        chat.mood = delivery -> {
            if (delivery.key().equals("poison")) {
                throw new IllegalArgumentException("a delivery must have a text");
            }
        };

        Done done = deliver(chat);

        assertThat(done)
                .isEqualTo(new Done(1, 1, 0, false, Optional.of("a delivery must have a text"), Optional.empty()));
        assertThat(the("poison").attempts()).isEqualTo(1);
        assertThat(the("poison").nextAttemptAt()).isEqualTo(MONDAY.plus(A_MOMENT));
    }

    @Test
    void three_failures_in_a_row_postpone_the_others_without_counting_an_attempt() {
        waitFor("chat", "one", "two", "three", "four", "five");
        chat.isDown();

        Done done = deliver(chat);

        assertThat(chat.asked).containsExactly("one", "two", "three");
        assertThat(done.failed()).isEqualTo(5);
        assertThat(the("three").attempts()).isEqualTo(1);
        assertThat(the("four").attempts()).isZero();
        assertThat(the("four").problem()).isEmpty();
        assertThat(the("five").nextAttemptAt()).isEqualTo(MONDAY.plus(A_MOMENT));
        clock.advance(A_MOMENT);
        chat.isUp();
        assertThat(deliver(chat).delivered()).isEqualTo(5);
    }

    @Test
    void says_that_no_more_wait_while_the_channel_is_down() {
        IntStream.range(0, 20).forEach(i -> waitFor("chat", "key " + i));
        chat.isDown();

        assertThat(deliver(chat).moreWait()).isFalse();
    }

    @Test
    void one_that_works_between_failures_is_no_failure_in_a_row() {
        waitFor("chat", "bad 1", "bad 2", "good", "bad 3", "bad 4", "last");
        chat.mood = delivery -> {
            if (delivery.key().startsWith("bad")) {
                throw new ChannelUnavailable("it does not answer", Optional.empty());
            }
        };

        deliver(chat);

        assertThat(chat.asked).hasSize(6);
        assertThat(the("last").state()).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void a_channel_that_is_down_costs_another_nothing() {
        waitFor("chat", "for chat");
        waitFor("draft", "for the mailbox");
        chat.isDown();

        deliver(chat);
        Done done = deliver(draft);

        assertThat(done).isEqualTo(new Done(1, 0, 0, false, Optional.empty(), Optional.empty()));
        assertThat(draft.asked).containsExactly("for the mailbox");
        assertThat(the("for chat").state()).isEqualTo(Delivery.State.WAITING);
    }

    @Test
    void what_was_taken_but_not_noted_is_handed_over_again_under_the_same_key_when_the_lease_is_over() {
        waitFor("chat", "one", "two");
        deliveries.breakAfter(0);
        assertThatThrownBy(() -> deliver(chat)).hasMessage("the power failed");
        deliveries.repair();

        clock.advance(A_LEASE.minus(A_MICROSECOND));
        Done stillLeased = deliver(chat);
        clock.advance(A_MICROSECOND);
        Done after = deliver(chat);

        assertThat(stillLeased.isEmpty()).isTrue();
        assertThat(after.delivered()).isEqualTo(2);
        assertThat(chat.asked).containsExactly("one", "one", "two");
    }

    @Test
    void a_kill_in_the_middle_of_a_batch_repeats_no_more_than_one() {
        waitFor("chat", "one", "two", "three");
        deliveries.breakAfter(1);
        assertThatThrownBy(() -> deliver(chat)).hasMessage("the power failed");
        deliveries.repair();
        clock.advance(A_LEASE);

        deliver(chat);

        assertThat(chat.asked).containsExactly("one", "two", "two", "three");
    }

    @Test
    void somebody_who_is_late_does_not_undo_what_another_delivered_after_the_lease() {
        waitFor("chat", "one");
        chat.mood = delivery -> {
            chat.isUp();
            clock.advance(A_LEASE);
            assertThat(deliver(chat).delivered()).isEqualTo(1);
            throw new ChannelUnavailable("it timed out", Optional.empty());
        };

        deliver(chat);

        assertThat(the("one").state()).isEqualTo(Delivery.State.DELIVERED);
        assertThat(chat.asked).hasSize(2);
    }

    @Test
    void what_was_given_up_is_tried_again_when_somebody_says_so() {
        waitFor("chat", "one");
        chat.mood = delivery -> {
            throw new ChannelRefused("no such room");
        };
        deliver(chat);
        chat.isUp();

        deliveries.retry(ACME, List.of(the("one").number()), clock.instant());

        assertThat(deliver(chat).delivered()).isEqualTo(1);
        assertThat(the("one").state()).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void two_rounds_come_to_one_sum() {
        Done first = new Done(1, 2, 3, true, Optional.of("early"), Optional.of(MONDAY));
        Done second = new Done(10, 20, 30, false, Optional.empty(), Optional.empty());

        assertThat(first.plus(second)).isEqualTo(new Done(11, 22, 33, false, Optional.of("early"), Optional.empty()));
        assertThat(second.plus(first)).isEqualTo(new Done(11, 22, 33, true, Optional.of("early"), Optional.of(MONDAY)));
        assertThat(first.plus(new Done(0, 1, 0, false, Optional.of("late"), Optional.empty()))
                        .problem())
                .contains("late");
    }
}
