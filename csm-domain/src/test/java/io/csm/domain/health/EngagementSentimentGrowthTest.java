package io.csm.domain.health;

import static io.csm.domain.fixture.SnapshotFixture.anEmptySnapshot;
import static io.csm.domain.health.ShippedScorecards.ENGAGEMENT_SENTIMENT_GROWTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.csm.domain.signal.SignalSnapshot;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngagementSentimentGrowthTest {

    private static final String A_WHOLE_ACCOUNT = "login_frequency_days=3 feature_breadth=0.6 usage_depth=regular"
            + " nps_score=8 avg_ticket_sentiment=neutral outreach_response=rare growth_status=stable";

    @ParameterizedTest(name = "{0} = {1} gives {2} of its group")
    @CsvSource(delimiter = '|', textBlock = """
            # measure            | value       | points of 100
            login_frequency_days | 0           | 100
            login_frequency_days | 1           | 100
            login_frequency_days | 2           | 80
            login_frequency_days | 3           | 80
            login_frequency_days | 4           | 60
            login_frequency_days | 7           | 60
            login_frequency_days | 8           | 40
            login_frequency_days | 14          | 40
            login_frequency_days | 15          | 20
            login_frequency_days | 30          | 20
            login_frequency_days | 31          | 0
            feature_breadth      | 0.7501      | 100
            feature_breadth      | 0.75        | 75
            feature_breadth      | 0.5001      | 75
            feature_breadth      | 0.5         | 50
            feature_breadth      | 0.2501      | 50
            feature_breadth      | 0.25        | 25
            feature_breadth      | 0           | 25
            usage_depth          | power       | 100
            usage_depth          | regular     | 70
            usage_depth          | light       | 30
            usage_depth          | minimal     | 10
            nps_score            | 10          | 100
            nps_score            | 9           | 100
            nps_score            | 8           | 60
            nps_score            | 7           | 60
            nps_score            | 6           | 20
            nps_score            | 0           | 20
            nps_score            | -           | 50
            avg_ticket_sentiment | positive    | 100
            avg_ticket_sentiment | neutral     | 60
            avg_ticket_sentiment | negative    | 30
            avg_ticket_sentiment | critical    | 0
            avg_ticket_sentiment | -           | 60
            outreach_response    | responsive  | 100
            outreach_response    | slow        | 60
            outreach_response    | rare        | 30
            outreach_response    | none        | 0
            growth_status        | expanding   | 100
            growth_status        | stable      | 60
            growth_status        | contracting | 20
            """)
    void gives_points_by_its_tables(String measure, String value, double points) {
        SignalSnapshot snapshot = anEmptySnapshot()
                .with(A_WHOLE_ACCOUNT)
                .with(measure + "=" + value)
                .build();

        Contribution contribution = ENGAGEMENT_SENTIMENT_GROWTH.score(snapshot).contributions().stream()
                .filter(each -> each.measure().name().equals(measure))
                .findFirst()
                .orElseThrow();

        assertThat(contribution.points() / contribution.max() * 100).isCloseTo(points, within(1e-9));
    }

    /** Engagement .3x80 + .4x75 + .3x70 = 75, sentiment .5x60 + .3x60 + .2x30 = 54, growth 60: 30 + 16.2 + 18. */
    @Test
    void scores_a_whole_account() {
        HealthScore score = scored(A_WHOLE_ACCOUNT);

        assertThat(score.value()).isCloseTo(64.2, within(1e-9));
        assertThat(score.coverage()).isEqualTo(1);
        assertThat(score.band().label()).isEqualTo("yellow");
    }

    /** Fifty points stand in for the answer: 30 + .3 x 49 + 18; half of 30 % is not backed by a signal. */
    @Test
    void lets_fifty_points_stand_in_for_nps() {
        HealthScore score = scored(A_WHOLE_ACCOUNT + " nps_score=-");

        assertThat(score.value()).isCloseTo(62.7, within(1e-9));
        assertThat(score.coverage()).isCloseTo(0.85, within(1e-9));
    }

    /** (30 + 16.2) / 0.7. */
    @Test
    void reweights_the_groups_without_growth() {
        HealthScore score = scored(A_WHOLE_ACCOUNT + " growth_status=-");

        assertThat(score.value()).isCloseTo(66, within(1e-9));
        assertThat(score.coverage()).isCloseTo(0.7, within(1e-9));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"80, GREEN", "79.99, AMBER", "50, AMBER", "49.99, RED"})
    void has_bands_at_80_and_50(double score, Rag rag) {
        assertThat(ENGAGEMENT_SENTIMENT_GROWTH.bands().of(score).rag()).isEqualTo(rag);
    }

    @ParameterizedTest(name = "{0} and {1}: at risk {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # band | trend     | at risk
            RED    | IMPROVING | true
            RED    | STABLE    | true
            RED    | DECLINING | true
            RED    |           | true
            AMBER  | IMPROVING | false
            AMBER  | STABLE    | false
            AMBER  | DECLINING | true
            AMBER  |           | false
            GREEN  | IMPROVING | false
            GREEN  | DECLINING | false
            GREEN  |           | false
            """)
    void is_at_risk_when_red_or_declining_yellow(Rag rag, Trend trend, boolean atRisk) {
        AtRisk rule = ENGAGEMENT_SENTIMENT_GROWTH.atRisk();

        assertThat(rule.holds(rag, Optional.ofNullable(trend))).isEqualTo(atRisk);
    }

    @ParameterizedTest
    @CsvSource({"RED, true", "AMBER, false", "GREEN, false"})
    void differs_from_other_scorecards_whose_accounts_are_at_risk_when_red(Rag rag, boolean atRisk) {
        AtRisk rule = ShippedScorecards.CSM_STANDARD.atRisk();

        assertThat(rule.holds(rag, Optional.of(Trend.DECLINING))).isEqualTo(atRisk);
    }

    private static HealthScore scored(String signals) {
        return ENGAGEMENT_SENTIMENT_GROWTH.score(anEmptySnapshot().with(signals).build());
    }
}
