package io.csm.app.cli;

import static io.csm.app.cli.SignalRows.HEALTHY;
import static io.csm.app.cli.SignalRows.ILL;
import static io.csm.app.cli.SignalRows.csv;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.app.cli.Terminal.Said;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One portfolio; each test answers for an account of its own. */
class WorkingAlertsTest {

    private static final String TENANT = "worked";

    @BeforeAll
    static void some_accounts_are_at_risk() {
        Said said = run(
                TestHome.terminal()
                        .typing(csv(
                                "listed" + ILL,
                                "taken" + ILL,
                                "later" + ILL,
                                "edge" + ILL,
                                "over" + ILL,
                                "program" + ILL,
                                "well" + HEALTHY)),
                "scan",
                "--signals",
                "-",
                "--store");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("6 alerts raised; 'csm alerts --tenant worked' lists them");
    }

    private static Said run(Terminal terminal, String... words) {
        return terminal.run(
                Stream.concat(Stream.of(words), Stream.of("--tenant", TENANT)).toArray(String[]::new));
    }

    private static Said run(String... words) {
        return run(TestHome.terminal(), words);
    }

    private static JsonNode alert(String account) {
        return run("alerts", "show", account, "--json").only();
    }

    @Test
    void lists_those_that_wait_and_says_what_to_do_next() {
        Said said = run("alerts");
        List<JsonNode> json = run("alerts", "--json", "--all").json();

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .containsPattern("warning +listed +- +open +2026-03-02")
                .doesNotContainPattern("warning +well")
                .contains("csm alerts show ")
                .contains(" --tenant worked");
        assertThat(json).extracting(each -> each.get("account_id").asText()).contains("listed", "over");
        assertThat(run("alerts", "--json", "--limit", "2").json()).hasSize(2);
    }

    @Test
    void shows_one_with_its_evidence() {
        Said said = run("alerts", "show", "listed");
        JsonNode json = alert("listed");
        Said byId = run("alerts", "show", json.get("alert_id").asText());

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("warning listed, open (csm, 2026-03-02 12:00 UTC)\n")
                .contains("Health is red at 35")
                .contains("churn_risk because of behavioral,red, raised 2026-03-02 12:00 UTC, id");
        assertThat(byId.out()).isEqualTo(said.out());
    }

    @Test
    void tells_programs_all_of_it() {
        JsonNode json = alert("program");

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "alert_id",
                        "account_id",
                        "alert_type",
                        "severity",
                        "state",
                        "snoozed_until",
                        "cause",
                        "message",
                        "evidence",
                        "first_raised_at",
                        "raised_at",
                        "raises",
                        "changed_at",
                        "changed_by");
        assertThat(json.get("evidence").isEmpty()).isFalse();
        assertThat(json.get("snoozed_until").isNull()).isTrue();
    }

    @Test
    void notes_that_somebody_is_at_it() {
        Said said = run("alerts", "acknowledge", "taken");

        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("acknowledged: Health is red at 35");
        assertThat(alert("taken").get("state").asText()).isEqualTo("acknowledged");
    }

    @Test
    void wakes_up_when_the_days_are_over() {
        Said said = run("alerts", "snooze", "later", "--days", "1");

        assertThat(said.out()).startsWith("snoozed for 1 day: ");
        assertThat(alert("later").get("state").asText()).isEqualTo("snoozed");
        assertThat(alert("later").get("snoozed_until").asText()).isEqualTo("2026-03-03T12:00:00Z");
        assertThat(run("alerts").out()).contains("snoozed until 2026-03-03");
    }

    @ParameterizedTest(name = "{0} days")
    @CsvSource(delimiter = '|', textBlock = """
            0   | 2 | --days must be 1 to 365 but was 0
            1   | 0 | ''
            365 | 0 | ''
            366 | 2 | --days must be 1 to 365 but was 366
            -1  | 2 | --days must be 1 to 365 but was -1
            x   | 2 | 'x'
            """)
    void sleeps_for_a_day_to_a_year(String days, int code, String sentence) {
        Said said = run("alerts", "snooze", "edge", "--days=" + days);

        assertThat(said.code()).isEqualTo(code);
        assertThat(said.err()).contains(sentence);
    }

    @Test
    void is_over_when_somebody_says_so_and_cannot_be_answered_again() {
        Said first = run("alerts", "resolve", "over");
        Said second = run("alerts", "resolve", "over");

        assertThat(first.out()).startsWith("resolved: ");
        assertThat(alert("over").get("state").asText()).isEqualTo("resolved");
        assertThat(run("alerts").out()).doesNotContainPattern("warning +over");
        assertThat(second.code()).isEqualTo(3);
        assertThat(second.err())
                .isEqualTo("csm: no alert of 'over' waits for an answer; 'csm alerts' lists those that do\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            alerts show nobody           | 3 | there is no alert of 'nobody'; 'csm alerts' lists those that wait
            alerts show well             | 3 | there is no alert of 'well'
            alerts acknowledge nobody    | 3 | no alert of 'nobody' waits for an answer
            alerts show                  | 2 | ACCOUNT is missing
            alerts --limit 0             | 2 | --limit must be at least 1 but was 0
            alerts --limit many          | 2 | 'many'
            alerts deliveries --limit 0  | 2 | --limit must be at least 1 but was 0
            alerts deliveries --show 77  | 3 | there is no delivery 77
            alerts deliveries --show x   | 2 | 'x'
            alerts deliveries --retry x  | 2 | 'x'
            alerts acknowlege taken      | 2 | acknowlege
            """)
    void says_what_it_does_not_understand(String command, int code, String sentence) {
        Said said = run(command.split(" "));

        assertThat(said.err()).contains(sentence);
        assertThat(said.code()).isEqualTo(code);
    }

    @Test
    void says_that_nothing_is_connected() {
        Said said = run("alerts", "deliver");

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .isEqualTo("no channel is connected; 'csm doctor --tenant worked' says how to connect one\n");
        assertThat(run("alerts", "deliveries").out()).isEqualTo("Nothing has gone out yet.\n");
    }
}
