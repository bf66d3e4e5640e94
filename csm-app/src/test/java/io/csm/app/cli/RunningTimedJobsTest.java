package io.csm.app.cli;

import static io.csm.app.cli.SignalRows.HEALTHY;
import static io.csm.app.cli.SignalRows.csv;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.app.cli.Terminal.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jobs with a time of day, run by hand for a tenant that only ever stored a scan. */
class RunningTimedJobsTest {

    private static final String TENANT = "timed-by-hand";

    @BeforeAll
    static void an_account_that_renews_in_a_month_is_scored() {
        Terminal terminal = TestHome.terminal();
        Said imported = terminal.typing("account_id,name,renews_on\nacme,Acme,2026-04-01\n")
                .run("import", "accounts", "-", "--tenant", TENANT);
        assertThat(imported.code()).as(imported.err()).isZero();
        Said scanned =
                terminal.typing(csv("acme" + HEALTHY)).run("scan", "--signals", "-", "--store", "--tenant", TENANT);
        assertThat(scanned.code()).as(scanned.err()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            health-scan    | alerts raised
            publish-health | no workspace is connected
            contract-check | 1 contract looked at
            contract-qbrs  | 0 failed
            quarterly-qbrs | 0 failed
            """)
    void each_can_be_run_now_and_says_what_it_did(String job, String outcome) {
        Said said = TestHome.terminal().run("jobs", "run", job, "--tenant", TENANT);
        JsonNode json = TestHome.terminal()
                .run("jobs", "run", job, "--tenant", TENANT, "--json")
                .only();

        assertThat(said.code()).as(said.out() + said.err()).isZero();
        assertThat(said.out()).contains(outcome);
        assertThat(json.get("job").asText()).isEqualTo(job);
        assertThat(json.get("whole").booleanValue()).isTrue();
    }
}
