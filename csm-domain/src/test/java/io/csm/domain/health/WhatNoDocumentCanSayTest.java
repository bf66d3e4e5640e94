package io.csm.domain.health;

import static io.csm.domain.health.ScorecardLanguage.bands;
import static io.csm.domain.health.ScorecardLanguage.choice;
import static io.csm.domain.health.ScorecardLanguage.group;
import static io.csm.domain.health.ScorecardLanguage.line;
import static io.csm.domain.health.ScorecardLanguage.measure;
import static io.csm.domain.health.ScorecardLanguage.percent;
import static io.csm.domain.health.ScorecardLanguage.percentBy;
import static io.csm.domain.health.ScorecardLanguage.scorecard;
import static io.csm.domain.health.ScorecardLanguage.steps;
import static io.csm.domain.health.ScorecardLanguage.whenNotTracked;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.OPEN_ESCALATION;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.csm.domain.health.Condition.Limit;
import io.csm.domain.signal.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhatNoDocumentCanSayTest {

    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @MethodSource("refusals")
    void is_refused(Map.Entry<String, ThrowingCallable> refusal) {
        assertThatIllegalArgumentException().isThrownBy(refusal.getValue()).withMessage(refusal.getKey());
    }

    static Stream<Map.Entry<String, ThrowingCallable>> refusals() {
        return Stream.of(
                entry(
                        "the edge of a step must be a finite number but was NaN",
                        () -> new Step(Comparison.BELOW, NAN, 1)),
                entry(
                        "the points of a step must be a finite number but was Infinity",
                        () -> new Step(Comparison.BELOW, 1, INFINITE)),
                entry(
                        "the points beyond the last step over nps_score must be a finite number but was NaN",
                        () -> steps(NPS_SCORE).atMost(1, 1).otherwise(NAN)),
                entry(
                        "the points of a line over nps_score must be a finite number but was NaN",
                        () -> line(NPS_SCORE).from(0, NAN).to(1, 1)),
                entry(
                        "the upper end of a line over nps_score must be a finite number but was Infinity",
                        () -> line(NPS_SCORE).from(0, 0).to(INFINITE, 1)),
                entry(
                        "the points for yes must be a finite number but was NaN",
                        () -> choice(OPEN_ESCALATION).scores("no", 1).andLast("yes", NAN)),
                entry("the points when not tracked must be a finite number but was NaN", () -> whenNotTracked(NAN)),
                entry("a limit must be a finite number but was NaN", () -> new Limit(Comparison.BELOW, NAN)),
                entry(
                        "the limits on nps_score must be a lower one, an upper one, or one of each",
                        () -> limits(new Limit(Comparison.ABOVE, 1), new Limit(Comparison.AT_LEAST, 3))),
                entry(
                        "a weight must depend on a choice or a yes/no but nps_score is a whole_number",
                        () -> percentBy(NPS_SCORE, 40, Map.of())),
                entry(
                        "group name must be lower-case words joined by _ but was 'Support'",
                        () -> support("Support", 100)),
                entry(
                        "each of several groups must have a name",
                        () -> scorecard("any", 1, bands(70, 40), support("", 50), support("other", 50))),
                entry(
                        "signal a: the largest value must be a finite number but was Infinity",
                        () -> Signal.number("a", 0, INFINITE)),
                entry(
                        "a must be a whole number from 0 to 9 but was 7.5",
                        () -> Signal.wholeNumber("a", 0, 9).assumedToBe(7.5)));
    }

    private static Condition limits(Limit... limits) {
        return new Condition(NPS_SCORE, Optional.empty(), List.of(limits));
    }

    private static MeasureGroup support(String name, double percent) {
        return group(name, percent, measure("tickets", percent(100), NamedFormula.TICKET_VOLUME));
    }

    @Test
    void has_one_form_where_a_document_could_say_it_in_two() {
        Limit lower = new Limit(Comparison.AT_LEAST, 0);
        Limit upper = new Limit(Comparison.BELOW, 30);

        assertThat(limits(upper, lower)).isEqualTo(limits(lower, upper));
        assertThat(new Step(Comparison.AT_MOST, -0.0, -0.0)).isEqualTo(new Step(Comparison.AT_MOST, 0.0, 0.0));
    }
}
