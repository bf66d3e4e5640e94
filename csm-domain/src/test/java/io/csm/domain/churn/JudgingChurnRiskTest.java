package io.csm.domain.churn;

import static io.csm.domain.fixture.SnapshotFixture.aSnapshot;
import static io.csm.domain.health.ScorecardLanguage.bands;
import static io.csm.domain.health.ScorecardLanguage.measure;
import static io.csm.domain.health.ScorecardLanguage.points;
import static io.csm.domain.health.ScorecardLanguage.proportionalTo;
import static io.csm.domain.health.ScorecardLanguage.scorecard;
import static io.csm.domain.signal.StandardSignals.FEATURE_ADOPTION_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.domain.fixture.SnapshotFixture;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.Rag;
import io.csm.domain.health.Scorecard;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgingChurnRiskTest {

    private static final String NEAR = "days_to_renewal=30";
    private static final String FAR = "days_to_renewal=365";
    private static final String FADING = "usage_trend=declining login_frequency_days=45";
    private static final String STEADY = "usage_trend=stable login_frequency_days=3";

    /** Takes its band from feature adoption alone, so that the other signals are free for the rules. */
    private static final Scorecard BY_ADOPTION = scorecard(
            "by-adoption",
            1,
            bands(70, 40),
            measure("adoption", points(100), proportionalTo(FEATURE_ADOPTION_RATE, 100)));

    @ParameterizedTest(name = "{0}, contract near {1}, usage fading {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # band | contract near | usage fading | risk     | trigger            | alert
            GREEN  | false         | false        | low      | -                  | false
            GREEN  | true          | false        | low      | -                  | false
            GREEN  | false         | true         | medium   | behavioral         | false
            GREEN  | true          | true         | medium   | behavioral         | false
            AMBER  | false         | false        | medium   | -                  | false
            AMBER  | true          | false        | high     | contract_proximity | true
            AMBER  | false         | true         | high     | behavioral         | true
            AMBER  | true          | true         | critical | both               | true
            RED    | false         | false        | medium   | -                  | true
            RED    | true          | false        | critical | contract_proximity | true
            RED    | false         | true         | high     | behavioral         | true
            RED    | true          | true         | critical | both               | true
            """)
    void decides_by_band_contract_and_behavior(
            Rag rag, boolean near, boolean fading, String risk, String trigger, boolean alert) {
        HealthScore score = scored(rag, (near ? NEAR : FAR) + " " + (fading ? FADING : STEADY));

        ChurnAssessment churn = ChurnRules.defaults().assess(score);

        assertThat(churn.risk().code()).isEqualTo(risk);
        assertThat(churn.trigger().map(ChurnTrigger::code).orElse("-")).isEqualTo(trigger);
        assertThat(churn.shouldAlert()).isEqualTo(alert);
    }

    @ParameterizedTest(name = "renewal in {0} days, window of {1}: near {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # renewal | window | near
            61        | 60     | false
            60        | 60     | true
            59        | 60     | true
            0         | 60     | true
            -1        | 60     | true
            -400      | 60     | true
            -         | 60     | false
            91        | 90     | false
            90        | 90     | true
            1         | 0      | false
            0         | 0      | true
            """)
    void calls_a_contract_near_up_to_the_window_past_dates_included(String renewal, int window, boolean near) {
        HealthScore score = scored(Rag.AMBER, STEADY + " days_to_renewal=" + renewal);

        assertThat(new ChurnRules(window).trigger(score))
                .isEqualTo(near ? Optional.of(ChurnTrigger.CONTRACT_PROXIMITY) : Optional.empty());
    }

    @ParameterizedTest(name = "{0} usage, logins every {1} days: fading {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # usage   | login | fading
            declining | 30    | false
            declining | 31    | true
            declining | -     | true
            inactive  | 30    | false
            inactive  | 31    | true
            inactive  | -     | true
            stable    | 31    | false
            stable    | -     | false
            growing   | 99    | false
            -         | 99    | false
            -         | -     | false
            """)
    void calls_usage_fading_when_it_falls_and_logins_are_rare_or_unknown(String usage, String login, boolean fading) {
        HealthScore score = scored(Rag.GREEN, FAR + " usage_trend=" + usage + " login_frequency_days=" + login);

        assertThat(ChurnRules.defaults().trigger(score))
                .isEqualTo(fading ? Optional.of(ChurnTrigger.BEHAVIORAL) : Optional.empty());
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            # band | renewal | fired | sentence
            RED    | 30      | true  | Contract proximity: the contract renews in 30 days, within the window of 60 days, and the band is RED.
            AMBER  | 0       | true  | Contract proximity: the contract renews today, within the window of 60 days, and the band is AMBER.
            AMBER  | -3      | true  | Contract proximity: the renewal date passed 3 days ago, and the band is AMBER.
            RED    | 61      | false | No contract proximity: the contract renews in 61 days, beyond the window of 60 days.
            GREEN  | 61      | false | No contract proximity: the contract renews in 61 days, beyond the window of 60 days.
            GREEN  | 30      | false | No contract proximity: the contract renews in 30 days, but the band is GREEN.
            GREEN  | -1      | false | No contract proximity: the renewal date passed 1 day ago, but the band is GREEN.
            RED    | -       | false | No contract proximity: no renewal date is known.
            """)
    void says_why_the_contract_is_near_or_not(Rag rag, String renewal, boolean fired, String sentence) {
        HealthScore score = scored(rag, STEADY + " days_to_renewal=" + renewal);

        assertThat(ChurnRules.defaults().assess(score).findings().get(0))
                .isEqualTo(new ChurnAssessment.Finding(ChurnTrigger.CONTRACT_PROXIMITY, fired, sentence));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            # usage   | login | fired | sentence
            declining | 45    | true  | Behavioral risk: usage is declining and people log in every 45 days.
            inactive  | -     | true  | Behavioral risk: usage has stopped and it is not known how often people log in.
            declining | 30    | false | No behavioral risk: usage is declining, but people log in every 30 days.
            stable    | 45    | false | No behavioral risk: usage is stable.
            growing   | -     | false | No behavioral risk: usage is growing.
            -         | 45    | false | No behavioral risk: the usage trend is not known.
            """)
    void says_why_usage_is_fading_or_not(String usage, String login, boolean fired, String sentence) {
        HealthScore score = scored(Rag.GREEN, FAR + " usage_trend=" + usage + " login_frequency_days=" + login);

        assertThat(ChurnRules.defaults().assess(score).findings().get(1))
                .isEqualTo(new ChurnAssessment.Finding(ChurnTrigger.BEHAVIORAL, fired, sentence));
    }

    @ParameterizedTest
    @EnumSource(Rag.class)
    void derives_the_alert_from_band_and_risk_alone(Rag rag) {
        for (ChurnRisk risk : ChurnRisk.values()) {
            ChurnAssessment churn = new ChurnAssessment(risk, Optional.empty(), rag, List.of());

            assertThat(churn.shouldAlert())
                    .as("%s %s", rag, risk)
                    .isEqualTo(rag == Rag.RED || List.of("HIGH", "CRITICAL").contains(risk.name()));
        }
    }

    @ParameterizedTest
    @EnumSource(Rag.class)
    void says_the_same_in_short_and_in_full(Rag rag) {
        for (String signals : List.of(NEAR + " " + FADING, NEAR + " " + STEADY, FAR + " " + FADING)) {
            AccountHealth health = new AccountHealth(scored(rag, signals), ChurnRules.defaults());

            assertThat(health.risk()).isEqualTo(health.churn().risk());
            assertThat(health.trigger()).isEqualTo(health.churn().trigger());
            assertThat(health.shouldAlert()).isEqualTo(health.churn().shouldAlert());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3651})
    void refuses_a_window_outside_0_to_3650_days(int window) {
        assertThatThrownBy(() -> new ChurnRules(window))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the churn window must be from 0 to 3650 days but was " + window);
    }

    @Test
    void looks_60_days_ahead_by_default() {
        assertThat(ChurnRules.defaults()).isEqualTo(new ChurnRules(60));
        assertThat(HealthPolicy.of(BY_ADOPTION).churnRules()).isEqualTo(ChurnRules.defaults());
    }

    private static HealthScore scored(Rag rag, String signals) {
        double adoption = BY_ADOPTION.bands().of(rag).from() / 100;
        SnapshotFixture snapshot = aSnapshot().with(FEATURE_ADOPTION_RATE, adoption);
        HealthScore score = BY_ADOPTION.score(snapshot.with(signals).build());
        assertThat(score.rag()).isEqualTo(rag);
        return score;
    }
}
