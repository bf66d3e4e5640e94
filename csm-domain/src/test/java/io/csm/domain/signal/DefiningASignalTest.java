package io.csm.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefiningASignalTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Nps", "nps score", "1nps", "nps-score"})
    void refuses_a_name_that_a_file_could_not_carry(String name) {
        assertThatThrownBy(() -> Signal.number(name, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("signal name must be lower-case words joined by _")
                .hasMessageEndingWith("but was '" + name + "'");
    }

    @Test
    void refuses_an_empty_range_and_an_empty_or_doubled_choice() {
        assertThatThrownBy(() -> Signal.number("rate", 2, 1))
                .hasMessage("signal rate: the least value 2 is above the largest 1");
        assertThatThrownBy(() -> Signal.choice("tier", List.of()))
                .hasMessage("signal tier: a choice needs at least one option");
        assertThatThrownBy(() -> Signal.choice("tier", List.of("a", "b", "a")))
                .hasMessage("signal tier: a choice stands twice in [a, b, a]");
    }

    @ParameterizedTest(name = "{0} shows {1}")
    @CsvSource({
        "feature_adoption_rate, 0.123456789",
        "login_frequency_days, 45",
        "usage_trend, declining",
        "executive_access, yes",
        "days_to_renewal, -12"
    })
    void shows_a_value_as_a_file_would_hold_it(String name, String text) {
        Signal signal = StandardSignals.CATALOGUE.get(name);

        assertThat(signal.show(signal.fromText(text))).isEqualTo(text);
    }

    @Test
    void shows_a_day_as_a_file_would_hold_it() {
        Signal signal = Signal.date("renews_on");

        assertThat(signal.show(signal.fromText("2026-03-31"))).isEqualTo("2026-03-31");
    }

    @Test
    void is_called_by_its_name_with_blanks_until_told_otherwise() {
        Signal signal = Signal.wholeNumber("training_hours", 0);

        assertThat(signal.label()).isEqualTo("training hours");
        assertThat(signal.say(3)).isEqualTo("training hours is 3");
        assertThat(signal.labelled("hours of training").say(3)).isEqualTo("hours of training is 3");
    }

    @Test
    void differs_when_absence_means_something_else() {
        Signal tickets = Signal.wholeNumber("tickets", 0);

        assertThat(tickets.assumedToBe(0)).isNotEqualTo(tickets).isEqualTo(tickets.assumedToBe(0));
        assertThat(tickets).isNotEqualTo(Signal.wholeNumber("tickets", 1)).isEqualTo(Signal.wholeNumber("tickets", 0));
    }

    @ParameterizedTest(name = "{0} shown is {1}")
    @CsvSource({
        "97.995, 98",
        "97.994, 97.99",
        "0.005, 0.01",
        "-0.004, 0",
        "1e21, 1000000000000000000000",
        "NaN, NaN",
        "12, 12"
    })
    void rounds_half_up_for_people(double value, String shown) {
        assertThat(Figures.show(value)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0} in full is {1}")
    @CsvSource({"97.995, 97.995", "7.0, 7", "-3, -3", "NaN, NaN", "Infinity, Infinity"})
    void keeps_every_digit_for_programs(double value, String shown) {
        assertThat(Figures.exact(value)).isEqualTo(shown);
    }
}
