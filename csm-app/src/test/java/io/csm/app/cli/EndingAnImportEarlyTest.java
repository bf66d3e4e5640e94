package io.csm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.app.Csm;
import io.csm.app.config.CsmSettings;
import io.csm.application.access.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes of their own, on one home, each test in a tenant of its own. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent with kill")
class EndingAnImportEarlyTest {

    private static final Path HOME = Path.of("target", "import-process-home").toAbsolutePath();
    private static final int EVENTS = 60_000;
    private static final int BATCH = 5_000;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void many_events_are_at_hand() throws IOException {
        TestHome.empty(HOME);
        Files.writeString(folder.resolve("accounts.csv"), "account_id\nacme\n");
        try (Writer events = Files.newBufferedWriter(folder.resolve("events.csv"))) {
            events.write("id,source_type,type,account_id,occurred_at,feature\n");
            for (int i = 0; i < EVENTS; i++) {
                events.write(
                        "e-" + i + ",analytics,feature_used,acme,2026-01-0" + (1 + i % 9) + "T09:00:00Z,reports\n");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static CsmProcess importing(String what, String tenant) throws IOException {
        String file = folder.resolve(what + ".csv").toString();
        return CsmProcess.start(HOME, "import", what, file, "--tenant", tenant, "--json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "INT"})
    void keeps_whole_batches_and_loses_and_doubles_nothing(String signal) throws Exception {
        String tenant = "ended-by-" + signal.toLowerCase(Locale.ROOT);
        try (CsmProcess accounts = importing("accounts", tenant)) {
            assertThat(accounts.end()).isZero();
        }
        String said;
        try (CsmProcess ended = importing("events", tenant)) {
            ended.await("select count(*) from csm.event where tenant_id = '" + tenant + "'", BATCH);
            ended.signal(signal);
            assertThat(ended.end()).isNotZero();
            said = ended.err();
        }
        long kept = events(tenant);
        String again;
        try (CsmProcess resumed = importing("events", tenant)) {
            again = resumed.out();
            assertThat(resumed.end()).isZero();
        }

        assertThat(kept).isBetween((long) BATCH, (long) EVENTS - 1).matches(count -> count % BATCH == 0);
        if (!signal.equals("KILL")) {
            assertThat(said)
                    .isEqualTo(String.format(
                            Locale.ROOT,
                            "csm: the import was stopped after %,d rows, which are stored; run the same command again to"
                                    + " complete it%n",
                            kept));
        }
        assertThat(again).contains("\"read\":60000,\"stored\":" + (EVENTS - kept) + ",\"unchanged\":" + kept);
        assertThat(events(tenant)).isEqualTo(EVENTS);
    }

    private static long events(String tenant) {
        try (Csm csm = Csm.open(CsmSettings.standard(HOME), Clock.systemUTC())) {
            return csm.customerSuccess().ports().events().count(new TenantId(tenant));
        }
    }
}
