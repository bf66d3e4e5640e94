package io.csm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.app.cli.Terminal.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set of another system, brought in with a mapping and no code. */
class ImportingRavenStackTest {

    private static final String MAPPING =
            Path.of("..", "docs", "examples", "ravenstack.yaml").toString();

    @TempDir
    private Path folder;

    private Said run() throws IOException {
        Optional<String> data = Optional.ofNullable(System.getenv("CSM_SAMPLE_DATA"));
        assumeThat(data)
                .as("CSM_SAMPLE_DATA must name the folder that holds ravenstack/; this test is skipped")
                .isPresent();
        String[] command = {
            "import",
            Path.of(data.orElseThrow(), "ravenstack").toString(),
            "--mapping",
            MAPPING,
            "--as-of",
            "2024-12-31",
            "--refused",
            folder.toString(),
            "--tenant",
            "ravenstack",
            "--json"
        };
        return TestHome.terminal().at("2026-03-02T12:00:00Z").run(command);
    }

    @Test
    void completes_and_reports_what_looks_odd_and_stores_nothing_new_the_second_time() throws IOException {
        Said first = run();
        Said second = run();

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.refusals())
                .hasSize(21)
                .allSatisfy(refusal ->
                        assertThat(refusal.get("rule").asText()).startsWith("stands already on another event"));
        assertThat(first.out().lines().limit(7))
                .containsExactly(
                        line("accounts", "account", 500, 500, 0, 0),
                        line("subscriptions", "subscription", 5000, 5000, 0, 0),
                        line("feature_usage", "event", 25000, 24979, 0, 21),
                        line("support_tickets", "ticket", 2000, 2000, 0, 0),
                        line("support_tickets", "touchpoint", 2000, 2000, 0, 0),
                        line("churn_events", "event", 600, 600, 0, 0),
                        line("accounts", "signal", 500, 500, 0, 0));
        assertThat(odd(first, "churned_but_running")).isEqualTo("110 of 110");
        assertThat(odd(first, "churn_told_not_marked")).startsWith("277 of ");
        assertThat(odd(first, "churn_without_end")).isEqualTo("594 of 600");
        assertThat(odd(first, "ticket_without_satisfaction")).isEqualTo("825 of 2000");
        assertThat(second.json().stream()
                        .filter(each -> each.has("stored"))
                        .mapToLong(each -> each.get("stored").asLong())
                        .sum())
                .isZero();
    }

    private static String line(String file, String target, int read, int stored, int unchanged, int refused) {
        return "{\"file\":\"ravenstack_" + file + ".csv\",\"target\":\"" + target + "\",\"read\":" + read
                + ",\"stored\":" + stored + ",\"unchanged\":" + unchanged + ",\"left_out\":0,\"refused\":" + refused
                + "}";
    }

    private static String odd(Said said, String kind) {
        JsonNode oddity = said.json().stream()
                .filter(each -> each.path("oddity").asText().equals(kind))
                .findFirst()
                .orElseThrow();
        return oddity.get("count") + " of " + oddity.get("of");
    }
}
