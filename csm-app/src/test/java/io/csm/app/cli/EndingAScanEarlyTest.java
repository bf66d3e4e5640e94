package io.csm.app.cli;

import static io.csm.app.cli.SignalRows.HEALTHY;
import static io.csm.app.cli.SignalRows.csv;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.app.Csm;
import io.csm.app.cli.Terminal.Said;
import io.csm.app.config.CsmSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes of their own, on one home, each test in a tenant of its own. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent with kill")
class EndingAScanEarlyTest {

    private static final Path HOME = Path.of("target", "cli-process-home").toAbsolutePath();
    private static final int ACCOUNTS = 60_000;
    private static final int BATCH = 10_000;

    @TempDir
    private static Path folder;

    private static Path signals;

    @BeforeAll
    static void many_signals_are_at_hand() throws IOException {
        TestHome.empty(HOME);
        signals = SignalRows.many(folder.resolve("many.csv"), ACCOUNTS);
    }

    private static CsmProcess scan(String tenant) throws IOException {
        return CsmProcess.start(HOME, "scan", "--signals", signals.toString(), "--store", "--tenant", tenant);
    }

    private static String scores(String tenant) {
        return "select count(*) from csm.health_score where tenant_id = '" + tenant + "'";
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "INT", "TERM"})
    void keeps_whole_batches_and_goes_on_with_the_next_run(String signal) throws Exception {
        String tenant = "ended-by-" + signal.toLowerCase(Locale.ROOT);
        String said;
        try (CsmProcess ended = scan(tenant)) {
            ended.await(scores(tenant), BATCH);
            ended.signal(signal);
            assertThat(ended.end()).isNotZero();
            said = ended.err();
        }
        long kept = ask(scores(tenant));
        String again;
        try (CsmProcess resumed = scan(tenant)) {
            again = resumed.out();
            assertThat(resumed.end()).isZero();
            assertThat(resumed.err()).isEmpty();
        }

        assertThat(kept).isBetween((long) BATCH, (long) ACCOUNTS - 1).matches(count -> count % BATCH == 0);
        if (!signal.equals("KILL")) {
            assertThat(said)
                    .isEqualTo(String.format(
                            Locale.ROOT,
                            "csm: the scan was stopped after %,d accounts, which are stored; run the same command again to"
                                    + " complete it%n",
                            kept));
        }
        assertThat(again)
                .startsWith("60,000 accounts scored, " + Words.count(ACCOUNTS - kept) + " stored as of ")
                .contains("This went on with a scan that had been interrupted.");
        assertThat(ask(scores(tenant))).isEqualTo(ACCOUNTS);
        assertThat(ask("select count(distinct account_no) from csm.health_score where tenant_id = '" + tenant + "'"))
                .as("one score for each account")
                .isEqualTo(ACCOUNTS);
        assertThat(ask("select count(distinct scored_at) from csm.health_score where tenant_id = '" + tenant + "'"))
                .as("the scan kept its instant")
                .isEqualTo(1);
    }

    @Test
    void ends_quietly_when_nobody_reads_the_result_any_more() throws Exception {
        try (CsmProcess cut = CsmProcess.start(HOME, "scan", "--signals", signals.toString(), "--json")) {
            assertThat(cut.head()).startsWith("{\"account_id\":\"A-1\"");
            cut.end();
            assertThat(cut.err()).isEmpty();
        }
    }

    @Test
    void lets_others_use_the_database_meanwhile_but_refuses_a_second_scan_of_the_tenant() throws Exception {
        try (CsmProcess first = scanningTyped("busy")) {
            Said sameTenant = scanOne("busy");
            Said otherTenant = scanOne("idle");
            first.stdin().close();

            assertThat(sameTenant.code()).isEqualTo(3);
            assertThat(sameTenant.err())
                    .isEqualTo("csm: another scan of tenant busy is running; wait for it to end or stop it\n");
            assertThat(otherTenant.code()).isZero();
            assertThat(first.out()).startsWith("1 account scored, 1 stored");
            assertThat(first.end()).isZero();
        }
    }

    private static Said scanOne(String tenant) {
        return Terminal.plain()
                .with("CSM_HOME", HOME.toString())
                .typing(csv("acme" + HEALTHY))
                .run("scan", "--signals", "-", "--store", "--tenant", tenant);
    }

    @Test
    void says_to_the_others_that_the_database_ended_with_its_owner() throws Exception {
        try (CsmProcess owner = scanningTyped("owner");
                CsmProcess guest = scanningTyped("guest")) {
            owner.signal("TERM");
            owner.end();
            guest.stdin().close();

            assertThat(guest.end()).isEqualTo(3);
            assertThat(guest.err())
                    .isEqualTo("csm: the database of home " + HOME + " ended with process " + owner.pid()
                            + ", which had started it; run the same command again and it starts the database by itself,"
                            + " nothing that was stored is lost\n");
        }
    }

    /** A scan of what is typed, which has begun. */
    private static CsmProcess scanningTyped(String tenant) throws Exception {
        CsmProcess scan = CsmProcess.start(HOME, "scan", "--signals", "-", "--store", "--tenant", tenant);
        OutputStream rows = scan.stdin();
        rows.write(csv("acme" + HEALTHY).getBytes(StandardCharsets.UTF_8));
        rows.flush();
        scan.await("select count(*) from csm.scan where tenant_id = '" + tenant + "'", 1);
        return scan;
    }

    @Test
    void says_that_the_database_went_away() throws Exception {
        try (CsmProcess scan = scanningTyped("orphan")) {
            scan.killDatabase();
            scan.stdin().close();

            assertThat(scan.end()).isEqualTo(3);
            assertThat(scan.err()).isEqualTo("csm: the database cannot be reached or is shutting down; try again\n");
        }
    }

    private static long ask(String query) throws SQLException {
        try (Csm csm = Csm.open(CsmSettings.standard(HOME), Clock.systemUTC());
                Connection connection = csm.database().superuser().orElseThrow().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
