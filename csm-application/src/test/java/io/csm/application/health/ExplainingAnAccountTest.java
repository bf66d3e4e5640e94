package io.csm.application.health;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.middling;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static io.csm.domain.signal.StandardSignals.FEATURE_BREADTH;
import static io.csm.domain.signal.StandardSignals.LIFECYCLE_STAGE;
import static io.csm.domain.signal.StandardSignals.USAGE_DEPTH_RATE;
import static io.csm.domain.signal.StandardSignals.USAGE_FREQUENCY;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.CustomerSuccess;
import io.csm.application.account.AccountNotFound;
import io.csm.application.contract.SettableClock;
import io.csm.application.contract.SnapshotBuilder;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.ScoreChange;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.health.Trend;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainingAnAccountTest {

    private final CustomerSuccess csm = CustomerSuccess.inMemory(new SettableClock());

    private void score(HealthPolicy policy, SnapshotBuilder snapshot) {
        csm.scoreAccount().score(MIA, policy, snapshot.build());
    }

    private Explanation explain(String account) {
        return csm.explainAccount().explain(MIA, account(account), WEDNESDAY, 30);
    }

    @Test
    void tells_what_changed_since_last_time_and_where_it_is_heading() {
        score(STANDARD, healthy("A-1").at(A_MONTH_BEFORE));
        score(STANDARD, healthy("A-1"));
        score(STANDARD, healthy("A-1").at(TUESDAY).with(USAGE_TREND, "declining"));

        Explanation explanation = explain("A-1");

        ScoreChange change = explanation.sinceLast().orElseThrow();
        assertThat(change.sentence()).isEqualTo("-12 points: signals -12, scorecard 0, adjustments 0");
        assertThat(change.moves())
                .extracting(ScoreChange.Move::sentence)
                .containsExactly("usage trend: growing -> declining");
        assertThat(explanation.trend()).contains(Trend.DECLINING);
    }

    @Test
    void a_first_score_has_no_change_and_no_trend() {
        score(STANDARD, healthy("A-1"));

        Explanation explanation = explain("A-1");

        assertThat(explanation.sinceLast()).isEmpty();
        assertThat(explanation.trend()).isEmpty();
        assertThat(explanation.isDip()).isFalse();
        assertThat(explanation.isAtRisk()).isFalse();
    }

    @Test
    void the_trend_looks_back_as_many_days_as_it_is_asked_to() {
        score(STANDARD, struggling("A-1").at(A_MONTH_BEFORE));
        score(STANDARD, middling("A-1").at(MONDAY));
        score(STANDARD, middling("A-1").at(MONDAY.plusSeconds(8 * 86_400)));

        assertThat(trend(7)).isEqualTo(Trend.STABLE);
        assertThat(trend(30)).isEqualTo(Trend.IMPROVING);
        assertThatThrownBy(() -> trend(31))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the trend window must be 7, 30 or 90 days but was 31");
    }

    private Trend trend(int days) {
        return csm.explainAccount()
                .explain(MIA, account("A-1"), MONDAY.plusSeconds(9 * 86_400), days)
                .trend()
                .orElseThrow();
    }

    @Test
    void explains_the_score_as_of_an_instant() {
        score(STANDARD, healthy("A-1"));
        score(STANDARD, struggling("A-1").at(WEDNESDAY));

        Explanation explanation = csm.explainAccount().explain(MIA, account("A-1"), TUESDAY, 30);

        assertThat(explanation.health().score().value()).isEqualTo(98.0);
    }

    @Test
    void a_dip_is_a_fall_that_the_scorecard_wants_to_hear_of() {
        HealthPolicy lifecycle = HealthPolicy.of(ShippedScorecards.LIFECYCLE_STAGE_CARD);
        score(lifecycle, usage("0.9"));
        score(lifecycle, usage("0.5").at(TUESDAY));

        assertThat(explain("A-1").isDip()).isTrue();
    }

    private static SnapshotBuilder usage(String rate) {
        return healthy("A-1")
                .with(LIFECYCLE_STAGE, "adoption")
                .with(USAGE_FREQUENCY, rate)
                .with(FEATURE_BREADTH, rate)
                .with(USAGE_DEPTH_RATE, rate);
    }

    @Test
    void an_account_that_is_not_known_or_not_scored_is_said_so() {
        csm.ports().accounts().saveAll(ACME, List.of(named("A-1", "Initech")));

        assertThatThrownBy(() -> explain("A-1"))
                .isInstanceOf(AccountNotFound.class)
                .hasMessage("account A-1 has no score yet; scan the portfolio first");
        assertThatThrownBy(() -> explain("A-2"))
                .isInstanceOf(AccountNotFound.class)
                .hasMessage("account A-2 is not known");
    }
}
