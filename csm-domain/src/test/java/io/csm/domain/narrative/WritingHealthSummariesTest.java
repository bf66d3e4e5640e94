package io.csm.domain.narrative;

import static io.csm.domain.fixture.BriefFixture.aBrief;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.brief.AccountBrief;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingHealthSummariesTest {

    @Test
    void tells_the_same_story_and_gives_the_same_advice_as_the_churn_narrative() {
        AccountBrief brief = Situations.contractAndBehaviour().build();

        HealthSummary summary = HealthSummaryWriter.write(brief);

        assertThat(summary.narrative()).isEqualTo(ChurnWriter.write(brief).narrative());
        assertThat(summary.recommendedActions())
                .isEqualTo(ChurnWriter.write(brief).recommendations());
    }

    @Test
    void says_what_speaks_for_more_business() {
        AccountBrief brief = aBrief().withSeatsBought(200)
                .with("seats_utilization_rate=0.95 arr_growth_rate=0.2")
                .build();

        assertThat(HealthSummaryWriter.write(brief).expansionSignals())
                .containsExactly(
                        "95 % of the 200 seats bought are used.",
                        "Usage is growing.",
                        "The plan is used to the full: all of its features.",
                        "What they pay grew by 20 % within a year.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.9  |
            0.91 | 91 % of the seats bought are used.
            1    | 100 % of the seats bought are used.
            1.2  | More people use it than seats are bought: 120 % of the seats.
            2    | More people use it than seats are bought: at least 200 % of the seats.
            """)
    void hears_of_seats_above_90_percent(String rate, String signal) {
        AccountBrief brief = aBrief().with(
                        "usage_trend=stable feature_adoption_rate=0.7 seats_utilization_rate=" + rate)
                .build();

        if (signal == null) {
            assertThat(HealthSummaryWriter.write(brief).expansionSignals()).isEmpty();
        } else {
            assertThat(HealthSummaryWriter.write(brief).expansionSignals()).containsExactly(signal);
        }
    }

    @Test
    void offers_nothing_more_to_an_account_that_is_red() {
        AccountBrief brief = Situations.contractAndBehaviour()
                .with("seats_utilization_rate=1")
                .build();

        assertThat(HealthSummaryWriter.write(brief).expansionSignals()).isEmpty();
    }
}
