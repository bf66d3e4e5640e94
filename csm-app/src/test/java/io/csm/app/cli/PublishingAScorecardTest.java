package io.csm.app.cli;

import static io.csm.app.cli.SignalRows.HEALTHY;
import static io.csm.app.cli.SignalRows.csv;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.app.cli.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingAScorecardTest {

    @TempDir
    private Path folder;

    private String tenant = "nobody";

    private Said run(String... words) {
        return run(TestHome.terminal(), words);
    }

    private Said run(Terminal terminal, String... words) {
        return terminal.run(
                Stream.concat(Stream.of(words), Stream.of("--tenant", tenant)).toArray(String[]::new));
    }

    @Test
    void goes_from_export_over_edit_to_a_mark_in_the_history() throws IOException {
        tenant = "publishing";
        Path own = folder.resolve("own.yaml");
        run(
                TestHome.terminal().at("2026-03-01T12:00:00Z").typing(csv("acme" + HEALTHY)),
                "scan",
                "--signals",
                "-",
                "--store");

        Said exported = run("scorecard", "export", "csm-standard", "--name", "own", "--out", own.toString());
        replace(own, "growing: 15", "growing: 12");
        Said validated = run("scorecard", "validate", own.toString());
        Said published = run("scorecard", "publish", own.toString());
        Said again = run("scorecard", "publish", own.toString());
        Said scanned = run("scan", "--scorecard", "own", "--json");
        Said history = run("history", "acme");

        assertThat(exported.out())
                .isEqualTo("own v1 is in " + own + "; edit it, then: csm scorecard publish " + own
                        + " --tenant publishing\n");
        assertThat(validated.out())
                .contains(" is sound: own v1, 11 measures, 100 in all, GREEN from 70, AMBER from 40.");
        assertThat(published.out()).startsWith("own v1 is published. Use it: csm scan --scorecard own");
        assertThat(again.out()).isEqualTo("own v1 was published before, just so; nothing changed.\n");
        assertThat(again.code()).isZero();
        assertThat(scanned.only().get("scorecard").asText()).isEqualTo("own");
        assertThat(scanned.only().get("score").doubleValue()).isEqualTo(78.0);
        assertThat(history.out()).contains("-- scorecard: csm-standard v1 ->").contains("scorecard -3.0");
        JsonNode last = run("history", "acme", "--json").json().get(1);
        assertThat(last.get("scorecard_changed").asBoolean()).isTrue();
        assertThat(last.get("change").get("by_scorecard").doubleValue()).isEqualTo(-3.0);
    }

    @Test
    void refuses_what_would_change_or_skip_a_version() throws IOException {
        tenant = "refusing";
        Path own = folder.resolve("own.yaml");
        run("scorecard", "export", "csm-standard", "--name", "own", "--out", own.toString());
        run("scorecard", "publish", own.toString());

        replace(own, "growing: 15", "growing: 12");
        Said changed = run("scorecard", "publish", own.toString());
        replace(own, "version: 1", "version: 3");
        Said skipped = run("scorecard", "publish", own.toString());
        replace(own, "version: 3", "version: 2");
        Said next = run("scorecard", "publish", own.toString(), "--json");
        replace(own, "name: own", "name: csm-standard");
        Said shipped = run("scorecard", "publish", own.toString());

        assertThat(changed.code()).isEqualTo(3);
        assertThat(changed.err())
                .isEqualTo("csm: scorecard own v1 is published and never changes; give the document version 2\n");
        assertThat(skipped.code()).isEqualTo(2);
        assertThat(skipped.err())
                .isEqualTo("csm: the next version of scorecard own must be 2 but the document says 3\n");
        assertThat(next.only().get("published").asBoolean()).isTrue();
        assertThat(shipped.code()).isEqualTo(2);
        assertThat(shipped.err()).startsWith("csm: the name csm-standard belongs to a shipped scorecard;");
    }

    @Test
    void lists_shows_and_exports_for_people_and_programs() {
        List<JsonNode> listed = run("scorecard", "list", "--json").json();
        Said shown = run("scorecard", "show", "csm-standard");
        JsonNode document = run("scorecard", "show", "csm-standard@1", "--json").only();

        assertThat(listed)
                .extracting(line -> line.get("name").asText())
                .containsExactly(
                        "csm-standard", "enterprise-components", "engagement-sentiment-growth", "lifecycle-stage");
        assertThat(run("scorecard", "list").out()).contains("csm-standard                       1        11  shipped");
        assertThat(document.get("document").asText()).isEqualTo(shown.out());
        assertThat(run("scorecard", "show", "csm-standrd").err())
                .isEqualTo("csm: there is no scorecard 'csm-standrd'; did you mean csm-standard?\n");
    }

    @Test
    void never_writes_over_a_file() throws IOException {
        Path mine = SignalRows.file(folder, "mine.yaml", "mine");

        Said taken = run("scorecard", "export", "csm-standard", "--out", mine.toString());
        Said nowhere = run("scorecard", "export", "csm-standard", "--out", folder + "/none/x.yaml");

        assertThat(taken.code()).isEqualTo(3);
        assertThat(taken.err()).isEqualTo("csm: " + mine + " exists already; nothing was written\n");
        assertThat(mine).hasContent("mine");
        assertThat(nowhere.err())
                .isEqualTo(
                        "csm: " + folder + "/none/x.yaml cannot be written: there is no folder " + folder + "/none\n");
    }

    @Test
    void says_by_line_and_column_what_is_wrong_with_a_file() throws IOException {
        Path own = folder.resolve("own.yaml");
        run("scorecard", "export", "csm-standard", "--out", own.toString());
        replace(own, "growing: 15", "growng: 15");

        Said said = run("scorecard", "validate", own.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(own + ": line ").contains("growng").contains("growing");
        assertThat(run("scorecard", "validate", folder.toString()).err()).contains("cannot be read");
        assertThat(run("scorecard", "validate", folder + "/no.yaml").err()).contains("there is no such file");
    }

    @Test
    void cannot_store_scores_of_a_file_that_nobody_published() {
        Said said = run("scan", "--scorecard", "own.yaml");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("run 'csm scorecard publish own.yaml' and give its name");
    }

    private static void replace(Path file, String old, String with) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, with));
    }
}
