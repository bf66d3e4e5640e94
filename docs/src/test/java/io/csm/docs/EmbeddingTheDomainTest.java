package io.csm.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.PathToGreen;
import io.csm.domain.health.Rag;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.HealthSignals;
import io.csm.domain.signal.InvoicePaymentStatus;
import io.csm.domain.signal.StakeholderEngagement;
import io.csm.domain.signal.UsageTrend;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingTheDomainTest {

    @Test
    void scores_an_account_with_the_domain_alone() {
        // tag::domain[]
        HealthSignals signals = HealthSignals.builder()
                .featureAdoptionRate(0.31)
                .usageTrend(UsageTrend.DECLINING)
                .stakeholderEngagement(StakeholderEngagement.LOW)
                .invoicePaymentStatus(InvoicePaymentStatus.OVERDUE_30)
                .seatsUtilizationRate(0.55)
                .daysToRenewal(40)
                .build();

        HealthScore score = ShippedScorecards.CSM_STANDARD.score(signals.asSnapshot());
        System.out.println(score.value() + " " + score.rag());
        score.losses().forEach(loss -> System.out.println(loss.sentence()));
        // end::domain[]

        assertThat(score.value()).isEqualTo(43.2, within(1e-9));
        assertThat(score.rag()).isEqualTo(Rag.AMBER);
        assertThat(score.losses().get(0).sentence()).contains("31 % of the plan's features are used");
    }

    @Test
    void judges_churn_and_finds_the_way_up() {
        HealthSignals signals = HealthSignals.builder()
                .featureAdoptionRate(0.82)
                .usageTrend(UsageTrend.STABLE)
                .stakeholderEngagement(StakeholderEngagement.MEDIUM)
                .invoicePaymentStatus(InvoicePaymentStatus.OVERDUE_60)
                .seatsUtilizationRate(0.9)
                .daysToRenewal(20)
                .build();

        // tag::churn[]
        AccountHealth health = HealthPolicy.of(ShippedScorecards.CSM_STANDARD).assess(signals.asSnapshot());
        List<PathToGreen> paths = PathToGreen.find(ShippedScorecards.CSM_STANDARD, signals.asSnapshot());
        // end::churn[]

        assertThat(health.risk()).isEqualTo(ChurnRisk.HIGH);
        assertThat(health.shouldAlert()).isTrue();
        assertThat(paths.get(0).after().rag()).isEqualTo(Rag.GREEN);
    }
}
