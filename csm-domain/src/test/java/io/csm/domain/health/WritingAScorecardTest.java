package io.csm.domain.health;

import static io.csm.domain.fixture.SnapshotFixture.anEmptySnapshot;
import static io.csm.domain.health.ScorecardLanguage.bands;
import static io.csm.domain.health.ScorecardLanguage.choice;
import static io.csm.domain.health.ScorecardLanguage.group;
import static io.csm.domain.health.ScorecardLanguage.leftOutWhenNotTracked;
import static io.csm.domain.health.ScorecardLanguage.line;
import static io.csm.domain.health.ScorecardLanguage.measure;
import static io.csm.domain.health.ScorecardLanguage.percent;
import static io.csm.domain.health.ScorecardLanguage.percentBy;
import static io.csm.domain.health.ScorecardLanguage.points;
import static io.csm.domain.health.ScorecardLanguage.proportionalTo;
import static io.csm.domain.health.ScorecardLanguage.scorecard;
import static io.csm.domain.health.ScorecardLanguage.when;
import static io.csm.domain.health.ShippedScorecards.CSM_STANDARD;
import static io.csm.domain.health.ShippedScorecards.ENTERPRISE_COMPONENTS;
import static io.csm.domain.signal.StandardSignals.CATALOGUE;
import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;
import static io.csm.domain.signal.StandardSignals.FEATURE_ADOPTION_RATE;
import static io.csm.domain.signal.StandardSignals.FEATURE_BREADTH;
import static io.csm.domain.signal.StandardSignals.LIFECYCLE_STAGE;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.USAGE_FREQUENCY;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.csm.domain.signal.Signal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WritingAScorecardTest {

    private static final Signal TRAINING_HOURS = Signal.wholeNumber("training_hours", 0);

    @Test
    void begins_from_a_shipped_one_under_another_name() {
        Scorecard ours = CSM_STANDARD.named(new ScorecardRef("ours", 3)).withBands(bands(80, 50));

        assertThat(ours).hasToString("ours v3").isNotEqualTo(CSM_STANDARD);
        assertThat(ours.measures()).isEqualTo(CSM_STANDARD.measures());
        assertThat(ours.adjustments()).isEqualTo(CSM_STANDARD.adjustments());
        assertThat(ours.bands().green().from()).isEqualTo(80);
        assertThat(ours.named(CSM_STANDARD.ref()).withBands(CSM_STANDARD.bands()))
                .isEqualTo(CSM_STANDARD)
                .hasSameHashCodeAs(CSM_STANDARD);
    }

    @Test
    void finds_the_shipped_ones_by_name() {
        assertThat(ShippedScorecards.ALL)
                .extracting(Scorecard::name)
                .containsExactly(
                        "csm-standard", "enterprise-components", "engagement-sentiment-growth", "lifecycle-stage");
        assertThat(ShippedScorecards.find("enterprise-components")).contains(ENTERPRISE_COMPONENTS);
        assertThat(ShippedScorecards.find("enterprise")).isEmpty();
    }

    @Test
    void tells_which_signals_it_cannot_do_without() {
        assertThat(CSM_STANDARD.requiredSignals())
                .extracting(Signal::name)
                .containsExactly(
                        "feature_adoption_rate",
                        "usage_trend",
                        "invoice_payment_status",
                        "seats_utilization_rate",
                        "stakeholder_engagement");
        assertThat(ENTERPRISE_COMPONENTS.requiredSignals()).isEmpty();
        assertThat(CSM_STANDARD.signals()).hasSize(13).doesNotHaveDuplicates();
    }

    @Test
    void brings_along_signals_of_its_own() {
        Scorecard trained = scorecard(
                "trained",
                1,
                bands(70, 40),
                new Scorecard.OwnSignals(List.of(TRAINING_HOURS)),
                measure("training", points(100), line(TRAINING_HOURS).from(0, 0).to(20, 100)));

        HealthScore score = trained.score(anEmptySnapshot()
                .in(trained.catalogue())
                .with("training_hours=5")
                .build());

        assertThat(score.value()).isEqualTo(25);
        assertThat(trained.catalogue().size()).isEqualTo(CATALOGUE.size() + 1);
        assertThat(score.contributions().get(0).sentence()).isEqualTo("Training hours is 5: 25 of 100 points.");
    }

    @Test
    void keeps_the_words_of_a_choice_in_the_order_of_the_signal() {
        ByChoice rule = choice(USAGE_TREND)
                .scores("inactive", 0)
                .scores("stable", 2)
                .scores("growing", 3)
                .andLast("declining", 1);

        assertThat(rule.points().keySet()).containsExactly("growing", "stable", "declining", "inactive");
    }

    @Test
    void mixes_points_and_percents_in_one_group() {
        Scorecard mixed = scorecard(
                "mixed",
                1,
                bands(70, 40),
                measure("adoption", points(60), proportionalTo(FEATURE_ADOPTION_RATE, 60)),
                measure("nps", percent(40), line(NPS_SCORE).from(0, 0).to(10, 100)));

        HealthScore score = mixed.score(
                anEmptySnapshot().with("feature_adoption_rate=0.5 nps_score=9").build());

        assertThat(score.value()).isCloseTo(30 + 36, within(1e-9));
        assertThat(score.contributions()).extracting(Contribution::points).containsExactly(30.0, 36.0);
    }

    /** In maturity the first measure has all the weight of its group; without it the group has nothing to say. */
    @Test
    void leaves_out_a_group_whose_tracked_measures_weigh_nothing() {
        Scorecard staged = scorecard(
                "staged",
                1,
                bands(70, 40),
                group(
                        "usage",
                        60,
                        measure(
                                "frequency",
                                percentBy(LIFECYCLE_STAGE, 50, Map.of("maturity", 100.0)),
                                proportionalTo(USAGE_FREQUENCY, 100),
                                leftOutWhenNotTracked()),
                        measure(
                                "breadth",
                                percentBy(LIFECYCLE_STAGE, 50, Map.of("maturity", 0.0)),
                                proportionalTo(FEATURE_BREADTH, 100),
                                leftOutWhenNotTracked())),
                group(
                        "voice",
                        40,
                        measure("nps", percent(100), line(NPS_SCORE).from(0, 0).to(10, 100))));

        HealthScore score = staged.score(anEmptySnapshot()
                .with("lifecycle_stage=maturity feature_breadth=0.9 nps_score=5")
                .build());

        assertThat(score.value()).isEqualTo(50);
        assertThat(score.contributions()).extracting(Contribution::points).containsExactly(0.0, 0.0, 50.0);
        assertThat(score.coverage()).isEqualTo(0.4);
    }

    @Test
    void lets_limits_meet_in_a_condition() {
        Condition nearRenewal = when(DAYS_TO_RENEWAL).isFromTo(0, 30).condition();

        assertThat(nearRenewal.holds(anEmptySnapshot().with("days_to_renewal=0").build()))
                .isTrue();
        assertThat(nearRenewal.holds(
                        anEmptySnapshot().with("days_to_renewal=29").build()))
                .isTrue();
        assertThat(nearRenewal.holds(
                        anEmptySnapshot().with("days_to_renewal=30").build()))
                .isFalse();
        assertThat(nearRenewal.holds(
                        anEmptySnapshot().with("days_to_renewal=-1").build()))
                .isFalse();
        assertThat(nearRenewal.holds(anEmptySnapshot().build())).isFalse();
        assertThat(nearRenewal.words()).isEqualTo("days to renewal is at least 0 and below 30");
    }
}
