package io.csm.domain.health;

import static io.csm.domain.fixture.SnapshotFixture.aSnapshot;
import static io.csm.domain.health.ShippedScorecards.CSM_STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.StandardSignals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresOfTheStandardScorecardTest {

    @ParameterizedTest(name = "{0} = {1} gives {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # measure                    | value           | points
            feature_adoption_rate        | 0               | 0
            feature_adoption_rate        | 0.01            | 0.2
            feature_adoption_rate        | 0.5             | 10
            feature_adoption_rate        | 0.99            | 19.8
            feature_adoption_rate        | 1               | 20
            usage_trend                  | growing         | 15
            usage_trend                  | stable          | 10
            usage_trend                  | declining       | 3
            usage_trend                  | inactive        | 0
            login_frequency_days         | 0               | 10
            login_frequency_days         | 7               | 10
            login_frequency_days         | 8               | 7
            login_frequency_days         | 30              | 7
            login_frequency_days         | 31              | 4
            login_frequency_days         | 60              | 4
            login_frequency_days         | 61              | 0
            login_frequency_days         | -               | 5
            days_since_last_interaction  | 0               | 10
            days_since_last_interaction  | 30              | 10
            days_since_last_interaction  | 31              | 7
            days_since_last_interaction  | 60              | 7
            days_since_last_interaction  | 61              | 4
            days_since_last_interaction  | 90              | 4
            days_since_last_interaction  | 91              | 0
            days_since_last_interaction  | -               | 5
            invoice_payment_status       | current         | 10
            invoice_payment_status       | overdue_30      | 6
            invoice_payment_status       | overdue_60      | 3
            invoice_payment_status       | overdue_90_plus | 0
            days_to_renewal              | 181             | 10
            days_to_renewal              | 180             | 8
            days_to_renewal              | 91              | 8
            days_to_renewal              | 90              | 6
            days_to_renewal              | 61              | 6
            days_to_renewal              | 60              | 3
            days_to_renewal              | 31              | 3
            days_to_renewal              | 30              | 1
            days_to_renewal              | 0               | 1
            days_to_renewal              | -1              | 1
            days_to_renewal              | -               | 7
            seats_utilization_rate       | 0               | 1
            seats_utilization_rate       | 0.4999          | 1
            seats_utilization_rate       | 0.5             | 3
            seats_utilization_rate       | 0.7999          | 3
            seats_utilization_rate       | 0.8             | 5
            seats_utilization_rate       | 1.0             | 5
            seats_utilization_rate       | 1.0001          | 4
            seats_utilization_rate       | 2               | 4
            stakeholder_engagement       | high            | 5
            stakeholder_engagement       | medium          | 3
            stakeholder_engagement       | low             | 1
            nps_score                    | 10              | 3
            nps_score                    | 9               | 3
            nps_score                    | 8               | 2
            nps_score                    | 7               | 2
            nps_score                    | 6               | 1
            nps_score                    | 5               | 1
            nps_score                    | 4               | 0
            nps_score                    | 0               | 0
            nps_score                    | -               | 2
            escalation_count_90_days     | 0               | 2
            escalation_count_90_days     | 1               | 1
            escalation_count_90_days     | 2               | 0
            escalation_count_90_days     | -               | 2
            """)
    void give_points_by_the_value_of_one_signal(String measure, String value, double points) {
        SignalSnapshot snapshot = aSnapshot().with(measure + "=" + value).build();

        assertThat(pointsOf(measure, snapshot)).isCloseTo(points, within(1e-9));
    }

    @ParameterizedTest(name = "{0} sentiment with {1} open tickets gives {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # sentiment | open tickets | points
            positive    | 0            | 10
            positive    | 1            | 9
            positive    | 4            | 6
            positive    | 5            | 5
            positive    | 6            | 5
            neutral     | 0            | 7
            neutral     | 5            | 2
            neutral     | 99           | 2
            negative    | 0            | 3
            negative    | 2            | 1
            negative    | 3            | 0
            negative    | 4            | 0
            critical    | 0            | 0
            critical    | 1            | 0
            -           | 0            | 7
            -           | 3            | 4
            positive    | -            | 10
            -           | -            | 7
            """)
    void give_support_points_by_sentiment_less_open_tickets(String sentiment, String tickets, double points) {
        SignalSnapshot snapshot = aSnapshot()
                .with(StandardSignals.AVG_TICKET_SENTIMENT, sentiment)
                .with(StandardSignals.OPEN_TICKET_COUNT, tickets)
                .build();

        assertThat(pointsOf("support", snapshot)).isEqualTo(points);
    }

    @Test
    void add_to_100_points() {
        assertThat(CSM_STANDARD.measures())
                .hasSize(11)
                .extracting(Measure::weight)
                .extracting(Weight::value)
                .containsExactly(20.0, 15.0, 10.0, 10.0, 10.0, 10.0, 10.0, 5.0, 5.0, 3.0, 2.0);
    }

    @ParameterizedTest
    @CsvSource({
        "feature_adoption_rate",
        "usage_trend",
        "stakeholder_engagement",
        "invoice_payment_status",
        "seats_utilization_rate"
    })
    void refuse_an_account_without_a_required_signal(String signal) {
        SignalSnapshot snapshot = aSnapshot().with(signal + "=-").build();

        assertThatThrownBy(() -> CSM_STANDARD.score(snapshot))
                .isInstanceOf(InvalidSignal.class)
                .hasMessage("account A-1: " + signal + " is required by scorecard csm-standard");
    }

    private static double pointsOf(String measure, SignalSnapshot snapshot) {
        return CSM_STANDARD.score(snapshot).contributions().stream()
                .filter(contribution -> contribution.measure().name().equals(measure))
                .findFirst()
                .orElseThrow()
                .points();
    }
}
