package io.csm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.app.cli.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test in a tenant of its own. */
class ImportingFilesTest {

    private static final String LOGIN =
            "{\"id\":\"%s\",\"source_type\":\"analytics\",\"type\":\"login\",\"account_id\":\"%s\",\"occurred_at\":\"%s\"}\n";

    @TempDir
    private Path folder;

    private Said run(String typed, String... command) {
        return TestHome.terminal().typing(typed).run(command);
    }

    private String refused() {
        return folder.resolve("refused").toString();
    }

    @Test
    void says_what_was_stored_and_what_to_do_next() {
        Said said = run("account_id,name\nacme,Acme\n", "import", "accounts", "-", "--tenant", "import-1");

        assertThat(said.code()).isZero();
        assertThat(said.out()).isEqualTo("""
                file            target   rows  stored  unchanged  refused
                standard-input  account     1       1          0  0
                Next: csm scan --tenant import-1
                """);
    }

    @Test
    void refuses_a_header_that_no_row_could_satisfy() {
        Said said = run("acount_id,name\nacme,Acme\n", "import", "accounts", "-", "--tenant", "import-2");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).isEqualTo("""
                csm: nothing is imported, for the header of standard-input is wrong:
                line 1: acount_id is not a column of accounts; did you mean account_id?
                line 1: account_id must have a column
                """);
    }

    @Test
    void tries_out_and_stores_nothing() {
        Said said = run("account_id\nacme\n", "import", "accounts", "-", "--dry-run", "--tenant", "import-3");
        Said after = run("account_id\nacme\n", "import", "accounts", "-", "--dry-run", "--tenant", "import-3");

        assertThat(said.out())
                .contains("This was a dry run: nothing is stored.")
                .doesNotContain("Next:");
        assertThat(after.out()).isEqualTo(said.out());
    }

    @Test
    void keeps_what_cannot_be_taken_until_it_can() throws IOException {
        String events = String.format(LOGIN, "e-1", "acme", "2026-03-01T09:00:00Z")
                + String.format(LOGIN, "e-2", "globex", "2026-03-01T09:00:00Z")
                + String.format(LOGIN, "e-3", "acme", "2026-03-09T09:00:00Z");
        run("account_id\nacme\n", "import", "accounts", "-", "--tenant", "import-4");

        Said first =
                run(events, "import", "events", "-", "--refused", refused(), "--tenant", "import-4", "--source", "app");
        run("account_id\nglobex\n", "import", "accounts", "-", "--tenant", "import-4");
        Said replayed = run("", "quarantine", "replay", "--tenant", "import-4");
        JsonNode left =
                run("", "quarantine", "list", "--json", "--tenant", "import-4").only();
        String number = left.get("number").asText();
        Said shown = run("", "quarantine", "show", number, "--tenant", "import-4");
        Said discarded = run("", "quarantine", "discard", number, "--tenant", "import-4");
        Said gone = run("", "quarantine", "show", number, "--tenant", "import-4");

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.err()).contains("refused standard-input line 2: account globex: account_id must be a known");
        assertThat(first.out())
                .contains("Accounts that are not known come in with: csm import accounts FILE --tenant import-4")
                .contains("2 events in the quarantine: csm quarantine list --tenant import-4");
        assertThat(Files.readAllLines(Path.of(refused()))).hasSize(2);
        assertThat(replayed.out()).isEqualTo("1 event stored, 0 were there already, 1 refused again\n");
        assertThat(left.get("id").asText()).isEqualTo("e-3");
        assertThat(shown.out())
                .contains("occurred_at must not be more than a day after")
                .contains("\"id\":\"e-3\"");
        assertThat(discarded.out()).isEqualTo("1 event discarded\n");
        assertThat(gone.code()).isEqualTo(3);
    }

    @Test
    void counts_as_known_from_the_day_that_the_export_shows() {
        run("account_id\nacme\n", "import", "accounts", "-", "--as-of", "2025-12-31", "--tenant", "import-5");

        Said late = run(
                String.format(LOGIN, "e-1", "acme", "2026-01-02T00:00:00Z")
                        + String.format(LOGIN, "e-2", "acme", "2026-01-01T23:00:00Z"),
                "import",
                "events",
                "-",
                "--as-of",
                "2025-12-31",
                "--refused",
                refused(),
                "--json",
                "--tenant",
                "import-5");

        assertThat(late.only().get("stored").asInt()).isEqualTo(1);
        assertThat(late.refusals().get(0).get("line").asInt()).isEqualTo(1);
    }
}
