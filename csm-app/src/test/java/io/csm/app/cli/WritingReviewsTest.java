package io.csm.app.cli;

import static io.csm.app.cli.SignalRows.HEALTHY;
import static io.csm.app.cli.SignalRows.ILL;
import static io.csm.app.cli.SignalRows.csv;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.app.cli.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be had about one account: a text, a review, opportunities, a report, and all of it for a program. */
class WritingReviewsTest {

    private static final String TENANT = "reviewed";

    @TempDir
    private Path folder;

    @BeforeAll
    static void three_accounts_are_scored_and_one_is_not() {
        Terminal terminal = TestHome.terminal();
        run(
                terminal.typing("account_id,name,arr,currency,seats_bought\nacme,Acme,120000,EUR,100\nbare,Bare,,,\n"),
                "import",
                "accounts",
                "-");
        Said scanned = run(
                terminal.typing(csv("acme" + HEALTHY.replace("0.85", "0.97"), "handed" + HEALTHY, "zeta" + ILL)),
                "scan",
                "--signals",
                "-",
                "--store");
        assertThat(scanned.code()).as(scanned.err()).isZero();
    }

    private static Said run(Terminal terminal, String... words) {
        return terminal.run(
                Stream.concat(Stream.of(words), Stream.of("--tenant", TENANT)).toArray(String[]::new));
    }

    private static Said run(String... words) {
        return run(TestHome.terminal(), words);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_review_is_four_files_and_asked_again_it_replaces_them() throws IOException {
        Said first = run("qbr", "acme", "--out", folder.toString());
        List<String> files = files(folder);
        Said second = run("qbr", "acme", "--out", folder.toString(), "--json");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("Acme, Q1 2026\n").contains("Written by rules");
        assertThat(files)
                .extracting(name -> name.substring(name.lastIndexOf('.')))
                .containsExactlyInAnyOrder(".html", ".md", ".pdf", ".pptx");
        assertThat(files(folder)).isEqualTo(files);
        assertThat(second.only().get("files")).hasSize(4);
        assertThat(second.only().get("written_by").asText()).isEqualTo("rules");
    }

    @Test
    void a_review_says_what_is_not_known() {
        JsonNode json = run("qbr", "zeta", "--period", "Q1 2026", "--trigger", "contract_proximity", "--json")
                .only();

        assertThat(json.get("period").asText()).isEqualTo("Q1 2026");
        assertThat(json.get("trigger").asText()).isEqualTo("contract_proximity");
        assertThat(json.get("missing").isEmpty()).isFalse();
        assertThat(json.get("files").isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            qbr acme --period Q5-2026          | 2 | Q5-2026
            qbr acme --period soon             | 2 | soon
            qbr acme --trigger whenever        | 2 | whenever
            qbr acmee                          | 3 | acme
            qbr bare                           | 3 | account bare has no score yet
            qbr                                | 2 | ACCOUNT is missing
            narrative acmee                    | 3 | acme
            narrative bare                     | 3 | account bare has no score yet
            expansion acmee                    | 3 | acme
            adoption acmee                     | 3 | acme
            handoff write_poem acme            | 2 | there is no task 'write_poem'; there are health_scan, generate_qbr, check_expansion, track_feature_adoption
            handoff generate_qbr               | 2 | account
            handoff generate_qbr acme --priority soon | 2 | soon
            handoff                            | 2 | TASK is missing
            """)
    void a_mistake_is_told_in_a_sentence(String command, int code, String sentence) {
        Said said = run(command.split(" "));

        assertThat(said.err()).contains(sentence);
        assertThat(said.code()).isEqualTo(code);
    }

    @Test
    void a_narrative_says_why_and_what_to_do() {
        Said said = run("narrative", "zeta");
        JsonNode json = run("narrative", "zeta", "--json").only();

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("zeta (zeta), RED at 35.0, churn risk high\n")
                .contains("Why it may leave")
                .contains("What to do")
                .endsWith("Written by rules\n");
        assertThat(json.get("written_by").asText()).isEqualTo("rules");
        assertThat(json.get("retention_recommendations").isEmpty()).isFalse();
    }

    @Test
    void an_opportunity_is_new_once() {
        Said first = run("expansion", "acme");
        Said second = run("expansion", "acme");
        List<JsonNode> json = run("expansion", "acme", "--json").json();

        assertThat(first.code()).isZero();
        assertThat(first.out()).startsWith("Seats, ").contains(", Q1 2026\n").doesNotContain("known before");
        assertThat(second.out()).contains(", Q1 2026 (known before)\n");
        assertThat(json).extracting(each -> each.get("new").booleanValue()).containsOnly(false);
    }

    @Test
    void where_there_is_no_opportunity_it_says_what_it_looked_at() {
        run(TestHome.terminal().typing("account_id,name\ngone,Gone\n"), "import", "accounts", "-");
        run(TestHome.terminal().typing(csv("gone" + HEALTHY)), "scan", "--signals", "-", "--store");
        run(TestHome.terminal().typing("account_id,churned_on\ngone,2026-01-15\n"), "import", "accounts", "-");

        assertThat(words(run("expansion", "zeta")))
                .isEqualTo("No opportunity was found for zeta: its seats are not short, it is not known which modules"
                        + " there are and no tickets are recorded.");
        assertThat(words(run("expansion", "gone")))
                .isEqualTo("No opportunity was found for gone: it is no customer any more.");
    }

    private static String words(Said said) {
        return said.out().replaceAll("\\s+", " ").strip();
    }

    @Test
    void adoption_says_how_many_similar_accounts_use_less() {
        StringBuilder accounts = new StringBuilder("account_id,name,plan\n");
        String[] rows = new String[6];
        for (int i = 1; i <= rows.length; i++) {
            accounts.append("p").append(i).append(",P,Team\n");
            rows[i - 1] = "p" + i + HEALTHY.replace("0.9", "0." + i);
        }
        run(TestHome.terminal().typing(accounts.toString()), "import", "accounts", "-");
        run(TestHome.terminal().typing(csv(rows)), "scan", "--signals", "-", "--store");

        assertThat(words(run("adoption", "p1"))).contains("5 accounts, in the middle 40 %; none of them uses less");
        assertThat(words(run("adoption", "p2"))).contains("; 1 of them uses less");
        assertThat(words(run("adoption", "p3"))).contains("; 2 of them use less");
    }

    @Test
    void adoption_says_what_is_not_known() {
        Said said = run("adoption", "acme");
        JsonNode json = run("adoption", "acme", "--json").only();

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("acme, 90 % of the plan's features in use\n")
                .contains("What is not known");
        assertThat(json.get("adoption_rate").doubleValue()).isEqualTo(0.9);
        assertThat(json.get("benchmark").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"health_scan", "generate_qbr", "check_expansion", "track_feature_adoption"})
    void a_program_hands_over_each_task(String task) {
        Said said = run("handoff", task, "handed", "--json");

        assertThat(said.code()).as(said.out() + said.err()).isLessThan(2);
        assertThat(said.only().get("task").asText()).isEqualTo(task);
        assertThat(said.only().get("account_id").asText()).isEqualTo("handed");
        assertThat(said.only().get("status").asText()).isIn("done", "partial");
    }
}
