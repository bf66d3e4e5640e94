package io.csm.domain.health;

import static io.csm.domain.fixture.SnapshotFixture.anEmptySnapshot;
import static io.csm.domain.health.ShippedScorecards.ENTERPRISE_COMPONENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.csm.domain.fixture.SnapshotFixture;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.SignalSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnterpriseComponentsTest {

    @ParameterizedTest(name = "{0} = {1} scores {2} alone")
    @CsvSource(delimiter = '|', textBlock = """
            # the only tracked measure | value           | score
            feature_adoption_rate      | 0               | 0
            feature_adoption_rate      | 0.45            | 45
            feature_adoption_rate      | 1               | 100
            active_user_rate           | 0               | 0
            active_user_rate           | 0.3             | 30
            active_user_rate           | 1               | 100
            login_frequency_days       | 0               | 100
            login_frequency_days       | 1               | 100
            login_frequency_days       | 2               | 80
            login_frequency_days       | 7               | 80
            login_frequency_days       | 8               | 60
            login_frequency_days       | 14              | 60
            login_frequency_days       | 15              | 40
            login_frequency_days       | 30              | 40
            login_frequency_days       | 31              | 20
            login_frequency_days       | 60              | 20
            login_frequency_days       | 61              | 0
            touchpoints_30_days        | 0               | 30
            touchpoints_30_days        | 1               | 40
            touchpoints_30_days        | 6               | 90
            touchpoints_30_days        | 7               | 100
            touchpoints_30_days        | 8               | 100
            email_open_rate            | 0               | 0
            email_open_rate            | 0.25            | 25
            email_open_rate            | 1               | 100
            webinars_attended_90_days  | 0               | 0
            webinars_attended_90_days  | 1               | 60
            webinars_attended_90_days  | 2               | 80
            webinars_attended_90_days  | 3               | 100
            webinars_attended_90_days  | 4               | 100
            champion_status            | active          | 100
            champion_status            | at_risk         | 40
            champion_status            | left            | 0
            executive_access           | yes             | 100
            executive_access           | no              | 30
            nps_score                  | 0               | 0
            nps_score                  | 7               | 70
            nps_score                  | 10              | 100
            arr_growth_rate            | -0.51           | 0
            arr_growth_rate            | -0.5            | 0
            arr_growth_rate            | -0.49           | 1
            arr_growth_rate            | 0               | 50
            arr_growth_rate            | 0.49            | 99
            arr_growth_rate            | 0.5             | 100
            arr_growth_rate            | 3               | 100
            invoice_payment_status     | current         | 100
            invoice_payment_status     | overdue_30      | 60
            invoice_payment_status     | overdue_60      | 30
            invoice_payment_status     | overdue_90_plus | 0
            contract_value_band        | enterprise      | 100
            contract_value_band        | mid_market      | 70
            contract_value_band        | small           | 40
            tickets_30_days            | 0               | 85
            tickets_30_days            | 1               | 70
            tickets_30_days            | 2               | 70
            tickets_30_days            | 3               | 55
            tickets_30_days            | 5               | 55
            tickets_30_days            | 6               | 50
            tickets_30_days            | 9               | 35
            tickets_30_days            | 10              | 30
            tickets_30_days            | 11              | 30
            csat_average               | 1               | 0
            csat_average               | 2.6             | 40
            csat_average               | 5               | 100
            """)
    void score_each_measure_by_its_table(String measure, String value, double score) {
        SignalSnapshot snapshot = anEmptySnapshot().with(measure + "=" + value).build();

        assertThat(ENTERPRISE_COMPONENTS.score(snapshot).beforeAdjustments()).isCloseTo(score, within(1e-9));
    }

    /** Adoption 62.5, engagement 75, relationship 73, financial 86, support 67.5: 18.75 + 18.75 + 10.95 + 17.2 + 6.75. */
    @Test
    void scores_a_whole_account() {
        HealthScore score = ENTERPRISE_COMPONENTS.score(anAccount());

        assertThat(score.value()).isCloseTo(72.4, within(1e-9));
        assertThat(score.coverage()).isEqualTo(1);
        assertThat(score.band().label()).isEqualTo("at risk");
    }

    /** Adoption is then feature adoption 50 % and logins 25 %: (50 x 50 + 80 x 25) / 75 = 60; 72.4 - 30 % of 2.5. */
    @Test
    void reweights_a_component_without_one_of_its_measures() {
        SignalSnapshot snapshot = aTable().with("active_user_rate=-").build();

        HealthScore score = ENTERPRISE_COMPONENTS.score(snapshot);

        assertThat(score.value()).isCloseTo(71.65, within(1e-9));
        assertThat(score.coverage()).isCloseTo(1 - 0.3 * 0.25, within(1e-9));
    }

    /** (72.4 - 6.75) / 0.9. */
    @Test
    void reweights_the_components_without_one_of_them() {
        SignalSnapshot snapshot =
                aTable().with("tickets_30_days=- csat_average=-").build();

        HealthScore score = ENTERPRISE_COMPONENTS.score(snapshot);

        assertThat(score.value()).isCloseTo(65.65 / 0.9, within(1e-9));
        assertThat(score.coverage()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void refuses_an_account_of_which_nothing_is_tracked() {
        SignalSnapshot nothing = anEmptySnapshot().with("usage_trend=growing").build();

        assertThatThrownBy(() -> ENTERPRISE_COMPONENTS.score(nothing))
                .isInstanceOf(InvalidSignal.class)
                .hasMessageStartingWith("account A-1: signals must hold at least one that scorecard"
                        + " enterprise-components measures: feature_adoption_rate, active_user_rate,");
    }

    @ParameterizedTest(name = "renewal {0}, escalation {1}, champion {2}: {3} of 100")
    @CsvSource(delimiter = '|', textBlock = """
            # renewal in days | open escalation | champion | score of 100
            0                 | no              | active   | 95
            29                | no              | active   | 95
            30                | no              | active   | 100
            -1                | no              | active   | 100
            -                 | -               | active   | 100
            -                 | yes             | active   | 90
            29                | yes             | active   | 85.5
            -                 | no              | left     | 51
            29                | yes             | left     | 43.605
            """)
    void multiplies_by_renewal_then_escalation_then_champion(
            String renewal, String escalation, String champion, double value) {
        SignalSnapshot snapshot = anEmptySnapshot()
                .with("executive_access=yes nps_score=10 days_to_renewal=" + renewal)
                .with("open_escalation=" + escalation + " champion_status=" + champion)
                .build();

        assertThat(ENTERPRISE_COMPONENTS.score(snapshot).value()).isCloseTo(value, within(1e-9));
    }

    @Test
    void lists_its_adjustments_in_their_order() {
        assertThat(ENTERPRISE_COMPONENTS.adjustments())
                .extracting(Adjustment::factor)
                .containsExactly(0.95, 0.90, 0.85);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # adoption | band     | colour
            0.8        | healthy  | GREEN
            0.7999     | at risk  | AMBER
            0.6        | at risk  | AMBER
            0.5999     | critical | RED
            """)
    void names_its_bands(double adoption, String label, Rag rag) {
        HealthScore score = ENTERPRISE_COMPONENTS.score(
                anEmptySnapshot().with("feature_adoption_rate=" + adoption).build());

        assertThat(score.band().label()).isEqualTo(label);
        assertThat(score.rag()).isEqualTo(rag);
    }

    private static SignalSnapshot anAccount() {
        return aTable().build();
    }

    private static SnapshotFixture aTable() {
        return anEmptySnapshot()
                .with("feature_adoption_rate=0.5 active_user_rate=0.7 login_frequency_days=7")
                .with("touchpoints_30_days=5 email_open_rate=0.6 webinars_attended_90_days=2")
                .with("champion_status=active executive_access=no nps_score=8.0")
                .with("arr_growth_rate=0.3 invoice_payment_status=current contract_value_band=mid_market")
                .with("tickets_30_days=3 csat_average=4.2 open_escalation=no");
    }
}
