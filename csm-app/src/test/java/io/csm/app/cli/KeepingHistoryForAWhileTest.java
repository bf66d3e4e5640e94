package io.csm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.app.cli.Terminal.Said;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingHistoryForAWhileTest {

    private static final String TENANT = "retention";

    @TempDir
    Path folder;

    @Test
    void a_dry_run_says_what_would_go_and_a_run_removes_it() throws IOException {
        Path signals = SignalRows.file(folder, "signals.csv", SignalRows.csv("A-1" + SignalRows.HEALTHY));
        Terminal terminal = TestHome.terminal();
        for (String day : new String[] {"2001-01-31", "2001-02-01"}) {
            terminal.run("scan", "--signals", signals.toString(), "--store", "--as-of", day, "--tenant", TENANT);
        }
        Terminal in2004 = terminal.at("2004-02-01T12:00:00Z");

        Said dry = in2004.run("retention", "run", "--dry-run");
        Said run = in2004.run("retention", "run");
        Said again = in2004.run("retention", "run");

        assertThat(dry.out())
                .contains("health_score is kept for 3 years, from 2001-02-01")
                .contains("health_score  2001-01-01  2001-02-01")
                .contains("1 partition would be removed; nothing was, as this is a dry run.");
        assertThat(run.out()).contains("1 partition removed.");
        assertThat(again.out()).contains("Nothing is older than that.");
        assertThat(terminal.run("history", "A-1", "--tenant", TENANT).out())
                .contains("2001-02-01")
                .doesNotContain("2001-01-31");
    }

    @Test
    void years_that_make_no_sense_are_refused_before_anything_is_opened() {
        Said said = Terminal.plain().with("CSM_RETENTION_EVENT_YEARS", "0").run("retention", "run");

        assertThat(said.err()).contains("the years for which event is kept must be from 1 to 100 but were 0");
        assertThat(said.code()).isEqualTo(2);
    }
}
