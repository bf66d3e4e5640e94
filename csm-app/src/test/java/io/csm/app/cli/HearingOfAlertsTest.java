package io.csm.app.cli;

import static io.csm.app.cli.SignalRows.HEALTHY;
import static io.csm.app.cli.SignalRows.ILL;
import static io.csm.app.cli.SignalRows.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.app.channel.stub.WebhookReceiver.Received;
import io.csm.app.cli.Terminal.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a scan to those who are to hear of it; each test in a tenant of its own. */
class HearingOfAlertsTest {

    private final World world = new World();
    private String tenant = "";

    @BeforeEach
    void the_workspace_knows_an_account() {
        world.notion.account("acme", "Acme");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Said run(Terminal terminal, String... words) {
        return terminal.with("NOTION_TENANT", tenant)
                .run(Stream.concat(Stream.of(words), Stream.of("--tenant", tenant))
                        .toArray(String[]::new));
    }

    private Said run(String... words) {
        return run(world.terminal(), words);
    }

    private void scan(String... rows) {
        Said said = run(world.terminal().typing(csv(rows)), "scan", "--signals", "-", "--store");
        assertThat(said.code()).as(said.err()).isZero();
    }

    private Said deliver() {
        return run("alerts", "deliver");
    }

    private JsonNode delivery(String channel) {
        return run("alerts", "deliveries", "--json").json().stream()
                .filter(each -> each.get("channel").asText().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_account_at_risk_is_told_of_once_however_often_it_is_scanned() {
        tenant = "told-once";
        List<Integer> ends = new ArrayList<>();

        for (String day : List.of("2026-03-02T07:00:00Z", "2026-03-03T07:00:00Z", "2026-03-04T07:00:00Z")) {
            world.setTime(day);
            scan("acme" + ILL, "zeta" + HEALTHY);
            ends.add(deliver().code());
        }

        assertThat(ends).containsOnly(0);
        assertThat(world.subscriber.requests()).isEqualTo(1);
        assertThat(world.subscriber.received())
                .extracting(
                        Received::type,
                        event -> event.content().get("account_id").asText())
                .containsExactly(tuple("alert_raised", "acme"));
        assertThat(world.chat.messages())
                .extracting(message -> message.get("text").asText())
                .singleElement(STRING)
                .startsWith("*warning: acme (acme)*\nHealth is red at 35")
                .endsWith("_written by rules_ - `csm explain acme`");
        assertThat(world.drafts()).containsExactly("[CSM ALERT] Account acme health: RED (score: 35)");
        assertThat(world.healthRecords())
                .extracting(page ->
                        page.at("/properties/Title/title/0/plain_text").asText().replaceAll("[^ -~]", "-"))
                .containsExactly("Health: acme - 2026-03-02");
        assertThat(world.accountPage().at("/properties/CSM Health Score/number").intValue())
                .isEqualTo(35);
    }

    @Test
    void of_six_accounts_at_risk_five_are_told_of_one_by_one_and_one_in_a_digest() {
        tenant = "told-in-digest";

        scan(IntStream.rangeClosed(1, 6).mapToObj(i -> "a-" + i + ILL).toArray(String[]::new));
        Said said = deliver();

        assertThat(said.code()).isZero();
        assertThat(said.out().lines())
                .containsExactly(
                        "webhook:crm: 6 delivered, 0 to be tried again, 0 given up",
                        "draft: 6 delivered, 0 to be tried again, 0 given up",
                        "chat: 6 delivered, 0 to be tried again, 0 given up",
                        "workspace: 5 delivered, 0 to be tried again, 0 given up");
        assertThat(world.subscriber.received())
                .extracting(Received::type)
                .containsExactly(
                        "alert_raised", "alert_raised", "alert_raised", "alert_raised", "alert_raised", "alert_digest");
        assertThat(world.drafts()).hasSize(6).endsWith("[CSM DIGEST] 1 more account needs attention");
        assertThat(world.chat.messages()).hasSize(6);
        assertThat(world.healthRecords()).hasSize(5);
    }

    @ParameterizedTest(name = "{0} answers {1}")
    @CsvSource(delimiter = '|', textBlock = """
            webhook:crm | 500 | webhook crm at 127.0.0.1 answered 500: no
            webhook:crm | 429 | webhook crm at 127.0.0.1 answered 429: no
            chat        | 500 | chat at 127.0.0.1 answered 500: no
            chat        | 429 | chat at 127.0.0.1 answered 429: no
            """)
    void a_channel_that_fails_holds_up_no_other_and_gets_its_own_later(String channel, int status, String problem) {
        tenant = "late-" + channel.replace(':', '-') + "-" + status;
        if (channel.equals("chat")) {
            world.chat.answerNext(status, "no");
        } else {
            world.subscriber.answerNext(status, "no");
        }

        scan("acme" + ILL);
        Said first = deliver();
        JsonNode waiting = delivery(channel);
        world.setTime("2026-03-02T12:00:00Z"); // however slow this machine is
        Said tooEarly = deliver();
        world.setTime("2026-03-02T12:10:00Z");
        Said later = deliver();

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.out())
                .contains(channel + ": 0 delivered, 1 to be tried again, 0 given up; " + problem)
                .contains("draft: 1 delivered")
                .contains("workspace: 1 delivered");
        assertThat(waiting.get("state").asText()).isEqualTo("waiting");
        assertThat(waiting.get("attempts").intValue()).isEqualTo(1);
        assertThat(waiting.get("problem").asText()).isEqualTo(problem);
        assertThat(tooEarly.out()).doesNotContain("1 delivered");
        assertThat(later.code()).isZero();
        assertThat(later.out()).contains(channel + ": 1 delivered, 0 to be tried again, 0 given up");
        assertThat(world.subscriber.received()).hasSize(1);
        assertThat(world.chat.messages()).hasSize(1);
    }

    @Test
    void a_channel_that_refuses_is_asked_again_only_when_somebody_says_so() {
        tenant = "refused";
        world.chat.answerNext(400, "invalid_payload");

        scan("acme" + ILL);
        Said refused = deliver();
        Said dead = run("alerts", "deliveries", "--dead");
        Said doctor = run("doctor");
        world.setTime("2026-03-03T12:00:00Z");
        Said aDayLater = deliver();
        String number = Long.toString(delivery("chat").get("number").longValue());
        Said retry = run("alerts", "deliveries", "--retry", number);
        Said delivered = deliver();

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out())
                .contains("chat: 0 delivered, 0 to be tried again, 1 given up; chat at 127.0.0.1 answered 400: "
                        + "invalid_payload");
        assertThat(dead.out().replaceAll("\\s+", " "))
                .containsPattern(number + " +chat +dead +1 ")
                .contains("chat at 127.0.0.1 answered 400: invalid_payload")
                .doesNotContainPattern("draft +delivered");
        assertThat(doctor.out()).contains("off    deliveries   1 given up; './csm alerts deliveries --dead' says why");
        assertThat(aDayLater.out()).contains("chat: 0 delivered");
        assertThat(retry.out()).isEqualTo("1 delivery will be tried again\n");
        assertThat(delivered.out()).contains("chat: 1 delivered, 0 to be tried again, 0 given up");
        assertThat(world.chat.messages()).hasSize(1);
        assertThat(run("alerts", "deliveries", "--dead").out()).isEqualTo("Nothing was given up.\n");
    }

    @Test
    void nothing_is_tried_again_that_was_delivered_or_never_was() {
        tenant = "retry-nothing";
        scan("acme" + ILL);
        deliver();
        String delivered = Long.toString(delivery("chat").get("number").longValue());

        Said retry = run("alerts", "deliveries", "--retry", delivered, "99999999");

        assertThat(retry.out()).isEqualTo("0 deliveries will be tried again\n");
        assertThat(retry.code()).isEqualTo(1);
    }

    @Test
    void a_wrong_password_is_told_by_the_doctor_and_costs_no_draft() {
        tenant = "wrong-password";
        Terminal wrong = world.terminal().with("CSM_MAIL_PASSWORD", "wrong-4711");

        scan("acme" + ILL);
        Said doctor = run(wrong, "doctor");
        Said first = run(wrong, "alerts", "deliver");
        world.setTime("2026-03-02T12:10:00Z");
        Said later = deliver();

        assertThat(doctor.out())
                .containsPattern("wrong +drafts +the mail server 127.0.0.1:\\d+ does not let csm@example");
        assertThat(first.out())
                .contains("draft: 0 delivered, 1 to be tried again")
                .contains("chat: 1 delivered");
        assertThat(later.out()).contains("draft: 1 delivered");
        assertThat(world.drafts()).hasSize(1);
        assertThat(doctor.out() + doctor.err() + first.out() + first.err()).doesNotContain("wrong-4711");
    }

    @Test
    void the_doctor_tells_which_channels_can_be_reached() {
        tenant = "doctor";
        Said sound = run("doctor");
        world.subscriber.close();
        Said down = run("doctor");

        assertThat(sound.out())
                .containsPattern("ok +notion +connected, the database is 'Accounts'")
                .containsPattern("ok +drafts +drafts go into a new folder Drafts of csm@example.com")
                .containsPattern("ok +chat +chat at 127.0.0.1 can be reached")
                .containsPattern("ok +webhook:crm +webhook crm at 127.0.0.1 can be reached")
                .containsPattern("off +notion +business reviews are not written: NOTION_CSM_QBR_DATABASE_ID");
        assertThat(down.out()).containsPattern("wrong +webhook:crm +webhook crm at 127.0.0.1 cannot be reached");
        assertThat(world.chat.messages()).isEmpty();
        assertThat(world.subscriber.received()).isEmpty();
    }
}
