package io.csm.app.cli;

import static io.csm.app.cli.SignalRows.HEALTHY;
import static io.csm.app.cli.SignalRows.ILL;
import static io.csm.app.cli.SignalRows.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.app.cli.Terminal.Said;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WorkingOnAStoredPortfolioTest {

    private static final String TENANT = "stored";
    private static final String JANUARY = "2026-01-30T12:00:00Z";

    @BeforeAll
    static void two_accounts_are_stored_in_january_and_march() {
        Terminal january = TestHome.terminal().at(JANUARY).typing(csv("acme" + HEALTHY, "zeta" + HEALTHY));
        Terminal march = TestHome.terminal().typing(csv("acme" + ILL, "zeta" + HEALTHY));

        assertThat(run(january, "scan", "--signals", "-", "--store").code()).isZero();
        Said second = run(march, "scan", "--signals", "-", "--store");

        assertThat(second.code()).isZero();
        assertThat(second.out())
                .startsWith("2 accounts scored, 2 stored as of 2026-03-02 12:00 UTC.\n")
                .endsWith("Why? csm explain acme --tenant stored\n"
                        + "1 alert raised; 'csm alerts --tenant stored' lists them\n");
    }

    private static Said run(Terminal terminal, String... words) {
        return terminal.run(
                Stream.concat(Stream.of(words), Stream.of("--tenant", TENANT)).toArray(String[]::new));
    }

    private static Said run(String... words) {
        return run(TestHome.terminal(), words);
    }

    @Test
    void explains_every_point_and_what_changed() {
        Said said = run("explain", "acme");
        JsonNode json = run("explain", "acme", "--json").only();

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("acme\n35.0 red by csm-standard v1, churn risk high, declining over 30 days, at risk\n")
                .contains("     2   20  file, today  10 % of the plan's features are used")
                .contains("    35  100               the score, red")
                .contains("Since 2026-01-30 81.0 -> 35.0");
        assertThat(json.get("score").doubleValue()).isCloseTo(35, within(1e-9));
        assertThat(json.get("contributions")).hasSize(11);
        assertThat(json.get("change").get("total").doubleValue()).isCloseTo(-46, within(1e-9));
        assertThat(json.get("trend").asText()).isEqualTo("declining");
    }

    @Test
    void explains_the_score_of_a_past_day() {
        JsonNode json =
                run("explain", "acme", "--as-of", "2026-02-28", "--json").only();

        assertThat(json.get("score").doubleValue()).isCloseTo(81, within(1e-9));
        assertThat(json.get("change").isNull()).isTrue();
    }

    @Test
    void shows_the_history_with_the_causes_of_each_change() {
        Said said = run("history", "acme");
        List<JsonNode> json = run("history", "acme", "--json").json();

        assertThat(said.out().lines().toList())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).matches("2026-01-30 +81\\.0 +#+ +green +first score"))
                .anySatisfy(line -> assertThat(line).matches("2026-03-02 +35\\.0 +-46\\.0 +#+ +red +signals -46\\.0"));
        assertThat(json).hasSize(2);
        assertThat(json.get(1).get("change").get("by_signals").doubleValue()).isCloseTo(-46, within(1e-9));
    }

    @Test
    void says_that_there_was_no_score_yet_on_that_day() {
        Said history = run("history", "acme", "--as-of", "2026-01-01");
        Said explained = run("explain", "acme", "--as-of", "2026-01-01");

        assertThat(history.out())
                .isEqualTo("acme has no score as of 2026-01-01; csm scan --tenant stored scores the" + " portfolio\n");
        assertThat(explained.code()).isEqualTo(3);
        assertThat(explained.err()).isEqualTo("csm: account acme has no score yet; scan the portfolio first\n");
    }

    @Test
    void shows_what_would_be_and_stores_nothing() {
        Said said = run("what-if", "acme", "usage_trend=growing", "nps_score=9");
        JsonNode json = run("what-if", "acme", "usage_trend=growing", "--json").only();

        assertThat(said.out())
                .contains("usage_trend")
                .containsPattern("score +35\\.0 +48\\.0 +\\+13\\.0 +red -> amber")
                .endsWith("Nothing was stored.\n");
        assertThat(json.get("gain").doubleValue()).isCloseTo(12, within(1e-9));
        assertThat(run("history", "acme", "--json").json()).hasSize(2);
    }

    @Test
    void tries_a_scorecard_on_the_whole_portfolio() {
        Said said = run("what-if", "--scorecard", "csm-standard");
        JsonNode json = run("what-if", "--scorecard", "csm-standard", "--json").only();

        assertThat(said.out()).startsWith("2 accounts under csm-standard v1: 0.0 points on average.\n");
        assertThat(json.get("compared").intValue()).isEqualTo(2);
        assertThat(json.get("mean_change").doubleValue()).isZero();
    }

    @Test
    void finds_the_way_to_the_next_band() {
        Said said = run("path-to-green", "acme");
        List<JsonNode> json = run("path-to-green", "acme", "--json").json();
        Said best = run("path-to-green", "zeta");

        assertThat(said.out()).matches("(?s)(The way|Way 1) to amber: 35\\.0 -> .*");
        assertThat(json)
                .isNotEmpty()
                .allSatisfy(
                        way -> assertThat(way.get("score_after").doubleValue()).isGreaterThanOrEqualTo(40));
        assertThat(best.out()).isEqualTo("zeta is in the best band already, at 81.0.\n");
    }

    @Test
    void scans_the_stored_portfolio_again_as_of_a_past_day() {
        Terminal terminal = TestHome.terminal();
        terminal.at(JANUARY)
                .typing(csv("acme" + HEALTHY))
                .run("scan", "--signals", "-", "--store", "--tenant", "again");

        Said said = terminal.run("scan", "--as-of", "2026-02-15", "--json", "--tenant", "again");

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.only().get("account_id").asText()).isEqualTo("acme");
        assertThat(terminal.run("history", "acme", "--tenant", "again").out()).contains("2026-02-15   81.0     0.0");
    }

    @Test
    void scans_the_stored_portfolio_with_what_was_known_on_a_past_day() {
        Terminal terminal = TestHome.terminal();
        terminal.at(JANUARY)
                .typing(csv("acme" + HEALTHY))
                .run("scan", "--signals", "-", "--store", "--tenant", "known");

        Said said = terminal.run(
                "scan", "--as-of", "2026-02-15", "--known-on", "2026-02-20", "--json", "--tenant", "known");

        assertThat(said.err()).isEmpty();
        assertThat(said.only().get("account_id").asText()).isEqualTo("acme");
    }

    @Test
    void names_similar_accounts_on_a_typo() {
        for (String command : List.of("explain", "history", "path-to-green")) {
            Said said = run(command, "acmee");
            assertThat(said.code()).isEqualTo(3);
            assertThat(said.err()).matches("csm: account acmee is not known.*; did you mean acme\\?\n");
        }
        assertThat(run("what-if", "ACME", "nps_score=1").err()).endsWith("; did you mean acme?\n");
        assertThat(run("explain", "something-else").err()).isEqualTo("csm: account something-else is not known\n");
    }

    @Test
    void refuses_a_change_that_no_signal_takes() {
        assertThat(run("what-if", "acme", "usage_trnd=growing").err()).contains("usage_trend");
        assertThat(run("what-if", "acme", "nps_score=11").err())
                .contains("nps_score must be a whole number from 0 to 10");
        assertThat(run("what-if", "acme", "nps_score").err()).contains("a change must be written SIGNAL=VALUE");
        assertThat(run("what-if", "acme", "nps_score=1", "nps_score=2").err()).contains("nps_score is changed twice");
    }

    @Test
    void keeps_tenants_apart() {
        Said elsewhere = TestHome.terminal().run("explain", "acme", "--tenant", "other");
        Said nothingToScan = TestHome.terminal().run("scan", "--tenant", "other");

        assertThat(elsewhere.code()).isEqualTo(3);
        assertThat(elsewhere.err())
                .isEqualTo("csm: account acme is not known: tenant other has no accounts yet; 'csm scan --signals FILE"
                        + " --store' brings some in\n");
        assertThat(nothingToScan.code()).isEqualTo(3);
        assertThat(nothingToScan.err()).startsWith("csm: there are no accounts yet;");
    }

    @Test
    void takes_global_options_before_the_command_as_well() {
        String home = TestHome.folder().toString();

        Said said = Terminal.plain().run("--home", home, "--tenant", TENANT, "--json", "history", "zeta");

        assertThat(said.json()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void stores_one_score_for_an_account_that_stands_twice_in_a_file() {
        Terminal terminal = TestHome.terminal().typing(csv("twin" + HEALTHY, "twin" + ILL));

        Said said = terminal.run("scan", "--signals", "-", "--store", "--tenant", "twins");

        assertThat(said.out())
                .startsWith("2 accounts scored, 1 stored as of 2026-03-02 12:00 UTC.\n"
                        + "1 of them had a score as of then already, which stays.\n");
        assertThat(TestHome.terminal()
                        .run("history", "twin", "--json", "--tenant", "twins")
                        .json())
                .hasSize(1);
    }

    @Test
    void is_checked_by_the_doctor() {
        Said said = run("doctor");
        List<JsonNode> json = run("doctor", "--json").json();

        assertThat(said.out()).contains("ok     database  embedded PostgreSQL").contains("2 accounts in tenant stored");
        assertThat(json)
                .extracting(line -> line.get("check").asText())
                .containsExactly(
                        "java",
                        "settings",
                        "database",
                        "accounts",
                        "clock",
                        "notion",
                        "llm",
                        "drafts",
                        "chat",
                        "webhooks");
        assertThat(said.code())
                .as("the clock of the test is wrong, and the doctor sees it")
                .isEqualTo(3);
        assertThat(said.out()).contains("wrong  clock");
    }
}
