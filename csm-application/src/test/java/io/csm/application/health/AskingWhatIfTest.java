package io.csm.application.health;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.middling;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.csm.application.CustomerSuccess;
import io.csm.application.account.AccountNotFound;
import io.csm.application.contract.SettableClock;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.churn.WhatIf;
import io.csm.domain.health.PathToGreen;
import io.csm.domain.health.Rag;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.InvalidSignal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AskingWhatIfTest {

    private final CustomerSuccess csm = CustomerSuccess.inMemory(new SettableClock());

    @BeforeEach
    void a_scored_portfolio() {
        csm.ports()
                .healthScores()
                .append(
                        ACME,
                        STANDARD,
                        List.of(
                                healthy("A-1").by(STANDARD),
                                middling("A-2").by(STANDARD),
                                struggling("A-3").by(STANDARD)));
    }

    private WhatIf whatIf(String account, Map<String, String> changes) {
        return csm.whatIfAccount().with(MIA, account(account), TUESDAY, changes);
    }

    @Test
    void other_signals_give_another_score_and_nothing_is_stored() {
        WhatIf whatIf = whatIf("A-2", Map.of("tam_health_rag", ""));

        assertThat(whatIf.before().score().value()).isCloseTo(54.4, within(1e-9));
        assertThat(whatIf.after().score().value()).isCloseTo(64, within(1e-9));
        assertThat(whatIf.gain()).isCloseTo(9.6, within(1e-9));
        assertThat(csm.ports().healthScores().history(ACME, account("A-2"), MONDAY, WEDNESDAY))
                .hasSize(1);
    }

    @Test
    void a_signal_that_is_unknown_or_refuses_its_value_is_named() {
        assertThatThrownBy(() -> whatIf("A-1", Map.of("npsscore", "9")))
                .isInstanceOf(InvalidSignal.class)
                .hasMessageContaining("nps_score");
        assertThatThrownBy(() -> whatIf("A-1", Map.of("nps_score", "11")))
                .isInstanceOf(InvalidSignal.class)
                .hasMessageContaining("A-1");
        assertThatThrownBy(() -> whatIf("A-9", Map.of())).isInstanceOf(AccountNotFound.class);
    }

    @Test
    void a_path_leads_to_the_next_band() {
        List<PathToGreen> paths = csm.whatIfAccount().pathToGreen(MIA, account("A-2"), TUESDAY);

        assertThat(paths).isNotEmpty().hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void another_policy_over_the_whole_portfolio_shows_old_and_new_side_by_side() {
        WhatIfPortfolio.Comparison comparison =
                csm.whatIfPortfolio().by(MIA, new HealthPolicy(raised(), STANDARD.churnRules()), TUESDAY, 2);

        assertThat(comparison.compared()).isEqualTo(3);
        assertThat(comparison.notScored()).isZero();
        assertThat(comparison.from(Rag.GREEN, Rag.AMBER)).isEqualTo(1);
        assertThat(comparison.from(Rag.AMBER, Rag.AMBER)).isEqualTo(1);
        assertThat(comparison.from(Rag.RED, Rag.RED)).isEqualTo(1);
        assertThat(comparison.meanChange()).isZero();
        assertThat(comparison.largest()).hasSize(2);
    }

    private static io.csm.domain.health.Scorecard raised() {
        return ShippedScorecards.CSM_STANDARD.withBands(
                ShippedScorecards.CSM_STANDARD.bands().withEdges(99, 40));
    }

    @Test
    void accounts_that_the_candidate_cannot_score_are_counted() {
        HealthPolicy lifecycle = HealthPolicy.of(ShippedScorecards.LIFECYCLE_STAGE_CARD);

        WhatIfPortfolio.Comparison comparison = csm.whatIfPortfolio().by(MIA, lifecycle, TUESDAY, 10);

        assertThat(comparison.notScored()).isEqualTo(3);
        assertThat(comparison.compared()).isZero();
        assertThat(comparison.meanChange()).isZero();
    }
}
