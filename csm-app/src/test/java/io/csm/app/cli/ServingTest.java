package io.csm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.app.Csm;
import io.csm.app.config.CsmSettings;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.signal.SignalValue;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.signal.SignalOrigin;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes of their own that serve, on one home. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent with kill")
class ServingTest {

    private static final Path HOME = Path.of("target", "cli-serving-home").toAbsolutePath();
    private static final Actor ACTOR = Actor.administrator(new TenantId("served"), Origin.EMBEDDED);
    private static final int BATCH = 1_000;
    private static final String SCORES = "select count(*) from csm.health_score";

    private static final Map<String, String> ENOUGH = Map.of(
            "feature_adoption_rate", "0.5",
            "usage_trend", "stable",
            "stakeholder_engagement", "medium",
            "invoice_payment_status", "current",
            "seats_utilization_rate", "0.7");

    @BeforeEach
    void the_home_is_empty() throws IOException {
        TestHome.empty(HOME);
    }

    private static CsmProcess serve() throws IOException {
        return CsmProcess.start(HOME, Map.of("CSM_JOBS_SCORE_CHANGES_EVERY", "PT0.2S"), "serve");
    }

    /** On the database of whoever serves, or alone. */
    private static void giveEnough(int accounts) {
        Instant now = Instant.now();
        try (Csm csm = Csm.open(CsmSettings.standard(HOME), Clock.systemUTC())) {
            CustomerSuccess success = csm.customerSuccess();
            List<Account> all = IntStream.range(0, accounts)
                    .mapToObj(i -> Account.named(new AccountId("A-" + i), "Account " + i)
                            .build())
                    .toList();
            success.saveAccounts().save(ACTOR, all, now);
            List<SignalValue> values = new ArrayList<>();
            all.forEach(account -> ENOUGH.forEach((signal, value) ->
                    values.add(new SignalValue(account.id(), signal, value, new SignalOrigin("crm", now), now))));
            success.giveSignals().give(ACTOR, values, now);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void scores_what_others_bring_in_and_ends_well_when_it_is_stopped(String signal) throws Exception {
        try (CsmProcess serving = serve()) {
            serving.await("select count(*) from csm_scheduler.scheduled_tasks", 1);
            giveEnough(3);
            serving.await(SCORES, 3);
            serving.await("select count(last_success) from csm_scheduler.scheduled_tasks", 2);

            serving.signal(signal);

            assertThat(serving.end()).isZero();
            assertThat(serving.out()).isEqualTo("scoring changes of all tenants every 0.2 s; stop with Ctrl-C\n");
            assertThat(serving.err())
                    .contains("tenant served: 3 accounts scored, 0 unchanged, 95 % of them within ")
                    .hasLineCount(1);
        }
    }

    @Test
    void killed_while_it_scores_it_loses_nothing_and_doubles_nothing() throws Exception {
        int accounts = 12 * BATCH;
        giveEnough(accounts);
        try (CsmProcess killed = serve()) {
            killed.await(SCORES, BATCH);
            killed.signal("KILL");
            assertThat(killed.end()).isNotZero();
        }
        long kept = ask(SCORES);
        assertThat(kept).isBetween((long) BATCH, (long) accounts - 1).matches(count -> count % BATCH == 0);
        assertThat(ask("select count(distinct account_no) from csm.outbox")).isEqualTo(accounts - kept);

        try (CsmProcess again = serve()) {
            again.await(SCORES, accounts);
            again.signal("TERM");
            assertThat(again.end()).isZero();
        }
        assertThat(ask(SCORES)).isEqualTo(accounts);
        assertThat(ask("select count(distinct account_no) from csm.health_score"))
                .isEqualTo(accounts);
        assertThat(ask("select count(*) from csm.outbox")).isZero();
    }

    @Test
    void starts_the_database_itself_when_the_process_ends_that_had_started_it() throws Exception {
        try (CsmProcess owner = serve()) {
            owner.await("select count(*) from csm_scheduler.scheduled_tasks", 1);
            try (CsmProcess guest = serve()) {

                guest.awaitLine("scoring changes");
                owner.signal("TERM");
                assertThat(owner.end()).isZero();
                guest.awaitLine("the database had ended; it is up again, and the jobs go on");

                giveEnough(2);
                guest.await(SCORES, 2);
                guest.signal("TERM");
                assertThat(guest.end()).isZero();
            }
        }
    }

    private static long ask(String query) throws SQLException {
        try (Csm csm = Csm.open(CsmSettings.standard(HOME), Clock.systemUTC());
                var connection = csm.database().superuser().orElseThrow().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
