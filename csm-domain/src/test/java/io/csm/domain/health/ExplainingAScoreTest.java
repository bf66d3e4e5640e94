package io.csm.domain.health;

import static io.csm.domain.fixture.SnapshotFixture.FILE;
import static io.csm.domain.fixture.SnapshotFixture.NOON;
import static io.csm.domain.fixture.SnapshotFixture.aSnapshot;
import static io.csm.domain.fixture.SnapshotFixture.anEmptySnapshot;
import static io.csm.domain.health.ShippedScorecards.CSM_STANDARD;
import static io.csm.domain.health.ShippedScorecards.ENTERPRISE_COMPONENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.signal.SignalSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainingAScoreTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # measure                   | signals                                  | sentence
            feature_adoption_rate       | feature_adoption_rate=0.455              | 45.5 % of the plan's features are used: 9.1 of 20 points.
            usage_trend                 | usage_trend=growing                      | Usage is growing: 15 of 15 points.
            usage_trend                 | usage_trend=declining                    | Usage is declining: 3 of 15 points.
            usage_trend                 | usage_trend=inactive                     | Usage has stopped: 0 of 15 points.
            login_frequency_days        | login_frequency_days=1                   | People log in daily: 10 of 10 points.
            login_frequency_days        | login_frequency_days=45                  | People log in every 45 days: 4 of 10 points.
            login_frequency_days        | login_frequency_days=-                   | Days between logins (not tracked): 5 of 10 points stand in.
            days_since_last_interaction | days_since_last_interaction=0            | The last conversation was today: 10 of 10 points.
            days_since_last_interaction | days_since_last_interaction=1            | The last conversation was 1 day ago: 10 of 10 points.
            days_since_last_interaction | days_since_last_interaction=95           | The last conversation was 95 days ago: 0 of 10 points.
            days_since_last_interaction | days_since_last_interaction=-            | Days since last interaction (not tracked): 5 of 10 points stand in.
            stakeholder_engagement      | stakeholder_engagement=low               | Stakeholder engagement is low: 1 of 5 points.
            nps_score                   | nps_score=7                              | The last NPS answer is 7 of 10: 2 of 3 points.
            nps_score                   | nps_score=-                              | NPS answer (not tracked): 2 of 3 points stand in.
            invoice_payment_status      | invoice_payment_status=current           | Invoices are paid on time: 10 of 10 points.
            invoice_payment_status      | invoice_payment_status=overdue_30        | An invoice is up to 30 days overdue: 6 of 10 points.
            invoice_payment_status      | invoice_payment_status=overdue_60        | An invoice is 31 to 60 days overdue: 3 of 10 points.
            invoice_payment_status      | invoice_payment_status=overdue_90_plus   | An invoice is more than 60 days overdue: 0 of 10 points.
            days_to_renewal             | days_to_renewal=45                       | The contract renews in 45 days: 3 of 10 points.
            days_to_renewal             | days_to_renewal=1                        | The contract renews in 1 day: 1 of 10 points.
            days_to_renewal             | days_to_renewal=0                        | The contract renews today: 1 of 10 points.
            days_to_renewal             | days_to_renewal=-3                       | The renewal date passed 3 days ago: 1 of 10 points.
            days_to_renewal             | days_to_renewal=-                        | Days to renewal (not tracked): 7 of 10 points stand in.
            seats_utilization_rate      | seats_utilization_rate=0.6               | 60 % of the seats bought are used: 3 of 5 points.
            seats_utilization_rate      | seats_utilization_rate=1.25              | 125 % of the seats bought are used: 4 of 5 points.
            support                     | open_ticket_count=5                      | Ticket sentiment is positive and 5 tickets are open: 5 of 10 points.
            support                     | open_ticket_count=1                      | Ticket sentiment is positive and 1 ticket is open: 9 of 10 points.
            support                     | open_ticket_count=- avg_ticket_sentiment=- | Ticket sentiment is neutral (assumed) and no ticket is open (assumed): 7 of 10 points.
            escalation_count_90_days    | escalation_count_90_days=0               | Nothing was escalated in 90 days: 2 of 2 points.
            escalation_count_90_days    | escalation_count_90_days=1               | 1 escalation in 90 days: 1 of 2 points.
            escalation_count_90_days    | escalation_count_90_days=-               | Nothing was escalated in 90 days (assumed): 2 of 2 points.
            """)
    void says_each_contribution_in_a_sentence(String measure, String signals, String sentence) {
        HealthScore score = CSM_STANDARD.score(aSnapshot().with(signals).build());

        assertThat(contribution(score, measure).sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # signal                    | half a sentence
            active_user_rate=0.3        | 30 % of the users are active
            touchpoints_30_days=1       | 1 touchpoint in 30 days
            email_open_rate=0.255       | 25.5 % of the e-mails are opened
            webinars_attended_90_days=2 | 2 webinars attended in 90 days
            champion_status=active      | the champion is active
            champion_status=at_risk     | the champion is at risk
            champion_status=left        | the champion left
            executive_access=yes        | an executive can be reached
            executive_access=no         | no executive can be reached
            arr_growth_rate=0.1         | ARR grew by 10 %
            arr_growth_rate=-0.1        | ARR fell by 10 %
            arr_growth_rate=0           | ARR did not change
            contract_value_band=mid_market | the contract is of mid-market size
            tickets_30_days=3           | 3 tickets in 30 days
            csat_average=4.25           | CSAT averages 4.3 of 5
            open_escalation=yes         | an escalation is open
            feature_breadth=0.5         | 50 % of the features are in use
            usage_depth=light           | usage depth is light
            outreach_response=none      | outreach stays unanswered
            outreach_response=slow      | outreach is answered slowly
            outreach_response=rare      | outreach is answered rarely
            outreach_response=responsive | outreach is answered promptly
            growth_status=expanding     | the account is expanding
            usage_frequency=0.7         | usage frequency is 70 %
            usage_depth_rate=0.6        | usage depth is 60 %
            lifecycle_stage=renewal     | the account is in its renewal stage
            tam_health_rag=RED          | the technical account manager reports RED
            """)
    void says_each_other_signal_in_half_a_sentence(String signal, String words) {
        SignalSnapshot snapshot = anEmptySnapshot().with(signal).build();

        assertThat(snapshot.givenSignals())
                .map(each -> each.say(snapshot.value(each).orElseThrow()))
                .containsExactly(words);
    }

    @Test
    void says_what_was_left_out() {
        HealthScore score = ENTERPRISE_COMPONENTS.score(
                anEmptySnapshot().with("feature_adoption_rate=0.6").build());

        Contribution leftOut = contribution(score, "active_user_rate");

        assertThat(leftOut.sentence()).isEqualTo("Active users (not tracked): left out, and the rest counts for more.");
        assertThat(leftOut.backing()).isEqualTo(Contribution.Backing.LEFT_OUT);
        assertThat(leftOut.group()).isEqualTo("adoption");
        assertThat(contribution(score, "feature_adoption_rate").sentence())
                .isEqualTo("60 % of the plan's features are used: 60 of 100 points.");
    }

    @Test
    void tells_tracked_from_assumed_and_standing_in() {
        HealthScore score = CSM_STANDARD.score(aSnapshot()
                .with("nps_score=- open_ticket_count=- avg_ticket_sentiment=positive")
                .build());

        Contribution.Input sentiment = contribution(score, "support").inputs().get(0);
        Contribution.Input tickets = contribution(score, "support").inputs().get(1);

        assertThat(contribution(score, "nps_score").backing()).isEqualTo(Contribution.Backing.STOOD_IN);
        assertThat(contribution(score, "support").backing()).isEqualTo(Contribution.Backing.TRACKED);
        assertThat(tickets.isAssumed()).isTrue();
        assertThat(tickets.origin()).isEmpty();
        assertThat(sentiment.isAssumed()).isFalse();
        assertThat(sentiment.origin()).contains(FILE);
        assertThat(sentiment.shown()).isEqualTo("positive");
        assertThat(score.coverage()).isEqualTo(0.97);
        assertThat(score.scoredAt()).isEqualTo(NOON);
    }

    @Test
    void says_each_adjustment_whether_it_applied_or_not() {
        HealthScore score =
                CSM_STANDARD.score(aSnapshot().with("tam_health_rag=AMBER").build());

        assertThat(score.adjustments())
                .extracting(AdjustmentOutcome::sentence)
                .containsExactly(
                        "Not applied: the score is multiplied by 0.85 only while TAM health is RED.",
                        "The technical account manager reports AMBER: the score is multiplied by 0.95.");
        assertThat(score.adjustments()).extracting(AdjustmentOutcome::factor).containsExactly(1.0, 0.95);
    }

    @Test
    void says_the_limits_of_an_adjustment_by_days() {
        HealthScore score = ENTERPRISE_COMPONENTS.score(
                aSnapshot().with("days_to_renewal=29").build());
        HealthScore later = ENTERPRISE_COMPONENTS.score(
                aSnapshot().with("days_to_renewal=30").build());

        assertThat(score.adjustments().get(0).sentence())
                .isEqualTo("The contract renews in fewer than 30 days: the score is multiplied by 0.95.");
        assertThat(later.adjustments().get(0).sentence())
                .isEqualTo("Not applied: the score is multiplied by 0.95 only while"
                        + " days to renewal is at least 0 and below 30.");
    }

    @Test
    void lists_the_losses_the_costliest_first_and_nothing_that_lost_nothing() {
        HealthScore score = CSM_STANDARD.score(aSnapshot()
                .with("usage_trend=declining login_frequency_days=8 nps_score=8 days_to_renewal=91")
                .build());

        List<Contribution> losses = score.losses();

        assertThat(losses)
                .extracting(loss -> loss.measure().name())
                .containsExactly("usage_trend", "login_frequency_days", "days_to_renewal", "nps_score");
        assertThat(losses).extracting(Contribution::lost).containsExactly(12.0, 3.0, 2.0, 1.0);
    }

    @Test
    void prints_what_one_would_paste_into_an_email() {
        HealthScore score = CSM_STANDARD.score(aSnapshot()
                .with("feature_adoption_rate=0.45 usage_trend=declining nps_score=- tam_health_rag=RED")
                .build());

        assertThat(score).hasToString("""
                A-1 scores 64.6 (amber) by csm-standard v1.
                - 45 % of the plan's features are used: 9 of 20 points.
                - Usage is declining: 3 of 15 points.
                - People log in daily: 10 of 10 points.
                - The last conversation was 10 days ago: 10 of 10 points.
                - Invoices are paid on time: 10 of 10 points.
                - Ticket sentiment is positive and no ticket is open: 10 of 10 points.
                - The contract renews in 365 days: 10 of 10 points.
                - 90 % of the seats bought are used: 5 of 5 points.
                - Stakeholder engagement is high: 5 of 5 points.
                - NPS answer (not tracked): 2 of 3 points stand in.
                - Nothing was escalated in 90 days: 2 of 2 points.
                - The technical account manager reports RED: the score is multiplied by 0.85.""");
    }

    private static Contribution contribution(HealthScore score, String measure) {
        return score.contributions().stream()
                .filter(contribution -> contribution.measure().name().equals(measure))
                .findFirst()
                .orElseThrow();
    }
}
