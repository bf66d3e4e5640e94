package io.csm.adapter.notion;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.adapter.notion.stub.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeepingToTheRateTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void lets_three_requests_through_in_any_second() {
        try (Connected connected = new Connected()) {
            NotionSync.fill(connected.stub, 500);
            NotionSync.Result result = NotionSync.run(connected.notion, connected.stub);

            assertThat(result.accounts()).isEqualTo(500);
            assertNeverMoreThanThree(result.sentAt());
        }
    }

    @Test
    void needs_hardly_more_requests_than_there_must_be_even_when_notion_pushes_back() {
        try (Connected connected = new Connected()) {
            NotionSync.fill(connected.stub, 500);
            for (int i = 0; i < 10; i++) {
                connected.stub.nextGoWell(49).next(Fault.tooManyRequests(3));
            }
            NotionSync.Result result = NotionSync.run(connected.notion, connected.stub);

            assertThat(result.ratio()).isBetween(1.0, 1.05);
            assertNeverMoreThanThree(result.sentAt());
        }
    }

    @Test
    void lets_callers_of_several_threads_share_one_rate() throws InterruptedException {
        VirtualTime time = new VirtualTime();
        RateGate gate = new RateGate(time.clock, time::sleep);
        List<Instant> sentAt = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = java.util.stream.IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> {
                    for (int k = 0; k < 50; k++) {
                        sentAt.add(gate.pass().sent());
                    }
                }))
                .toList();

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(sentAt).hasSize(200);
        assertNeverMoreThanThree(sentAt.stream().sorted().toList());
    }

    @Test
    void counts_a_request_from_when_it_is_sent() {
        VirtualTime time = new VirtualTime();
        RateGate gate = new RateGate(time.clock, time::sleep);
        RateGate.Passage slow = gate.pass();
        time.sleep(Duration.ofMillis(900));
        List<Instant> sentAt = new ArrayList<>(List.of(slow.sent()));

        for (int i = 0; i < 3; i++) {
            sentAt.add(gate.pass().sent());
        }

        assertNeverMoreThanThree(sentAt);
    }

    @Test
    void waits_for_requests_that_have_passed_and_are_not_sent_yet() {
        VirtualTime time = new VirtualTime();
        List<RateGate.Passage> underWay = new ArrayList<>();
        RateGate gate = new RateGate(time.clock, wait -> {
            time.sleep(wait);
            underWay.remove(0).close();
        });
        for (int i = 0; i < 3; i++) {
            underWay.add(gate.pass());
        }
        time.sleep(RateGate.WINDOW.multipliedBy(2));
        Instant start = time.clock.instant();

        gate.pass();

        assertThat(Duration.between(start, time.clock.instant())).isEqualTo(RateGate.WINDOW);
        assertThat(underWay).hasSize(2);
    }

    @Test
    void is_not_hurried_by_a_clock_that_is_set_forward() {
        try (Connected connected = new Connected();
                NotionAdapter notion =
                        NotionAdapter.connect(Connected.settings(connected.stub.url()), connected.time.clock)) {
            long before = System.nanoTime();

            for (int i = 0; i < 4; i++) {
                notion.check();
                connected.time.clock.advance(Duration.ofHours(1));
            }

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(RateGate.WINDOW);
        }
    }

    @Test
    void goes_on_when_the_clock_is_set_back() {
        VirtualTime time = new VirtualTime();
        RateGate gate = new RateGate(time.clock, time::sleep);
        for (int i = 0; i < 3; i++) {
            gate.pass().sent();
        }
        time.clock.set(time.clock.instant().minus(Duration.ofHours(1)));
        Instant start = time.clock.instant();

        gate.pass();

        assertThat(Duration.between(start, time.clock.instant())).isBetween(Duration.ZERO, RateGate.WINDOW);
    }

    private static void assertNeverMoreThanThree(List<Instant> sentAt) {
        for (int i = RateGate.REQUESTS; i < sentAt.size(); i++) {
            assertThat(Duration.between(sentAt.get(i - RateGate.REQUESTS), sentAt.get(i)))
                    .isGreaterThan(SECOND);
        }
    }
}
