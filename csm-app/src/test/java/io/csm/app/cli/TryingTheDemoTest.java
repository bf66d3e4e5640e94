package io.csm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.app.cli.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The external database that the environment names does not exist: whoever touched it would fail. */
class TryingTheDemoTest {

    private static final Path TEMPORARY = Path.of("target", "cli-demo").toAbsolutePath();

    private static Said demo;
    private static String worst;

    private static Terminal terminal() {
        return Terminal.plain()
                .with("TMPDIR", TEMPORARY.toString())
                .with("CSM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/precious")
                .with("CSM_DATABASE_PASSWORD", "a")
                .with("CSM_DATABASE_OWNER_PASSWORD", "b");
    }

    private static Said run(String... command) {
        return terminal().run(command);
    }

    @BeforeAll
    static void the_demo_has_run() throws IOException {
        Files.createDirectories(TEMPORARY);
        demo = run("demo");
        Matcher suggestion = Pattern.compile("csm explain (\\S+) --demo").matcher(demo.out());
        assertThat(suggestion.find()).isTrue();
        worst = suggestion.group(1);
    }

    @Test
    void prints_the_portfolio_at_one_glance() {
        assertThat(demo.code()).isZero();
        assertThat(demo.err()).isEmpty();
        assertThat(demo.out())
                .contains("(a sample; no company in it is real)")
                .containsPattern("GREEN +\\d+ +\\d+ % +\\d+ +[0-9,]+ EUR")
                .contains("churn risk: critical ")
                .contains("Since last month: ")
                .contains("./csm explain " + worst + " --demo");
    }

    @Test
    void goes_on_from_numbers_to_answers() {
        assertThat(demo.out())
                .contains("Why the worst may leave, and what to do first\n")
                .contains("(written by rules)\n")
                .containsPattern("Opportunities: \\d+ in \\d+ healthy accounts\n")
                .containsPattern("Review of .+, Q1 2026\n")
                .containsPattern("\\d+ alerts wait for somebody\\.\n");
        assertThat(run("alerts", "--demo").out()).contains("csm alerts show ");
    }

    @Test
    void leaves_a_review_in_four_files() {
        List<Path> files = demo.out()
                .lines()
                .filter(line -> line.startsWith(TEMPORARY.toString()))
                .map(Path::of)
                .toList();

        assertThat(files).hasSize(4).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    @Test
    void says_the_same_to_everybody() {
        assertThat(run("demo").out()).isEqualTo(demo.out());
    }

    @Test
    void leaves_nothing_that_waits_to_be_scored_again() {
        assertThat(run("jobs", "run", "score-changes", "--demo").out())
                .isEqualTo("no account of tenant default has changed since it was last scored\n");
    }

    @Test
    void leaves_a_home_that_every_command_works_on() throws IOException {
        Path own = Files.createTempDirectory(TEMPORARY, "own").resolve("own.yaml");

        assertThat(run("explain", worst, "--demo").out()).contains("churn risk critical");
        assertThat(run("history", worst, "--demo", "--json").json()).hasSizeGreaterThan(3);
        assertThat(run("what-if", worst, "usage_trend=growing", "--demo").code())
                .isZero();
        assertThat(run("path-to-green", worst, "--demo").code()).isZero();
        assertThat(run("scorecard", "export", "csm-standard", "--out", own.toString(), "--demo")
                        .out())
                .endsWith("csm scorecard publish " + own + " --demo\n");
        assertThat(run("scorecard", "publish", own.toString(), "--demo").code()).isZero();
        Said scanned = run("scan", "--scorecard", "my-csm-standard", "--demo");
        assertThat(scanned.code()).isZero();
        assertThat(scanned.out())
                .contains(" stored as of 2026-03-02 12:00 UTC.")
                .contains(" --demo\n");
        assertThat(run("scan", "--demo", "--json").json()).hasSizeGreaterThan(100);
    }

    @Test
    void shows_the_first_commands_a_stranger_types_as_they_are_printed() {
        List<String> suggested = demo.out()
                .lines()
                .filter(line -> line.startsWith("./csm ") && line.endsWith("--demo"))
                .toList();

        assertThat(suggested).hasSize(6).allSatisfy(line -> {
            Said said = run(line.substring("./csm ".length()).split(" "));
            assertThat(said.err()).isEmpty();
            assertThat(said.code()).isZero();
        });
    }

    @Test
    void names_the_accounts_where_there_is_room() {
        List<JsonNode> json = run("demo", "--json").json();
        Said wide = terminal().with("COLUMNS", "140").run("demo");

        assertThat(json)
                .hasSize(10)
                .allSatisfy(
                        line -> assertThat(line.get("first_reason").asText()).isNotEmpty());
        assertThat(wide.out()).contains(json.get(0).get("name").asText());
        assertThat(demo.out().lines().filter(line -> !line.startsWith(TEMPORARY.toString())))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void says_what_to_do_when_it_was_never_run() {
        Said said = Terminal.plain().with("TMPDIR", "target/never").run("explain", "A-1", "--demo");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).isEqualTo("csm: there is no demo portfolio yet; run 'csm demo' first\n");
    }
}
