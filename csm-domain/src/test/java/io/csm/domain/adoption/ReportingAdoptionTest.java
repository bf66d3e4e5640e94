package io.csm.domain.adoption;

import static io.csm.domain.fixture.BriefFixture.aBrief;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.brief.AccountBrief;
import io.csm.domain.derivation.Feed;
import io.csm.domain.draft.Draft;
import io.csm.domain.fixture.BriefFixture;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.narrative.Writer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingAdoptionTest {

    private static final List<Double> TWELVE = List.of(0.2, 0.3, 0.4, 0.4, 0.5, 0.6, 0.64, 0.7, 0.7, 0.8, 0.8, 0.9);

    private static AdoptionReport report(BriefFixture brief) {
        return AdoptionReport.of(brief.build(), PeerUsage.none());
    }

    private static String features(List<FeatureUse> uses) {
        return uses.stream().map(FeatureUse::feature).collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0} days ago: used {1}, before {2}")
    @CsvSource({"0, 7, 0", "29, 7, 0", "30, 0, 7", "59, 0, 7", "60, 0, 0"})
    void counts_uses_in_the_windows_of_the_signals(int daysAgo, long now, long before) {
        AdoptionReport report = report(aBrief().used("Reports", daysAgo, 7).used("Reports", 1, 0));

        assertThat(report.used()).containsExactly(new FeatureUse("Reports", now, before, 0));
    }

    @Test
    void shows_the_most_used_first_and_equals_by_name() {
        AdoptionReport report = report(aBrief().used("b", 1, 3).used("a", 1, 3).used("c", 1, 9));

        assertThat(features(report.used())).isEqualTo("c a b");
    }

    @Test
    void takes_the_rate_of_the_score_and_works_it_out_where_the_score_has_none() {
        BriefFixture brief = aBrief().withPlanFeatures(4).used("Reports", 1, 3).with("feature_adoption_rate=0.45");

        assertThat(report(brief).rate()).hasValue(0.45);

        brief.by(ShippedScorecards.ENTERPRISE_COMPONENTS).with("feature_adoption_rate=-");

        assertThat(report(brief).rate()).hasValue(0.25);
    }

    @ParameterizedTest(name = "{0} of {1} similar accounts: {2}")
    @CsvSource({"6, 12, true", "5, 12, false", "3, 5, true", "2, 5, false", "4, 4, false"})
    void finds_features_that_similar_accounts_use(int users, int accounts, boolean found) {
        PeerUsage peers = new PeerUsage(accounts, TWELVE.subList(0, accounts), Map.of("Shifts", users));

        AdoptionReport report = AdoptionReport.of(aBrief().used("Reports", 1, 3).build(), peers);

        assertThat(features(report.underUsed())).isEqualTo(found ? "Shifts" : "");
        assertThat(report.recommendations())
                .isEqualTo(
                        found
                                ? List.of("Introduce Shifts: " + users + " of " + accounts
                                        + " similar accounts use it, and this account does not.")
                                : List.of());
    }

    @ParameterizedTest(name = "{1} uses after {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # before | now | recommendation
              240    | 31  | Ask why Reports fell from 240 uses to 31 within 30 days.
              100    | 50  | Ask why Reports fell from 100 uses to 50 within 30 days.
              100    | 51  |
              0      | 5   |
            """)
    void asks_why_a_feature_fell_by_half(long before, long now, String recommendation) {
        AdoptionReport report = report(aBrief().used("Reports", 40, before).used("Reports", 1, now));

        assertThat(String.join("", report.recommendations())).isEqualTo(recommendation == null ? "" : recommendation);
    }

    @ParameterizedTest(name = "last used {0} days ago: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # days | recommendation
              30   | Find out why nobody uses Export any more: the last use was on 31 January 2026, after 9 uses in the 30 days before.
              179  | Find out why nobody uses Export any more: the last use was on 4 September 2025.
              180  |
            """)
    void asks_why_a_feature_is_not_used_any_more(int daysAgo, String recommendation) {
        AdoptionReport report = report(aBrief().used("Export", daysAgo, 9).used("Reports", 1, 9));

        assertThat(String.join("", report.recommendations())).isEqualTo(recommendation == null ? "" : recommendation);
    }

    @ParameterizedTest(name = "{0} of {1} people: {2}")
    @CsvSource({"1, 5, true", "1, 4, false", "2, 10, true", "2, 9, false", "3, 14, false"})
    void proposes_to_show_a_feature_that_few_people_use(int users, int active, boolean found) {
        BriefFixture brief = aBrief();
        for (int person = 0; person < active; person++) {
            brief.used(person < users ? "Shifts" : "Reports", 1, "p" + person);
        }

        assertThat(report(brief).recommendations())
                .isEqualTo(
                        found
                                ? List.of("Show Shifts to more people: " + users + " of " + active + " active people "
                                        + (users == 1 ? "uses it." : "use it."))
                                : List.of());
    }

    @Test
    void puts_a_great_loss_first_then_what_peers_use_then_a_small_loss() {
        BriefFixture brief = aBrief().with("feature_adoption_rate=1")
                .used("Small", 40, 4)
                .used("Small", 1, 1)
                .used("Great", 40, 90)
                .used("Great", 1, 1);
        AdoptionReport report = AdoptionReport.of(brief.build(), new PeerUsage(12, TWELVE, Map.of("Shifts", 9)));

        assertThat(report.recommendations())
                .extracting(each -> each.split(" ")[0] + " " + each.split(" ")[2])
                .containsExactly("Ask Great", "Introduce 9", "Ask Small");
        assertThat(features(report.underUsed())).isEqualTo("Shifts Great Small");
    }

    @Test
    void calls_where_nothing_is_used_any_more() {
        AdoptionReport report = report(aBrief().used("Reports", 40, 9).used("Export", 50, 9));

        assertThat(report.recommendations())
                .containsExactly("Call this account: nobody has used anything since 21 January 2026.");
    }

    @Test
    void compares_with_similar_accounts() {
        BriefFixture brief = aBrief().withPlan("Business").withPlanFeatures(20).with("feature_adoption_rate=0.45");
        AdoptionReport report = AdoptionReport.of(brief.build(), new PeerUsage(12, TWELVE, Map.of()));

        assertThat(report.benchmark()).contains(new AdoptionReport.Benchmark("Business", 12, 0.62, 4));
        assertThat(report.recommendations())
                .containsExactly("Raise adoption from 45 % to the median of 62 %: that takes 4 more of the plan's 20"
                        + " features.");
        assertThat(AdoptionReport.of(brief.build(), new PeerUsage(4, TWELVE.subList(0, 4), Map.of()))
                        .benchmark())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0.455  | 0.46 | That is the median of 46 % of 5 similar accounts on the plan Business; none of them uses less.
            0.464  | 0.46 | That is the median of 46 % of 5 similar accounts on the plan Business; none of them uses less.
            0.4549 | 0.46 | That is below the median of 46 % of 5 similar accounts on the plan Business; none of them uses less.
            0.465  | 0.46 | That is above the median of 46 % of 5 similar accounts on the plan Business; 5 of them use less.
            """)
    void compares_what_people_read(String rate, double median, String sentence) {
        AccountBrief brief = aBrief().withPlan("Business")
                .with("feature_adoption_rate=" + rate)
                .build();
        PeerUsage peers = new PeerUsage(5, Collections.nCopies(5, median), Map.of());

        assertThat(AdoptionWriter.draft(brief, AdoptionReport.of(brief, peers), Writer.RULES)
                        .body())
                .contains("\n" + sentence + "\n");
    }

    @Test
    void says_what_is_not_known_instead_of_inventing() {
        AdoptionReport report = report(aBrief().without(Feed.USAGE)
                .by(ShippedScorecards.ENTERPRISE_COMPONENTS)
                .with("feature_adoption_rate=-")
                .used("Reports", 1, 9));

        assertThat(report.rate()).isEmpty();
        assertThat(report.used()).isEmpty();
        assertThat(report.recommendations()).isEmpty();
        assertThat(report.missing())
                .anyMatch(each -> each.startsWith("No feature usage arrives for this account"))
                .anyMatch(each -> each.startsWith("The number of features in the plan is not known"))
                .anyMatch(each -> each.startsWith("Of no similar account the adoption is known"));
    }

    @Test
    void drafts_the_rate_as_a_whole_percent_and_five_recommendations() {
        BriefFixture brief = aBrief().named("Globex").ownedBy("u-7", "Ada").with("feature_adoption_rate=0.455");
        for (String feature : List.of("a", "b", "c", "d", "e", "f")) {
            brief.used(feature, 40, 90).used(feature, 1, 2);
        }

        Draft draft = AdoptionWriter.draft(brief.build(), report(brief), Writer.RULES);

        assertThat(draft.subject()).isEqualTo("Feature adoption: Globex at 46 %");
        assertThat(draft.key()).isEqualTo("adoption/A-1");
        assertThat(draft.representative()).contains("u-7");
        assertThat(draft.body()).contains("46 % of the plan's features are in use.", "(written by rules)");
        assertThat(draft.body().split("Ask why", -1)).hasSize(6);
    }
}
