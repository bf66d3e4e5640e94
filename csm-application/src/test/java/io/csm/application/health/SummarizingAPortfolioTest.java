package io.csm.application.health;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.middling;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.Fixtures;
import io.csm.application.contract.SettableClock;
import io.csm.domain.account.Account;
import io.csm.domain.account.Money;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.health.Rag;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummarizingAPortfolioTest {

    private final CustomerSuccess csm = CustomerSuccess.inMemory(new SettableClock());

    private void append(AccountHealth... all) {
        csm.ports().healthScores().append(ACME, STANDARD, List.of(all));
    }

    private void paying(String account, String amount, String currency) {
        csm.ports()
                .accounts()
                .saveAll(
                        ACME,
                        List.of(Account.named(account(account), account)
                                .withArr(Money.of(amount, currency))
                                .build()));
    }

    private PortfolioSummary summary(int most) {
        return csm.summarizePortfolio().summarize(MIA, TUESDAY, Duration.ofDays(30), most);
    }

    @Test
    void adds_up_accounts_and_revenue_by_band_and_currency() {
        paying("A-1", "0.10", "EUR");
        paying("A-2", "0.20", "EUR");
        paying("A-3", "5", "USD");
        append(
                healthy("A-1").by(STANDARD),
                healthy("A-2").by(STANDARD),
                healthy("A-3").by(STANDARD),
                struggling("A-4").by(STANDARD));

        PortfolioSummary summary = summary(10);

        assertThat(summary.accounts()).isEqualTo(4);
        assertThat(summary.slices())
                .extracting(PortfolioSummary.Slice::rag)
                .containsExactly(Rag.GREEN, Rag.AMBER, Rag.RED);
        assertThat(summary.slices().get(0).arr())
                .isEqualTo(Map.of("EUR", new BigDecimal("0.30"), "USD", new BigDecimal("5")));
        assertThat(summary.byRisk()).isEqualTo(Map.of(ChurnRisk.LOW, 3L, ChurnRisk.CRITICAL, 1L));
    }

    @Test
    void lists_who_fell_and_who_rose_since_the_earlier_instant() {
        append(
                healthy("A-1").at(A_MONTH_BEFORE).by(STANDARD),
                struggling("A-1").by(STANDARD),
                middling("A-2").at(A_MONTH_BEFORE).by(STANDARD),
                healthy("A-2").by(STANDARD),
                healthy("A-3").at(A_MONTH_BEFORE).by(STANDARD),
                middling("A-3").by(STANDARD),
                healthy("A-4").by(STANDARD));

        PortfolioSummary summary = summary(1);

        assertThat(summary.compared()).isEqualTo(3);
        assertThat(summary.fellCount()).isEqualTo(2);
        assertThat(summary.fell()).extracting(Fixtures::id).containsExactly("A-1");
        assertThat(summary.roseCount()).isEqualTo(1);
        assertThat(summary.rose()).extracting(Fixtures::id).containsExactly("A-2");
        assertThat(summary.slices())
                .extracting(PortfolioSummary.Slice::accounts, PortfolioSummary.Slice::earlier)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, 2L),
                        org.assertj.core.groups.Tuple.tuple(1L, 1L),
                        org.assertj.core.groups.Tuple.tuple(1L, 0L));
    }

    @Test
    void puts_the_worst_risk_first_and_then_the_most_revenue() {
        paying("A-2", "100", "EUR");
        paying("A-3", "900", "EUR");
        append(
                healthy("A-1").by(STANDARD),
                struggling("A-2").by(STANDARD),
                struggling("A-3").by(STANDARD),
                struggling("A-4").by(STANDARD));

        assertThat(summary(2).mostAtRisk()).extracting(Fixtures::id).containsExactly("A-3", "A-2");
    }

    @Test
    void an_empty_portfolio_is_all_zeros() {
        PortfolioSummary summary = summary(10);

        assertThat(summary.accounts()).isZero();
        assertThat(summary.meanCoverage()).isZero();
        assertThat(summary.slices()).hasSize(3);
    }
}
