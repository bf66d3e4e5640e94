package io.csm.adapter.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.adapter.notion.stub.Fault;
import io.csm.adapter.notion.stub.NotionStub;
import io.csm.application.directory.port.DirectoryRefused;
import io.csm.application.directory.port.DirectoryUnavailable;
import io.csm.domain.health.Rag;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailingRequestsTest {

    private final Connected connected = new Connected(Duration.ofMillis(1_500));
    private final NotionStub stub = connected.stub;

    @AfterEach
    void close() {
        connected.close();
    }

    private void find() {
        connected.notion.directory().orElseThrow().find(Records.ACME);
    }

    private Duration since(Instant start) {
        return Duration.between(start, connected.time.clock.instant());
    }

    static Stream<Fault> thatPass() {
        return Stream.of(
                Fault.tooManyRequests(2),
                Fault.overloaded(2),
                Fault.unavailable(0),
                Fault.error(),
                Fault.silence(),
                Fault.halfAnAnswer());
    }

    @ParameterizedTest
    @MethodSource("thatPass")
    void are_tried_again_when_they_may_pass(Fault fault) {
        stub.account("A-1", "Acme");
        stub.nextGoWell(1).next(fault, fault);

        assertThat(connected.notion.directory().orElseThrow().find(Records.ACME))
                .isPresent();
        assertThat(stub.received()).hasSize(1 + 3);
    }

    @ParameterizedTest
    @MethodSource("thatPass")
    void are_given_up_after_three_attempts(Fault fault) {
        stub.next(fault, fault, fault);

        assertThatThrownBy(this::find).isInstanceOf(DirectoryUnavailable.class);
        assertThat(stub.received()).hasSize(3);
    }

    static Stream<Fault> thatSayNothingOfALongerPause() {
        return Stream.of(Fault.error(), Fault.unavailable(0), Fault.tooManyRequests(0));
    }

    @ParameterizedTest
    @MethodSource("thatSayNothingOfALongerPause")
    void wait_longer_each_time(Fault fault) {
        stub.next(fault, fault);
        Instant start = connected.time.clock.instant();

        find();

        assertThat(since(start)).isBetween(Duration.ofSeconds(3), Duration.ofMillis(4_100));
    }

    @Test
    void wait_as_long_as_notion_says() {
        stub.next(Fault.tooManyRequests(17));
        Instant start = connected.time.clock.instant();

        find();

        assertThat(Duration.between(start, stub.received().get(1).at())).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void wait_until_the_time_that_notion_names() {
        Instant start = connected.time.clock.instant();
        stub.next(Fault.tooManyRequests(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                start.truncatedTo(ChronoUnit.SECONDS).plusSeconds(17).atOffset(ZoneOffset.UTC))));

        find();

        assertThat(Duration.between(start, stub.received().get(1).at()))
                .isBetween(Duration.ofSeconds(16), Duration.ofSeconds(17));
    }

    @Test
    void wait_a_minute_but_not_longer() {
        stub.next(Fault.tooManyRequests(60));
        find();
        stub.next(Fault.overloaded(61));
        Instant start = connected.time.clock.instant();

        assertThatThrownBy(this::find)
                .isInstanceOfSatisfying(
                        DirectoryUnavailable.class,
                        unavailable -> assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(61)));
        assertThatThrownBy(this::find).isInstanceOf(DirectoryUnavailable.class);
        assertThat(since(start)).isZero();
        connected.time.clock.advance(Duration.ofSeconds(61));
        find();
    }

    @Test
    void say_what_notion_says_when_it_refuses() {
        NotionSettings settings = Connected.settings(stub.url()).withAccountsDatabaseId(Optional.of("nowhere"));

        try (NotionAdapter notion = connected.connect(settings)) {
            assertThatThrownBy(() -> notion.directory().orElseThrow().find(Records.ACME))
                    .isInstanceOf(DirectoryRefused.class)
                    .hasMessageContaining("404 object_not_found: Could not find database with ID: nowhere");
        }
        assertThat(stub.received()).hasSize(1);
    }

    @Test
    void never_show_the_token() {
        NotionSettings settings = new NotionSettings(
                Optional.of(new NotionSettings.Token("ntn_wrong")),
                Optional.of(NotionStub.ACCOUNTS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(stub.url()));

        try (NotionAdapter notion = connected.connect(settings)) {
            assertThatThrownBy(notion::check)
                    .isInstanceOf(DirectoryUnavailable.class)
                    .hasMessage("Notion refuses with 401 unauthorized: API token is invalid.")
                    .satisfies(refused -> {
                        StringWriter trace = new StringWriter();
                        refused.printStackTrace(new PrintWriter(trace));
                        assertThat(trace + settings.toString()).doesNotContain("ntn_wrong");
                    });
        }
    }

    @Test
    void say_that_an_answer_cannot_be_understood() {
        stub.nextGoWell(1).next(Fault.garbage());

        assertThatThrownBy(this::find)
                .isInstanceOf(DirectoryUnavailable.class)
                .hasMessageContaining("cannot be understood");
    }

    @Test
    void stop_reading_an_answer_that_is_too_large() {
        stub.next(Fault.tooLarge());

        try (NotionAdapter patient =
                NotionAdapter.connect(Connected.settings(stub.url()), connected.time.clock, connected.time::sleep)) {
            assertThatThrownBy(patient::check)
                    .isInstanceOf(DirectoryUnavailable.class)
                    .hasMessage("Notion's answer is larger than 10 MB and was not read");
        }
    }

    @Test
    void stop_after_five_failures_in_a_row_for_half_a_minute() {
        stub.close();
        for (int i = 0; i < Fuse.FAILURES; i++) {
            assertThatThrownBy(this::find)
                    .isInstanceOf(DirectoryUnavailable.class)
                    .hasMessageContaining("Notion cannot be reached at 127.0.0.1");
        }
        Instant start = connected.time.clock.instant();

        assertThatThrownBy(this::find).hasMessageContaining("failed 5 times in a row");
        assertThat(since(start)).isZero();
        connected.time.clock.advance(Fuse.REST);
        assertThatThrownBy(this::find).hasMessageContaining("cannot be reached");
    }

    @Test
    void send_nothing_while_notion_is_left_alone_not_even_to_create_a_page() {
        for (int i = 0; i < Fuse.FAILURES; i++) {
            stub.next(Fault.error(), Fault.error(), Fault.error());
            assertThatThrownBy(this::find).isInstanceOf(DirectoryUnavailable.class);
        }
        stub.forget();

        assertThatThrownBy(() -> connected.notion.records().addHealthRecord(Records.health(55)))
                .isInstanceOf(DirectoryUnavailable.class)
                .hasMessageContaining("failed 5 times in a row");
        assertThat(stub.received()).isEmpty();
    }

    @Test
    void do_not_look_for_a_page_that_nobody_tried_to_create() {
        stub.next(Fault.error(), Fault.error(), Fault.error());

        assertThatThrownBy(() -> connected.notion.records().addHealthRecord(Records.health(55)))
                .isInstanceOf(DirectoryUnavailable.class);
        assertThat(stub.received()).hasSize(3);
    }

    @Test
    void stop_when_notion_gives_the_same_part_of_a_list_again() {
        connected.notion.records().saveQbr(Records.qbr("well"));
        stub.nextGoWell(2).next(Fault.samePart(), Fault.samePart());

        assertThatThrownBy(() -> connected.notion.records().saveQbr(Records.qbr("better")))
                .isInstanceOf(DirectoryUnavailable.class)
                .hasMessage("Notion answers with the same page of results again");
    }

    static Stream<Fault> afterCreating() {
        return Stream.of(
                Fault.error().afterCarryingOut(),
                Fault.unavailable(0).afterCarryingOut(),
                Fault.silence().afterCarryingOut(),
                Fault.halfAnAnswer().afterCarryingOut(),
                Fault.garbage().afterCarryingOut());
    }

    @ParameterizedTest
    @MethodSource("afterCreating")
    void leave_one_page_when_it_was_created_all_the_same(Fault fault) {
        stub.nextGoWell(2).next(fault);
        Optional<String> health = connected.notion.records().addHealthRecord(Records.health(55));
        stub.nextGoWell(2).next(fault);
        Optional<String> qbr = connected.notion.records().saveQbr(Records.qbr("well"));
        stub.nextGoWell(2).next(fault);
        Optional<String> expansion = connected.notion.records().saveOpportunity(Records.opportunity("Q1 2026"), "Acme");

        assertThat(ids(NotionStub.HEALTH)).containsExactly(health.orElseThrow());
        assertThat(ids(NotionStub.QBRS)).containsExactly(qbr.orElseThrow());
        assertThat(ids(NotionStub.EXPANSIONS)).containsExactly(expansion.orElseThrow());
    }

    @Test
    void leave_one_page_when_only_the_last_attempt_created_it() {
        stub.nextGoWell(2)
                .next(Fault.error())
                .nextGoWell(1)
                .next(Fault.error())
                .nextGoWell(1)
                .next(Fault.error().afterCarryingOut());

        Optional<String> page = connected.notion.records().addHealthRecord(Records.health(55));

        assertThat(ids(NotionStub.HEALTH)).containsExactly(page.orElseThrow());
    }

    @Test
    void leave_no_block_twice_when_it_was_appended_all_the_same() {
        List<String> factors =
                IntStream.range(0, 230).mapToObj(i -> "factor " + i).toList();
        stub.nextGoWell(3).next(Fault.error().afterCarryingOut());

        connected.notion.records().addHealthRecord(Records.health(55, Rag.RED, Records.SCANNED, factors));

        JsonNode page = stub.pages(NotionStub.HEALTH).get(0);
        assertThat(page.path("children").findValuesAsText("plain_text"))
                .hasSize(236)
                .containsAll(factors);
    }

    private List<String> ids(String database) {
        return stub.pages(database).stream()
                .map(page -> page.path("id").asText())
                .toList();
    }
}
