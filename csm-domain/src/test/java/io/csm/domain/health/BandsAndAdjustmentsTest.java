package io.csm.domain.health;

import static io.csm.domain.fixture.SnapshotFixture.aSnapshot;
import static io.csm.domain.fixture.SnapshotFixture.anEmptySnapshot;
import static io.csm.domain.health.ScorecardLanguage.bands;
import static io.csm.domain.health.ScorecardLanguage.measure;
import static io.csm.domain.health.ScorecardLanguage.points;
import static io.csm.domain.health.ScorecardLanguage.proportionalTo;
import static io.csm.domain.health.ScorecardLanguage.scorecard;
import static io.csm.domain.health.ScorecardLanguage.when;
import static io.csm.domain.health.ShippedScorecards.CSM_STANDARD;
import static io.csm.domain.signal.StandardSignals.EXECUTIVE_ACCESS;
import static io.csm.domain.signal.StandardSignals.FEATURE_ADOPTION_RATE;
import static io.csm.domain.signal.StandardSignals.OPEN_ESCALATION;
import static io.csm.domain.signal.StandardSignals.TAM_HEALTH_RAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandsAndAdjustmentsTest {

    private static final Scorecard RAISED_THEN_CUT = scorecard(
            "raised-then-cut",
            1,
            bands(70, 40),
            measure("adoption", points(100), proportionalTo(FEATURE_ADOPTION_RATE, 100)),
            when(EXECUTIVE_ACCESS).is("yes").multiplyBy(1.5, "an executive can be reached"),
            when(OPEN_ESCALATION).is("yes").multiplyBy(0.5, "an escalation is open"));

    @ParameterizedTest(name = "adoption of {0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # adoption           | band
            1.0                  | GREEN
            0.7000000000000001   | GREEN
            0.7                  | GREEN
            0.6999999999999999   | AMBER
            0.4000000000000001   | AMBER
            0.4                  | AMBER
            0.3999999999999999   | RED
            0.0                  | RED
            """)
    void give_the_lower_edge_to_the_band(double adoption, Rag band) {
        HealthScore score = RAISED_THEN_CUT.score(
                anEmptySnapshot().with(FEATURE_ADOPTION_RATE, adoption).build());

        assertThat(score.rag()).isEqualTo(band);
    }

    @Test
    void compare_the_unrounded_score() {
        Bands bands = CSM_STANDARD.bands();

        assertThat(bands.of(70.0).rag()).isEqualTo(Rag.GREEN);
        assertThat(bands.of(Math.nextDown(70.0)).rag()).isEqualTo(Rag.AMBER);
        assertThat(bands.of(40.0).rag()).isEqualTo(Rag.AMBER);
        assertThat(bands.of(Math.nextDown(40.0)).rag()).isEqualTo(Rag.RED);
        assertThat(bands.of(0).rag()).isEqualTo(Rag.RED);
        assertThat(bands.of(100).rag()).isEqualTo(Rag.GREEN);
    }

    @Test
    void compare_the_adjusted_score() {
        HealthScore score = CSM_STANDARD.score(
                aSnapshot().with("feature_adoption_rate=0.2 tam_health_rag=RED").build());

        assertThat(score.beforeAdjustments()).isEqualTo(84);
        assertThat(score.value()).isCloseTo(71.4, within(1e-9));
        assertThat(score.rag()).isEqualTo(Rag.GREEN);
        assertThat(score.scorecard()
                        .withBands(bands(75, 40))
                        .score(score.snapshot())
                        .rag())
                .isEqualTo(Rag.AMBER);
    }

    @ParameterizedTest(name = "TAM health {0} gives {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # TAM  | score
            RED    | 85
            AMBER  | 95
            GREEN  | 100
            -      | 100
            """)
    void multiply_by_what_the_technical_account_manager_reports(String tam, double value) {
        HealthScore score =
                CSM_STANDARD.score(aSnapshot().with(TAM_HEALTH_RAG, tam).build());

        assertThat(score.value()).isCloseTo(value, within(1e-9));
        assertThat(score.beforeAdjustments()).isEqualTo(100);
    }

    @Test
    void never_lift_a_score_above_100() {
        HealthScore score = RAISED_THEN_CUT.score(anEmptySnapshot()
                .with("feature_adoption_rate=0.8 executive_access=yes")
                .build());

        assertThat(score.beforeAdjustments()).isEqualTo(80);
        assertThat(score.value()).isEqualTo(100);
    }

    @Test
    void clamp_once_after_all_multipliers_not_between_them() {
        HealthScore score = RAISED_THEN_CUT.score(anEmptySnapshot()
                .with("feature_adoption_rate=0.8 executive_access=yes open_escalation=yes")
                .build());

        assertThat(score.value()).isCloseTo(60, within(1e-9));
    }

    @Test
    void follow_the_settings_of_a_tenant() {
        Bands stricter = CSM_STANDARD.bands().withEdges(90, 60);

        assertThat(stricter.of(Math.nextDown(90)).rag()).isEqualTo(Rag.AMBER);
        assertThat(stricter.of(90).rag()).isEqualTo(Rag.GREEN);
        assertThat(stricter.of(60).rag()).isEqualTo(Rag.AMBER);
        assertThat(stricter.of(Math.nextDown(60)).rag()).isEqualTo(Rag.RED);
    }
}
