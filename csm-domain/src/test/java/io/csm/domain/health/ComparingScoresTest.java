package io.csm.domain.health;

import static io.csm.domain.fixture.SnapshotFixture.aSnapshot;
import static io.csm.domain.health.ShippedScorecards.CSM_STANDARD;
import static io.csm.domain.health.ShippedScorecards.ENTERPRISE_COMPONENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.csm.domain.fixture.RandomSnapshots;
import io.csm.domain.signal.InvalidSignal;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComparingScoresTest {

    @ParameterizedTest(name = "{0} after {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # now             | before | trend
            65                | 60     | STABLE
            65.00000000000001 | 60     | IMPROVING
            66                | 60     | IMPROVING
            60                | 60     | STABLE
            55                | 60     | STABLE
            54.99999999999999 | 60     | DECLINING
            54                | 60     | DECLINING
            """)
    void calls_up_to_five_points_stable(double now, double before, Trend trend) {
        assertThat(Trend.between(before, now)).isEqualTo(trend);
    }

    @Test
    void splits_a_change_under_one_scorecard_into_signals_and_adjustments() {
        HealthScore before = scored(CSM_STANDARD, "usage_trend=growing");
        HealthScore after = scored(CSM_STANDARD, "usage_trend=stable tam_health_rag=RED");

        ScoreChange change = ScoreChange.between(before, after);

        assertThat(change.bySignals()).isEqualTo(-5);
        assertThat(change.byScorecard()).isZero();
        assertThat(change.byAdjustments()).isCloseTo(-14.25, within(1e-9));
        assertThat(change.total()).isCloseTo(-19.25, within(1e-9));
        assertThat(change.isAcrossScorecards()).isFalse();
        assertThat(change.sentence()).isEqualTo("-19.3 points: signals -5, scorecard 0, adjustments -14.3");
    }

    @Test
    void tells_which_signals_moved() {
        HealthScore before = scored(CSM_STANDARD, "usage_trend=stable nps_score=- days_to_renewal=45");
        HealthScore after = scored(CSM_STANDARD, "usage_trend=declining nps_score=7 days_to_renewal=-");

        assertThat(ScoreChange.between(before, after).moves())
                .extracting(ScoreChange.Move::sentence)
                .containsExactly(
                        "usage trend: stable -> declining",
                        "NPS answer: not tracked -> 7",
                        "days to renewal: 45 -> not tracked");
    }

    @Test
    void gives_another_scorecard_its_own_share() {
        HealthScore before = scored(CSM_STANDARD, "usage_trend=growing");
        HealthScore after = scored(ENTERPRISE_COMPONENTS, "usage_trend=stable invoice_payment_status=overdue_30");

        ScoreChange change = ScoreChange.between(before, after);

        assertThat(change.bySignals()).isEqualTo(-9);
        assertThat(change.byScorecard()).isCloseTo(after.beforeAdjustments() - 91, within(1e-9));
        assertThat(change.isAcrossScorecards()).isTrue();
    }

    @Test
    void finds_no_change_between_a_score_and_itself() {
        HealthScore score = scored(CSM_STANDARD, "usage_trend=growing");

        ScoreChange change = ScoreChange.between(score, score);

        assertThat(change.moves()).isEmpty();
        assertThat(change.sentence()).isEqualTo("0 points: signals 0, scorecard 0, adjustments 0");
    }

    @Test
    void refuses_when_the_earlier_scorecard_can_no_longer_score() {
        HealthScore before = scored(CSM_STANDARD, "usage_trend=growing");
        HealthScore after = scored(ENTERPRISE_COMPONENTS, "usage_trend=-");

        assertThatThrownBy(() -> ScoreChange.between(before, after))
                .isInstanceOf(InvalidSignal.class)
                .hasMessage("account A-1: usage_trend is required by scorecard csm-standard");
    }

    static Stream<Arguments> pairsOfScorecards() {
        return LongStream.rangeClosed(1, 20)
                .mapToObj(seed -> Arguments.of(
                        ENTERPRISE_COMPONENTS, seed % 2 == 0 ? ENTERPRISE_COMPONENTS : CSM_STANDARD, seed));
    }

    @ParameterizedTest
    @MethodSource("pairsOfScorecards")
    void the_three_causes_add_to_the_whole_change(Scorecard earlier, Scorecard later, long seed) {
        RandomSnapshots random = RandomSnapshots.seeded(seed);
        for (int i = 0; i < 50; i++) {
            HealthScore before = earlier.score(random.forScorecard(earlier));
            HealthScore after = later.score(random.complete(later));

            ScoreChange change = ScoreChange.between(before, after);

            assertThat(change.bySignals() + change.byScorecard() + change.byAdjustments())
                    .isCloseTo(change.total(), within(1e-9));
        }
    }

    private static HealthScore scored(Scorecard scorecard, String signals) {
        return scorecard.score(aSnapshot().with(signals).build());
    }
}
