package io.csm.domain.health;

import static io.csm.domain.fixture.SnapshotFixture.anEmptySnapshot;
import static io.csm.domain.health.ShippedScorecards.LIFECYCLE_STAGE_CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.csm.domain.signal.InvalidSignal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleStageTest {

    private static final String RATES = "usage_frequency=0.7 feature_breadth=0.5 usage_depth_rate=0.6";

    private static final Scorecard OWN_WEIGHTS = ShippedScorecards.lifecycleStage(
            Map.of("onboarding", 50.0, "maturity", 0.0),
            Map.of("onboarding", 25.0, "maturity", 80.0),
            Map.of("onboarding", 25.0, "maturity", 20.0));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # stage    | score of .7, .5, .6
            onboarding | 62.5
            maturity   | 52
            adoption   | 61
            renewal    | 61
            -          | 61
            """)
    void weighs_by_the_tenants_weights_for_the_stage(String stage, double value) {
        HealthScore score = OWN_WEIGHTS.score(
                anEmptySnapshot().with(RATES + " lifecycle_stage=" + stage).build());

        assertThat(score.value()).isCloseTo(value, within(1e-9));
        assertThat(score.coverage()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onboarding", "adoption", "maturity", "renewal", "-"})
    void weighs_40_30_30_by_default(String stage) {
        HealthScore score = LIFECYCLE_STAGE_CARD.score(
                anEmptySnapshot().with(RATES + " lifecycle_stage=" + stage).build());

        assertThat(score.value()).isCloseTo(0.7 * 40 + 0.5 * 30 + 0.6 * 30, within(1e-9));
    }

    @Test
    void shows_the_weights_of_the_stage_in_the_contributions() {
        HealthScore score = OWN_WEIGHTS.score(
                anEmptySnapshot().with(RATES + " lifecycle_stage=maturity").build());

        assertThat(score.contributions()).extracting(Contribution::max).containsExactly(0.0, 80.0, 20.0);
    }

    @Test
    void refuses_weights_that_do_not_add_to_100_for_one_stage() {
        assertThatThrownBy(() -> ShippedScorecards.lifecycleStage(Map.of("renewal", 50.0), Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the weights of the measures must add to 100 for renewal but add to 110");
    }

    @Test
    void refuses_a_stage_that_does_not_exist() {
        assertThatThrownBy(() -> ShippedScorecards.lifecycleStage(Map.of("Onboarding", 40.0), Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a weight is given for 'Onboarding', which must be one of"
                        + " onboarding, adoption, maturity, renewal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"usage_frequency", "feature_breadth", "usage_depth_rate"})
    void refuses_an_account_without_one_of_the_rates(String rate) {
        assertThatThrownBy(() -> LIFECYCLE_STAGE_CARD.score(
                        anEmptySnapshot().with(RATES + " " + rate + "=-").build()))
                .isInstanceOf(InvalidSignal.class)
                .hasMessage("account A-1: " + rate + " is required by scorecard lifecycle-stage");
    }

    @ParameterizedTest(name = "{0} after {1}: dip {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # score            | previous | dip
            50                 | 60       | false
            49.99999999999999  | 60.0     | true
            49                 | 60       | true
            70                 | 60       | false
            0                  | 100      | true
            """)
    void raises_a_dip_alert_strictly_below_minus_10(double current, double previous, boolean dip) {
        assertThat(LIFECYCLE_STAGE_CARD.dipAlert().orElseThrow().isDip(previous, current))
                .isEqualTo(dip);
    }

    @ParameterizedTest
    @CsvSource({"70, GREEN", "69.99, AMBER", "40, AMBER", "39.99, RED"})
    void has_bands_at_70_and_40(double score, Rag rag) {
        assertThat(LIFECYCLE_STAGE_CARD.bands().of(score).rag()).isEqualTo(rag);
    }
}
