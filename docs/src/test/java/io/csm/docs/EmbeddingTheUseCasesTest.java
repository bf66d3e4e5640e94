package io.csm.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.adapter.jdbc.JdbcAdapter;
import io.csm.app.database.Database;
import io.csm.app.database.DatabaseSettings;
import io.csm.application.Agent;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.handoff.HandoffAnswer;
import io.csm.application.handoff.HandoffRequest;
import io.csm.application.handoff.TaskType;
import io.csm.application.health.Explanation;
import io.csm.domain.account.AccountId;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.Rag;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.Writer;
import io.csm.domain.narrative.Written;
import io.csm.domain.signal.HealthSignals;
import io.csm.domain.signal.InvoicePaymentStatus;
import io.csm.domain.signal.StakeholderEngagement;
import io.csm.domain.signal.UsageTrend;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTheUseCasesTest {

    private static final HealthSignals SIGNALS = HealthSignals.builder()
            .featureAdoptionRate(0.9)
            .usageTrend(UsageTrend.GROWING)
            .stakeholderEngagement(StakeholderEngagement.HIGH)
            .invoicePaymentStatus(InvoicePaymentStatus.CURRENT)
            .seatsUtilizationRate(0.85)
            .build();

    @Test
    void remembers_scores_in_this_process() {
        HealthSignals signals = SIGNALS;

        // tag::memory[]
        CustomerSuccess csm = CustomerSuccess.inMemory(Clock.systemUTC());
        Actor mia = new Actor(TenantId.DEFAULT, "mia@example.com", Set.of("csm"), Origin.EMBEDDED);
        AccountId acme = new AccountId("acme");

        HealthPolicy policy = csm.scorecards().policy(mia, Optional.empty());
        csm.scoreAccount().score(mia, policy, signals.of(acme, Instant.now()));
        Explanation why = csm.explainAccount().explain(mia, acme, Instant.now(), 30);
        // end::memory[]

        assertThat(why.health().score().rag()).isEqualTo(Rag.GREEN);
        assertThat(why.sinceLast()).isEmpty();
    }

    @Test
    void asks_the_agent_for_answers() {
        CustomerSuccess csm = CustomerSuccess.inMemory(Clock.systemUTC());
        Actor mia = new Actor(TenantId.DEFAULT, "mia@example.com", Set.of("csm"), Origin.EMBEDDED);
        AccountId acme = new AccountId("acme");
        csm.scoreAccount().score(mia, csm.scorecards().policy(mia, Optional.empty()), SIGNALS.of(acme, Instant.now()));

        // tag::agent[]
        Agent agent = csm.agent();
        AccountBrief brief = agent.briefAccount().brief(mia, acme, Instant.now());
        Written<ChurnNarrative> why = agent.narrator().churn(mia.tenant(), brief);
        System.out.println(why.text().narrative());

        HandoffRequest request = HandoffRequest.about(TaskType.GENERATE_QBR, acme, mia.tenant());
        HandoffAnswer answer = agent.runHandoff().run(mia, request);
        System.out.println(answer.status() + " " + answer.result().get("missing"));
        // end::agent[]

        assertThat(why.writer()).isEqualTo(Writer.RULES);
        assertThat(why.text().narrative()).isNotBlank();
        assertThat(answer.status()).isEqualTo(HandoffAnswer.Status.DONE);
        assertThat(answer.result()).containsEntry("written_by", "rules");
    }

    @Test
    void keeps_scores_in_a_database_of_ones_own(@TempDir Path home) {
        try (Database database = Database.open(new DatabaseSettings.Embedded(home))) {
            AccountHealth health = storeIn(database.owner(), database.application());

            assertThat(health.score().rag()).isEqualTo(Rag.GREEN);
        }
    }

    private static AccountHealth storeIn(DataSource owner, DataSource application) {
        // tag::jdbc[]
        JdbcAdapter.migrate(owner, "csm_app"); // connections of the role that owns the tables
        JdbcAdapter jdbc = JdbcAdapter.over(application); // connections of csm_app, which owns nothing
        CustomerSuccess csm = CustomerSuccess.over(jdbc, Clock.systemUTC());
        // end::jdbc[]

        Actor mia = new Actor(new TenantId("northwind"), "mia@example.com", Set.of("csm"), Origin.EMBEDDED);
        AccountId acme = new AccountId("acme");
        HealthPolicy policy = csm.scorecards().policy(mia, Optional.empty());
        csm.scoreAccount().score(mia, policy, SIGNALS.of(acme, Instant.now()));
        return csm.explainAccount().explain(mia, acme, Instant.now(), 30).health();
    }
}
