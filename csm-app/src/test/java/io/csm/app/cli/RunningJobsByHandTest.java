package io.csm.app.cli;

import static io.csm.app.cli.SignalRows.HEALTHY;
import static io.csm.app.cli.SignalRows.csv;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.app.Csm;
import io.csm.app.cli.Terminal.Said;
import io.csm.app.config.CsmSettings;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.signal.SignalValue;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.signal.SignalOrigin;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningJobsByHandTest {

    private static final Instant ELEVEN = Instant.parse("2026-03-02T11:00:00Z");

    private static Said run(String... args) {
        return TestHome.terminal().run(args);
    }

    private static void giveAnswer(String tenant, String account, String nps) {
        Actor actor = Actor.administrator(new TenantId(tenant), Origin.EMBEDDED);
        try (Csm csm = Csm.open(CsmSettings.standard(TestHome.folder()), Clock.fixed(ELEVEN, ZoneOffset.UTC))) {
            SignalValue value = new SignalValue(
                    new AccountId(account), "nps_score", nps, new SignalOrigin("survey", ELEVEN), ELEVEN);
            csm.customerSuccess().giveSignals().give(actor, List.of(value), ELEVEN);
        }
    }

    private static void store(String tenant) {
        Said stored = TestHome.terminal()
                .at("2026-03-01T12:00:00Z")
                .typing(csv("acme" + HEALTHY))
                .run("scan", "--signals", "-", "--store", "--tenant", tenant);
        assertThat(stored.code()).isZero();
    }

    @Test
    void scores_the_changed_accounts_of_the_tenant() {
        store("by-hand");
        giveAnswer("by-hand", "acme", "3");

        Said first = run("jobs", "run", "score-changes", "--tenant", "by-hand");
        Said second = run("jobs", "run", "score-changes", "--tenant", "by-hand");

        assertThat(first.out())
                .isEqualTo("1 account scored, 0 unchanged, 0 refused; 95 % of them within 3600 s of their change\n");
        assertThat(first.code()).isZero();
        assertThat(second.out()).isEqualTo("no account of tenant by-hand has changed since it was last scored\n");
        assertThat(second.code()).isZero();
    }

    @Test
    void tells_programs_what_it_did() {
        store("by-program");
        giveAnswer("by-program", "acme", "3");

        assertThat(run("jobs", "run", "score-changes", "--tenant", "by-program", "--json")
                        .only()
                        .toString())
                .isEqualTo("{\"job\":\"score-changes\",\"tenant\":\"by-program\",\"scored\":1,\"unchanged\":0,"
                        + "\"refused\":0,\"lag_p95_seconds\":3600.0}");
    }

    @Test
    void says_who_cannot_be_scored() {
        Actor actor = Actor.administrator(new TenantId("too-little"), Origin.EMBEDDED);
        try (Csm csm = Csm.open(CsmSettings.standard(TestHome.folder()), Clock.fixed(ELEVEN, ZoneOffset.UTC))) {
            csm.customerSuccess()
                    .saveAccounts()
                    .save(
                            actor,
                            List.of(Account.named(new AccountId("acme"), "Acme").build()),
                            ELEVEN);
        }

        Said said = run("jobs", "run", "score-changes", "--tenant", "too-little");

        assertThat(said.err()).isEqualTo("refused account acme: signals must be known, at least one\n");
        assertThat(said.out()).startsWith("0 accounts scored, 0 unchanged, 1 refused;");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void says_which_job_there_is() {
        Said said = run("jobs", "run", "score-everything");

        assertThat(said.err())
                .contains(
                        "there is no job 'score-everything' to run; there are score-changes, health-scan, publish-health, "
                                + "contract-check, contract-qbrs, quarterly-qbrs");
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void says_that_there_are_no_jobs_before_anybody_serves() {
        Said said = run("jobs", "list");

        assertThat(said.out()).isEqualTo("there are no jobs yet; 'csm serve' makes and runs them\n");
        assertThat(run("jobs", "list", "--json").out()).isEmpty();
        assertThat(run("jobs").err()).contains("say what to do: csm jobs list or run");
    }
}
