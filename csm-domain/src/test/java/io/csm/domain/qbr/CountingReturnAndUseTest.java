package io.csm.domain.qbr;

import static io.csm.domain.qbr.QbrTrigger.QUARTERLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.adoption.PeerUsage;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fixture.BriefFixture;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingReturnAndUseTest {

    private static Metric metric(BriefFixture brief, String name) {
        return ReviewOf.facts(brief, QUARTERLY).roi().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String adoption(BriefFixture brief, PeerUsage peers) {
        return QbrWriter.write(ReviewOf.facts(brief, QUARTERLY, peers))
                .adoption()
                .narrative();
    }

    @Test
    void says_which_people_the_contract_value_is_set_against() {
        BriefFixture named = BriefFixture.aBrief().withArr("1000", "EUR").used("Reports", 3, "ann");
        BriefFixture bySeats = BriefFixture.aBrief().withArr("1000", "EUR").withSeatsBought(10);

        assertThat(metric(named, "annual contract value per active person").source())
                .isEqualTo("the contract value over the people active in the quarter");
        assertThat(metric(bySeats, "annual contract value per active person").source())
                .isEqualTo("the contract value over the people active in 30 days");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # given | survey | shown                     | source
              9     | 3      | 9 of 10                   | as it was reported
              9     | 9      | 9 of 10 on 18 February 2026 | the latest answer to the survey
              -     | 3      | 3 of 10 on 18 February 2026 | the latest answer to the survey
            """)
    void names_the_survey_only_if_it_gave_the_answer(String given, int survey, String shown, String source) {
        BriefFixture brief =
                BriefFixture.aBrief().with("nps_score=" + given).answered(StandardEvents.NPS_ANSWER, survey, 12);

        assertThat(metric(brief, "likelihood to recommend us"))
                .extracting(Metric::value, Metric::source)
                .containsExactly(shown, source);
    }

    @Test
    void says_of_a_plan_of_which_nothing_is_used_that_it_is_so() {
        BriefFixture brief = BriefFixture.aBrief().withPlanFeatures(10).with("feature_adoption_rate=0");

        assertThat(adoption(brief, PeerUsage.none()))
                .isEqualTo("None of the features in the plan is in use. We would like to choose with you the ones that"
                        + " are most worthwhile to begin with.");
        assertThat(adoption(BriefFixture.aBrief().with("feature_adoption_rate=0.5"), PeerUsage.none()))
                .contains("not known in detail");
    }

    @Test
    void compares_shares_as_they_are_shown() {
        BriefFixture brief = BriefFixture.aBrief()
                .withPlan("Business")
                .with("feature_adoption_rate=0.455")
                .used("Reports", 3, 4);
        PeerUsage peers = new PeerUsage(12, Collections.nCopies(12, 0.46), Map.of());

        assertThat(AdoptionReport.of(brief.build(), peers).benchmark()).isPresent();
        assertThat(adoption(brief, peers)).contains("46 %", "That is just the median of 46 %");
        assertThat(adoption(brief.with("feature_adoption_rate=0.454"), peers)).contains("12 comparable customers use");
        assertThat(adoption(brief.with("feature_adoption_rate=0.465"), peers)).contains("above the median of 46 %");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # renews in | offers
             300        | in April 2026
              95        | in April 2026
              45        | by 17 March 2026
              20        | by 22 March 2026
            """)
    void makes_offers_before_the_contract_renews(int days, String when) {
        List<String> steps = ReviewOf.review(ReviewOf.thriving().withRenewalIn(days), QUARTERLY)
                .text()
                .nextSteps()
                .bullets();

        assertThat(steps)
                .filteredOn(step -> step.startsWith("Look at seats"))
                .singleElement()
                .asString()
                .endsWith("(Ada Lovelace, " + when + ")");
    }
}
