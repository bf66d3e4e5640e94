package io.csm.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.adapter.llm.LlmSettings;
import io.csm.adapter.notion.NotionSettings;
import io.csm.app.Csm;
import io.csm.app.channel.ChatSettings;
import io.csm.app.channel.WebhookSettings;
import io.csm.app.config.CsmSettings;
import io.csm.app.jobs.JobSettings;
import io.csm.app.sample.SamplePortfolio;
import io.csm.application.AgentSettings;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.health.HealthSettings;
import io.csm.application.health.PortfolioSummary;
import io.csm.application.health.ScanListener;
import io.csm.application.health.ScanPortfolio;
import io.csm.application.retention.RetentionSettings;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.ShippedScorecards;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oldest server that is supported, run by somebody else, with the roles that a database administrator makes. */
class RunningOnAnExternalServerTest {

    private static final LocalDate NEWEST = LocalDate.of(2026, 6, 30);
    private static final Actor ACTOR = Actor.administrator(TenantId.DEFAULT, Origin.COMMAND_LINE);
    private static final Secret PASSWORD = new Secret("only for this test");

    @TempDir
    Path folder;

    @Test
    void a_year_of_scans_gives_what_it_gives_in_memory() throws Exception {
        try (InstalledPostgres server = InstalledPostgres.startIn(folder)) {
            Homes.tell(
                    server.superuser("postgres").unpooled(),
                    "create role csm_owner login password '" + PASSWORD.value() + "'",
                    "create role csm_app login password '" + PASSWORD.value() + "'",
                    "create database csm owner csm_owner");

            try (Csm csm = Csm.open(settings(server.url("csm")), clock())) {
                PortfolioSummary stored = scanAYear(csm.customerSuccess());

                assertThat(stored.slices())
                        .isEqualTo(scanAYear(CustomerSuccess.inMemory(clock())).slices());
                assertThat(stored.accounts()).isGreaterThan(150);
            }
            try (Csm again = Csm.open(settings(server.url("csm")), clock())) {
                assertThat(again.customerSuccess().ports().accounts().count(ACTOR.tenant()))
                        .isEqualTo(200);
            }
        }
    }

    private CsmSettings settings(String url) {
        return new CsmSettings(
                folder,
                "this test",
                new DatabaseSettings.External(url, "csm_app", PASSWORD, "csm_owner", PASSWORD),
                HealthSettings.defaults(),
                JobSettings.defaults(),
                NotionSettings.none(),
                TenantId.DEFAULT,
                LlmSettings.none(),
                Optional.empty(),
                RetentionSettings.defaults(),
                WebhookSettings.none(),
                ChatSettings.none(),
                Optional.empty(),
                AgentSettings.defaults());
    }

    private static Clock clock() {
        return Clock.fixed(NEWEST.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static PortfolioSummary scanAYear(CustomerSuccess success) {
        SamplePortfolio sample = SamplePortfolio.asOf(NEWEST);
        HealthPolicy policy = HealthPolicy.of(ShippedScorecards.CSM_STANDARD);
        success.ports().accounts().saveAll(ACTOR.tenant(), sample.accounts());
        for (LocalDate month : sample.months()) {
            ScanPortfolio.Command scan = new ScanPortfolio.Command(
                    policy,
                    "sample " + month,
                    Optional.of(sample.takenAt(month)),
                    at -> sample.snapshots(month, policy.scorecard().catalogue()));
            success.scanPortfolio().scan(ACTOR, scan, new ScanListener() {});
        }
        return success.summarizePortfolio().summarize(ACTOR, sample.takenAt(NEWEST), Duration.ofDays(30), 10);
    }
}
