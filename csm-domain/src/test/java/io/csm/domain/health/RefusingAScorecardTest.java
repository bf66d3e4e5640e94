package io.csm.domain.health;

import static io.csm.domain.health.ScorecardLanguage.bands;
import static io.csm.domain.health.ScorecardLanguage.choice;
import static io.csm.domain.health.ScorecardLanguage.dipAlert;
import static io.csm.domain.health.ScorecardLanguage.group;
import static io.csm.domain.health.ScorecardLanguage.line;
import static io.csm.domain.health.ScorecardLanguage.measure;
import static io.csm.domain.health.ScorecardLanguage.percent;
import static io.csm.domain.health.ScorecardLanguage.points;
import static io.csm.domain.health.ScorecardLanguage.proportionalTo;
import static io.csm.domain.health.ScorecardLanguage.scorecard;
import static io.csm.domain.health.ScorecardLanguage.steps;
import static io.csm.domain.health.ScorecardLanguage.when;
import static io.csm.domain.health.ScorecardLanguage.whenNotTracked;
import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;
import static io.csm.domain.signal.StandardSignals.EXECUTIVE_ACCESS;
import static io.csm.domain.signal.StandardSignals.FEATURE_ADOPTION_RATE;
import static io.csm.domain.signal.StandardSignals.LOGIN_FREQUENCY_DAYS;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.TAM_HEALTH_RAG;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.domain.signal.Signal;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusingAScorecardTest {

    private static final Measure ADOPTION = adoptionOf(100);

    @Test
    void that_has_no_measures() {
        refused(() -> card(when(TAM_HEALTH_RAG).is("RED").multiplyBy(0.85, "it is red")))
                .hasMessage("scorecard card has no measures");
        refused(() -> group("empty", 100)).hasMessage("group empty has no measures");
    }

    @Test
    void whose_weights_do_not_add_to_100() {
        refused(() -> card(adoptionOf(99.9))).hasMessage("the weights of the measures must add to 100 but add to 99.9");
        refused(() -> card(adoptionOf(60), named("nps", 40.5)))
                .hasMessage("the weights of the measures must add to 100 but add to 100.5");
        refused(() -> group("usage", 100, adoptionOf(60)))
                .hasMessage("the weights of group usage must add to 100 but add to 60");
        refused(() -> card(group("usage", 70, ADOPTION), group("money", 20, named("nps", 100))))
                .hasMessage("the weights of the groups must add to 100 but add to 90");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 100.5, Double.NaN})
    void with_a_weight_outside_its_range(double weight) {
        refused(() -> points(weight)).hasMessageStartingWith("a weight must be above 0 and at most 100 but was ");
        refused(() -> group("usage", weight, ADOPTION))
                .hasMessageStartingWith("group usage must count for above 0 up to 100 % but was ");
    }

    @Test
    void with_bands_that_overlap_or_leave_a_gap() {
        refused(() -> bands(40, 40))
                .hasMessage("bands overlap: green must begin above amber but green begins at 40 and amber at 40");
        refused(() -> bands(70, 0))
                .hasMessage("bands overlap: amber must begin above red but amber begins at 0 and red at 0");
        refused(() -> new Bands(band(Rag.GREEN, 70), band(Rag.AMBER, 40), band(Rag.RED, 10)))
                .hasMessage("bands leave a gap: red must begin at 0 but begins at 10");
        refused(() -> new Bands(band(Rag.AMBER, 70), band(Rag.AMBER, 40), band(Rag.RED, 0)))
                .hasMessage("band amber must be GREEN but is AMBER");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
    void with_a_band_outside_0_to_100(double edge) {
        refused(() -> bands(edge, 40)).hasMessageStartingWith("band GREEN must begin at 0 to 100 but begins at ");
    }

    @Test
    void with_steps_that_overlap() {
        refused(() -> steps(LOGIN_FREQUENCY_DAYS).atMost(30, 10).atMost(7, 5).otherwise(0))
                .hasMessage("steps over login_frequency_days overlap: at most 7 never applies after at most 30");
        refused(() -> steps(NPS_SCORE).atLeast(9, 10).atLeast(9, 5).otherwise(0))
                .hasMessage("steps over nps_score overlap: at least 9 never applies after at least 9");
        refused(() -> steps(NPS_SCORE).atLeast(9, 10).atMost(5, 5).otherwise(0))
                .hasMessage("steps over nps_score must go one way but at least 9 is followed by at most 5");
    }

    @Test
    void with_steps_or_words_that_leave_a_gap() {
        refused(() -> steps(NPS_SCORE).otherwise(0)).hasMessage("steps over nps_score must have at least one step");
        refused(() -> choice(USAGE_TREND).scores("growing", 10).andLast("stable", 5))
                .hasMessage("points by usage_trend leave a gap: there are none for declining");
        refused(() -> choice(EXECUTIVE_ACCESS).scores("yes", 1).scores("no", 0).andLast("maybe", 5))
                .hasMessage("points by executive_access: 'maybe' must be one of no, yes");
    }

    @Test
    void whose_rules_do_not_fit_their_signals() {
        refused(() -> steps(USAGE_TREND).atMost(1, 1).otherwise(0))
                .hasMessage("steps need a number but usage_trend is a choice");
        refused(() -> line(USAGE_TREND).from(0, 0).to(1, 1))
                .hasMessage("a line needs a number but usage_trend is a choice");
        refused(() -> line(NPS_SCORE).from(10, 100).to(0, 0))
                .hasMessage("a line over nps_score must go from a smaller to a larger value but goes from 10 to 0");
        refused(() -> line(NPS_SCORE).from(0, 0).to(Double.POSITIVE_INFINITY, 100))
                .hasMessage("the upper end of a line over nps_score must be a finite number but was Infinity");
        refused(() -> choice(NPS_SCORE).andLast("10", 1))
                .hasMessage("points by choice need a choice or a yes/no but nps_score is a whole_number");
    }

    @Test
    void that_reads_an_unknown_signal() {
        Signal logons = Signal.wholeNumber("nps_scores", 0);

        refused(() -> card(
                        measure("logons", points(100), line(logons).from(0, 0).to(9, 100))))
                .hasMessage("nps_scores is not a known signal; did you mean nps_score?");
    }

    @Test
    void that_reads_a_known_name_with_another_meaning() {
        Signal likeNps = Signal.wholeNumber("nps_score", 0, 100);

        refused(() -> card(measure("nps", points(100), line(likeNps).from(0, 0).to(100, 100))))
                .hasMessage("signal nps_score differs from the one of that name in the catalogue");
        refused(() -> card(new Scorecard.OwnSignals(List.of(likeNps)), ADOPTION))
                .hasMessage("signal nps_score stands in the catalogue already");
    }

    @Test
    void with_two_measures_or_groups_of_one_name() {
        refused(() -> card(adoptionOf(50), adoptionOf(50))).hasMessage("two measures are called adoption");
        refused(() -> card(group("usage", 50, ADOPTION), group("support", 50, ADOPTION)))
                .hasMessage("two measures are called adoption");
        refused(() -> card(group("usage", 50, ADOPTION), group("usage", 50, named("nps", 100))))
                .hasMessage("two groups are called usage");
    }

    @Test
    void that_mixes_groups_and_measures() {
        refused(() -> card(ADOPTION, group("usage", 100, named("nps", 100))))
                .hasMessage("a scorecard must have measures or groups of measures but has both,"
                        + " such as measure adoption and group usage");
    }

    @Test
    void with_a_multiplier_outside_0_to_1_and_a_half() {
        refused(() -> multiplyBy(Math.nextUp(1.5))).hasMessageEndingWith("from 0 to 1.5 but was 1.5000000000000002");
        refused(() -> multiplyBy(-0.01))
                .hasMessage("adjustment by tam_health_rag: the multiplier must be from 0 to 1.5 but was -0.01");
        refused(() -> multiplyBy(Double.NaN)).hasMessageEndingWith("the multiplier must be from 0 to 1.5 but was NaN");
        assertThatCode(() -> multiplyBy(1.5)).doesNotThrowAnyException();
        assertThatCode(() -> multiplyBy(0)).doesNotThrowAnyException();
    }

    @Test
    void with_an_adjustment_that_makes_no_sense() {
        refused(() -> when(TAM_HEALTH_RAG).is("RED").multiplyBy(0.5, " "))
                .hasMessage("adjustment by tam_health_rag must give a reason");
        refused(() -> when(TAM_HEALTH_RAG).is("red"))
                .hasMessage("condition: tam_health_rag must be one of GREEN, AMBER, RED but was red");
        refused(() -> when(DAYS_TO_RENEWAL).is("30"))
                .hasMessage("a condition on days_to_renewal must give limits, for it is a whole_number");
        refused(() -> when(DAYS_TO_RENEWAL).isFromTo(30, 30))
                .hasMessage("the limits on days_to_renewal can never hold together");
        refused(() -> when(DAYS_TO_RENEWAL).isFromTo(Double.NaN, 30))
                .hasMessage("a limit must be a finite number but was NaN");
    }

    @Test
    void with_points_beyond_the_maximum_of_a_measure() {
        refused(() -> measure("adoption", points(10), proportionalTo(FEATURE_ADOPTION_RATE, 10.5)))
                .hasMessage("measure adoption must give from 0 to 10 points but its rule gives from 0 to 10.5");
        refused(() -> measure(
                        "nps", percent(10), steps(NPS_SCORE).atLeast(9, 100).otherwise(-1)))
                .hasMessage("measure nps must give from 0 to 100 points but its rule gives from -1 to 100");
        refused(() -> measure("nps", points(3), line(NPS_SCORE).from(0, 0).to(10, 3), whenNotTracked(3.5)))
                .hasMessage("measure nps must give from 0 to 3 points when not tracked but gives 3.5");
    }

    @Test
    void with_points_or_edges_that_are_no_number() {
        refused(() -> measure(
                        "nps",
                        points(3),
                        steps(NPS_SCORE).atLeast(9, Double.NaN).otherwise(0)))
                .hasMessage("the points of a step must be a finite number but was NaN");
        refused(() -> steps(NPS_SCORE).atLeast(Double.NaN, 1).otherwise(0))
                .hasMessage("the edge of a step must be a finite number but was NaN");
        refused(() -> whenNotTracked(Double.NaN))
                .hasMessage("the points when not tracked must be a finite number but was NaN");
    }

    @Test
    void with_a_bad_name_or_version() {
        refused(() -> scorecard("My Card", 1, bands(70, 40), ADOPTION))
                .hasMessage("scorecard name must be lower-case words joined by - but was 'My Card'");
        refused(() -> scorecard("card", 0, bands(70, 40), ADOPTION))
                .hasMessage("scorecard version must be at least 1 but was 0");
        refused(() -> named("My measure", 100))
                .hasMessage("measure name must be lower-case words joined by _ but was 'My measure'");
    }

    @Test
    void with_two_dip_alerts_or_a_senseless_one() {
        refused(() -> card(ADOPTION, dipAlert(5), dipAlert(10)))
                .hasMessage("a scorecard must have at most one dip alert but has 2");
        refused(() -> dipAlert(0)).hasMessage("a dip alert must be above 0 and at most 100 points but was 0");
    }

    private static Measure adoptionOf(double weight) {
        return measure("adoption", points(weight), proportionalTo(FEATURE_ADOPTION_RATE, weight));
    }

    private static Measure named(String name, double weight) {
        return measure(name, points(weight), line(NPS_SCORE).from(0, 0).to(10, weight));
    }

    private static Band band(Rag rag, double from) {
        return new Band(rag, rag.name().toLowerCase(Locale.ROOT), from);
    }

    private static Adjustment multiplyBy(double factor) {
        return when(TAM_HEALTH_RAG).is("RED").multiplyBy(factor, "it is red");
    }

    private static Scorecard card(Scorecard.Part... parts) {
        return scorecard("card", 1, bands(70, 40), parts);
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable construction) {
        return assertThatThrownBy(construction).isInstanceOf(IllegalArgumentException.class);
    }
}
