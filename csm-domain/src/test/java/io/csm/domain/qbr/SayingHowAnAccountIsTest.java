package io.csm.domain.qbr;

import static io.csm.domain.qbr.QbrTrigger.CONTRACT_PROXIMITY;
import static io.csm.domain.qbr.QbrTrigger.QUARTERLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.fixture.BriefFixture;
import io.csm.domain.health.ShippedScorecards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingHowAnAccountIsTest {

    /** Red by measures that have no words for a customer. */
    private static BriefFixture redForNoReasonThatIsShown() {
        return BriefFixture.aBrief()
                .by(ShippedScorecards.LIFECYCLE_STAGE_CARD)
                .with("usage_frequency=0.2 feature_breadth=0.65 usage_depth_rate=0.3");
    }

    /** Amber by measures none of which is good or poor. */
    private static BriefFixture inTheMiddle() {
        return BriefFixture.aBrief()
                .with("feature_adoption_rate=0.65 usage_trend=stable login_frequency_days=20")
                .with("days_since_last_interaction=50 invoice_payment_status=overdue_30 days_to_renewal=70")
                .with("seats_utilization_rate=0.6 stakeholder_engagement=medium nps_score=7")
                .with("avg_ticket_sentiment=neutral open_ticket_count=1 escalation_count_90_days=0");
    }

    /** Nothing is tracked but what must be. */
    private static BriefFixture hardlyMeasured() {
        return BriefFixture.aBrief()
                .by(ShippedScorecards.ENTERPRISE_COMPONENTS)
                .with("feature_adoption_rate=0.7 login_frequency_days=- nps_score=- invoice_payment_status=-")
                .with("active_user_rate=- champion_status=- csat_average=-");
    }

    private static QbrText text(BriefFixture brief) {
        return ReviewOf.review(brief, QUARTERLY).text();
    }

    private static String health(BriefFixture brief) {
        return text(brief).health().narrative();
    }

    private static String nextSteps(BriefFixture brief) {
        return text(brief).nextSteps().narrative();
    }

    @Test
    void calls_little_measured_only_what_is() {
        assertThat(health(hardlyMeasured())).contains("Little is measured so far");
        assertThat(health(redForNoReasonThatIsShown()))
                .doesNotContain("Little is measured")
                .contains("No single figure in this review explains");
        assertThat(health(inTheMiddle())).doesNotContain("Little is measured");
    }

    @Test
    void has_something_to_repair_unless_the_account_is_well() {
        QbrText red = text(redForNoReasonThatIsShown());

        assertThat(red.health().narrative()).contains("the last section proposes how");
        assertThat(red.nextSteps().narrative())
                .doesNotContain("nothing to repair")
                .startsWith("Your customer-success manager would like to settle with you by 30 April 2026 what would"
                        + " raise the health score.");
        assertThat(red.nextSteps().bullets())
                .contains("Settle what would raise the health score"
                        + " (your customer-success manager, by 30 April 2026)");
        assertThat(nextSteps(BriefFixture.aBrief())).startsWith("There is nothing to repair");
    }

    @Test
    void does_not_say_that_nothing_needs_attention_of_what_does() {
        BriefFixture onlyGoodFigures = BriefFixture.aBrief()
                .by(ShippedScorecards.LIFECYCLE_STAGE_CARD)
                .with("usage_frequency=0.1 feature_breadth=0.9 usage_depth_rate=0.1");

        assertThat(health(onlyGoodFigures))
                .contains("needs attention from both of us")
                .contains("90 % of the features are in use; no single figure in this review explains")
                .doesNotContain("nothing stands out");
    }

    @Test
    void proposes_to_agree_on_what_to_measure_where_little_is() {
        assertThat(nextSteps(hardlyMeasured()))
                .doesNotContain("nothing to repair")
                .contains("what the next review should show");
        assertThat(text(hardlyMeasured()).nextSteps().bullets())
                .anyMatch(bullet -> bullet.startsWith("Settle what the next review should show ("));
    }

    @Test
    void names_of_several_figures_the_one_that_falls_short_and_its_step() {
        BriefFixture brief = BriefFixture.aBrief().with("avg_ticket_sentiment=negative open_ticket_count=0");

        assertThat(health(brief))
                .contains("support has not been up to your expectations lately.")
                .doesNotContain("no support ticket is open");
        assertThat(text(brief).nextSteps().bullets())
                .anyMatch(bullet -> bullet.startsWith("Go through the recent support tickets together"))
                .noneMatch(bullet -> bullet.startsWith("Bring the open support tickets"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sentiment | open | step
            negative    | 4    | Go through the recent support tickets together
            positive    | 12   | Bring the open support tickets to a close
            neutral     | 12   | Bring the open support tickets to a close
            """)
    void takes_the_step_of_the_first_figure_that_falls_short(String sentiment, int open, String step) {
        BriefFixture brief =
                BriefFixture.aBrief().with("avg_ticket_sentiment=" + sentiment + " open_ticket_count=" + open);

        assertThat(text(brief).nextSteps().bullets())
                .filteredOn(bullet -> bullet.contains("support tickets"))
                .singleElement()
                .asString()
                .startsWith(step);
    }

    @Test
    void calls_a_score_the_first_only_if_there_was_none_before() {
        assertThat(health(BriefFixture.aBrief())).startsWith("This is the first review with a health score for Globex");
        assertThat(health(BriefFixture.aBrief().scored(200, "nps_score=3")))
                .startsWith("The health score of Globex is 100 of 100 on 2 March 2026, and is in a good range.")
                .doesNotContain("first review");
    }

    @Test
    void tells_days_by_their_date() {
        BriefFixture brief = BriefFixture.aBrief()
                .with("feature_adoption_rate=0.1 usage_trend=inactive days_since_last_interaction=0")
                .with("login_frequency_days=70 invoice_payment_status=overdue_60");

        assertThat(text(brief).health().bullets()).contains("Going well: our last conversation was on 2 March 2026");
        assertThat(health(BriefFixture.aBrief().with("days_since_last_interaction=95")))
                .endsWith("what needs attention is that our last conversation was on 27 November 2025.");
        assertThat(health(BriefFixture.aBrief().with("days_since_last_interaction=4000")))
                .endsWith("what needs attention is that our last conversation was years ago.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # days | sentence
             45    | The contract of Globex renews on 16 April 2026.
              0    | The contract of Globex renews on 2 March 2026.
             -5    | The contract of Globex was due for renewal on 25 February 2026.
            """)
    void tells_a_renewal_by_its_date_alone(int days, String sentence) {
        assertThat(ReviewOf.review(BriefFixture.aBrief().withRenewalIn(days), CONTRACT_PROXIMITY)
                        .text()
                        .health()
                        .narrative())
                .startsWith(sentence);
    }

    @Test
    void does_not_round_a_score_into_another_colour() {
        BriefFixture brief = BriefFixture.aBrief()
                .by(ShippedScorecards.LIFECYCLE_STAGE_CARD)
                .with("usage_frequency=0.696 feature_breadth=0.696 usage_depth_rate=0.696");
        Qbr review = ReviewOf.review(brief.scored(50, "usage_frequency=0.69"), QUARTERLY);

        assertThat(review.score()).isEqualTo(69.6);
        assertThat(review.text().health().bullets())
                .contains("Health score: 69.6 of 100 on 2 March 2026, 69 on 11 January 2026");
        assertThat(review.history()).extracting(Qbr.HistoryPoint::score).containsExactly(69.0, 69.6);
    }
}
