package io.csm.domain.alert;

import static io.csm.domain.fixture.AccountFixture.ACME;
import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.BriefFixture.aBrief;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnRules;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.fixture.BriefFixture;
import io.csm.domain.fixture.RandomSnapshots;
import io.csm.domain.fixture.SnapshotFixture;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ShippedScorecards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingConcernsTest {

    private static final String FADING = "usage_trend=declining login_frequency_days=45";
    private static final String WEAK = "feature_adoption_rate=0 stakeholder_engagement=low nps_score=0";
    private static final String BAD =
            WEAK + " invoice_payment_status=overdue_90_plus days_since_last_interaction=120 seats_utilization_rate=0.1";

    private static List<Concern> concerns(BriefFixture brief) {
        return AlertRules.concerns(brief.health(), Optional.empty());
    }

    private static Concern concern(BriefFixture brief) {
        List<Concern> concerns = concerns(brief);
        assertThat(concerns).hasSize(1);
        return concerns.get(0);
    }

    private static Notice notice(BriefFixture brief) {
        return notice(concern(brief), brief.health(), Optional.empty());
    }

    private static Notice notice(Concern concern, AccountHealth health, Optional<AccountHealth> previous) {
        return AlertWriter.notice(Alert.raised("a-1", concern), health, previous);
    }

    private static BriefFixture red() {
        return aBrief().with(BAD).with("usage_trend=stable avg_ticket_sentiment=critical");
    }

    @Test
    void is_not_concerned_about_a_healthy_account() {
        assertThat(concerns(aBrief())).isEmpty();
    }

    @Test
    void is_not_concerned_about_medium_risk() {
        assertThat(concerns(aBrief().with(FADING))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # account                | severity | causes
            red                      | WARNING  | red
            red, fading              | WARNING  | behavioral,red
            red, renews in 41 days   | CRITICAL | contract_proximity,red
            red, fading, renews      | CRITICAL | behavioral,contract_proximity,red
            amber, renews in 41 days | WARNING  | contract_proximity
            amber, fading            | WARNING  | behavioral
            amber, fading, renews    | CRITICAL | behavioral,contract_proximity
            """)
    void names_severity_and_causes(String account, Severity severity, String causes) {
        BriefFixture brief = account.startsWith("red") ? red() : aBrief().with(WEAK);
        if (account.contains("fading")) {
            brief.with(FADING);
        }
        if (account.contains("renews")) {
            brief.withRenewalIn(41);
        }

        Concern concern = concern(brief);

        assertThat(concern.account()).isEqualTo(ACME);
        assertThat(concern.type()).isEqualTo(AlertType.CHURN_RISK);
        assertThat(concern.at()).isEqualTo(NOW);
        assertThat(concern.severity()).isEqualTo(severity);
        assertThat(concern.cause()).isEqualTo(causes);
    }

    @Test
    void says_in_one_sentence_what_the_rules_rest_on() {
        Notice notice = notice(red().with(FADING).withRenewalIn(41));

        assertThat(notice.message())
                .isEqualTo("Health is red at 14 and churn risk is critical: the contract renews in 41 days, usage is"
                        + " declining and people log in every 45 days.");
    }

    @Test
    void says_what_cost_the_most_where_the_rules_say_little() {
        assertThat(notice(red()).message())
                .isEqualTo("Health is red at 34 and churn risk is medium: 0 % of the plan's features are used and the"
                        + " last conversation was 120 days ago.");
        assertThat(notice(aBrief().with(WEAK).withRenewalIn(41)).message())
                .isEqualTo("Health is amber at 66 and churn risk is high: the contract renews in 41 days and 0 % of the"
                        + " plan's features are used.");
    }

    @Test
    void does_not_give_what_is_not_tracked_as_a_reason() {
        Notice notice = notice(aBrief().with(WEAK).with(FADING).with("login_frequency_days=-"));

        assertThat(notice.message()).contains("usage is declining").doesNotContain("not tracked");
    }

    @Test
    void does_not_give_what_is_merely_assumed_as_a_reason() {
        Notice notice = notice(
                aBrief().with("open_ticket_count=- avg_ticket_sentiment=- feature_adoption_rate=0.9 tam_health_rag=RED")
                        .with("login_frequency_days=- days_since_last_interaction=- nps_score=-")
                        .withRenewalIn(41));

        assertThat(notice.message())
                .isEqualTo(
                        "Health is amber at 65 and churn risk is high: the contract renews in 41 days and 90 % of the"
                                + " plan's features are used.");
    }

    @Test
    void shows_the_rules_that_fired_then_the_costliest_measures_then_the_adjustments() {
        Notice notice = notice(red().with(FADING + " tam_health_rag=RED").withRenewalIn(41));

        assertThat(notice.evidence())
                .hasSize(8)
                .startsWith(
                        "Contract proximity: the contract renews in 41 days, within the window of 60 days, and the band"
                                + " is RED.",
                        "Behavioral risk: usage is declining and people log in every 45 days.",
                        "0 % of the plan's features are used: 0 of 20 points.")
                .endsWith("The technical account manager reports RED: the score is multiplied by 0.85.");
    }

    @Test
    void any_score_gives_a_concern_exactly_when_it_should_alert() {
        RandomSnapshots random = RandomSnapshots.seeded(20260302);
        for (Scorecard scorecard : ShippedScorecards.ALL) {
            HealthPolicy policy = HealthPolicy.of(scorecard);
            for (int i = 0; i < 500; i++) {
                AccountHealth health = policy.assess(random.forScorecard(scorecard));

                assertThat(AlertRules.concerns(health, Optional.empty())).hasSize(health.shouldAlert() ? 1 : 0);
            }
        }
    }

    @ParameterizedTest(name = "from {0} to {1}: a dip {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # then | now  | dip
            0.9    | 0.65 | false
            0.9    | 0.64 | true
            0.6    | 0.9  | false
            """)
    void hears_of_a_dip_beyond_what_the_scorecard_tolerates(String then, String now, boolean dip) {
        AccountHealth before = usedSoOften(then);
        AccountHealth after = usedSoOften(now);

        assertThat(AlertRules.concerns(after, Optional.of(before)))
                .extracting(Concern::type)
                .isEqualTo(dip ? List.of(AlertType.SCORE_DIP) : List.of());
    }

    private static AccountHealth usedSoOften(String frequency) {
        return HealthPolicy.of(ShippedScorecards.LIFECYCLE_STAGE_CARD)
                .assess(SnapshotFixture.anEmptySnapshot()
                        .with("usage_frequency=" + frequency)
                        .with("feature_breadth=1 usage_depth_rate=0.9 lifecycle_stage=maturity")
                        .build());
    }

    @Test
    void says_how_far_the_score_fell() {
        AccountHealth after = usedSoOften("0.6");
        Optional<AccountHealth> before = Optional.of(usedSoOften("0.9"));
        Concern dip = AlertRules.concerns(after, before).get(0);
        Notice notice = notice(dip, after, before);

        assertThat(dip.severity()).isEqualTo(Severity.WARNING);
        assertThat(dip.causes()).containsExactly("dip");
        assertThat(notice.message())
                .isEqualTo("The health score fell by 12 points, from 93 to 81; more than 10 is a dip.");
        assertThat(notice.evidence()).startsWith("Usage frequency is 60 %: 24 of 40 points.");
    }

    @Test
    void a_first_score_and_a_scorecard_without_dips_give_none() {
        AccountHealth good = aBrief().health();
        AccountHealth worse = aBrief().with("feature_adoption_rate=0").health();

        assertThat(AlertRules.concerns(usedSoOften("0.6"), Optional.empty())).isEmpty();
        assertThat(AlertRules.concerns(worse, Optional.of(good))).isEmpty();
    }

    @ParameterizedTest(name = "in {0} days, window of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # days | window | renews
            -      | 60     | false
            -1     | 60     | false
            0      | 60     | true
            60     | 60     | true
            61     | 60     | false
            61     | 90     | true
            """)
    void hears_of_a_renewal_within_the_window(String days, int window, boolean renews) {
        AccountHealth health = aBrief().by(new HealthPolicy(ShippedScorecards.CSM_STANDARD, new ChurnRules(window)))
                .with("days_to_renewal=" + days)
                .health();

        assertThat(AlertRules.renewal(health, NOW).isPresent()).isEqualTo(renews);
    }

    @ParameterizedTest(name = "{0} days after a score that saw {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # after | days | message
            9       | 70   | -
            10      | 70   | The contract renews in 60 days.
            29      | 30   | The contract renews in 1 day.
            30      | 30   | The contract renews today.
            31      | 30   | -
            """)
    void counts_the_days_on_from_an_old_score(int after, int days, String message) {
        AccountHealth health = aBrief().withRenewalIn(days).health();
        Instant at = NOW.plus(Duration.ofDays(after));

        Optional<Concern> renewal = AlertRules.renewal(health, at);

        assertThat(renewal.map(Concern::at).orElse(at)).isEqualTo(at);
        assertThat(renewal.map(concern ->
                                notice(concern, health, Optional.empty()).message())
                        .orElse("-"))
                .startsWith(message);
    }

    @Test
    void says_when_the_contract_renews_and_how_the_account_is() {
        AccountHealth health = aBrief().withRenewalIn(41).health();
        Concern renewal = AlertRules.renewal(health, NOW).orElseThrow();
        Notice notice = notice(renewal, health, Optional.empty());

        assertThat(renewal.type()).isEqualTo(AlertType.RENEWAL);
        assertThat(renewal.severity()).isEqualTo(Severity.INFO);
        assertThat(renewal.causes()).containsExactly("renewal");
        assertThat(notice.message())
                .isEqualTo("The contract renews in 41 days. Health is green at 93 and churn risk is low.");
        assertThat(notice.evidence()).containsExactly("The contract renews in 41 days: 3 of 10 points.");
    }
}
