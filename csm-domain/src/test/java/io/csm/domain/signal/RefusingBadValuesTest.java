package io.csm.domain.signal;

import static io.csm.domain.fixture.SnapshotFixture.ACME;
import static io.csm.domain.fixture.SnapshotFixture.FILE;
import static io.csm.domain.fixture.SnapshotFixture.NOON;
import static io.csm.domain.signal.StandardSignals.CATALOGUE;
import static io.csm.domain.signal.StandardSignals.EXECUTIVE_ACCESS;
import static io.csm.domain.signal.StandardSignals.FEATURE_ADOPTION_RATE;
import static io.csm.domain.signal.StandardSignals.LOGIN_FREQUENCY_DAYS;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusingBadValuesTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # signal                    | value       | rule
            feature_adoption_rate       | NaN         | must be a number from 0 to 1
            feature_adoption_rate       | 1.01        | must be a number from 0 to 1
            feature_adoption_rate       | -0.01       | must be a number from 0 to 1
            feature_adoption_rate       | Infinity    | must be a number from 0 to 1
            usage_trend                 | Growing     | must be one of growing, stable, declining, inactive
            usage_trend                 | 1           | must be one of growing, stable, declining, inactive
            login_frequency_days        | -1          | must be a whole number of at least 0
            login_frequency_days        | 7.5         | must be a whole number of at least 0
            days_since_last_interaction | -1          | must be a whole number of at least 0
            stakeholder_engagement      | HIGH        | must be one of high, medium, low
            nps_score                   | 11          | must be a whole number from 0 to 10
            nps_score                   | -1          | must be a whole number from 0 to 10
            nps_score                   | 7.5         | must be a whole number from 0 to 10
            invoice_payment_status      | overdue_61  | must be one of current, overdue_30, overdue_60, overdue_90_plus
            days_to_renewal             | 30.5        | must be a whole number
            days_to_renewal             | 2026-04-01  | must be a whole number
            days_to_renewal             | 2147483648  | must be a whole number
            seats_utilization_rate      | 2.01        | must be a number from 0 to 2
            seats_utilization_rate      | -0.01       | must be a number from 0 to 2
            open_ticket_count           | -1          | must be a whole number of at least 0
            open_ticket_count           | none        | must be a whole number of at least 0
            avg_ticket_sentiment        | mixed       | must be one of positive, neutral, negative, critical
            escalation_count_90_days    | -1          | must be a whole number of at least 0
            tam_health_rag              | red         | must be one of GREEN, AMBER, RED
            executive_access            | true        | must be one of no, yes
            arr_growth_rate             | -1.01       | must be a number from -1 to 100
            csat_average                | 0.99        | must be a number from 1 to 5
            """)
    void names_account_signal_value_and_rule(String name, String value, String rule) {
        SignalSnapshot.Builder builder = aBuilder();

        InvalidSignal invalid =
                catchThrowableOfType(InvalidSignal.class, () -> builder.text(CATALOGUE.get(name), value));

        assertThat(invalid.account()).contains(ACME);
        assertThat(invalid.signal()).isEqualTo(name);
        assertThat(invalid.value()).isEqualTo(value);
        assertThat(invalid.rule()).isEqualTo(rule);
        assertThat(invalid).hasMessage("account A-1: " + name + " " + rule + " but was " + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0x7", "0x1p3", "1f", "1d", "7L", "7F", "7,0", "7 ", " 7", "1e", "--1", "1-1", ".", "-", "e", "٧"
            })
    void takes_plain_decimals_only(String text) {
        assertThatThrownBy(() -> LOGIN_FREQUENCY_DAYS.fromText(text))
                .isInstanceOf(InvalidSignal.class)
                .hasMessageEndingWith("must be a whole number of at least 0 but was " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void shows_a_blank_in_quotes(String blank) {
        assertThatThrownBy(() -> NPS_SCORE.fromText(blank))
                .hasMessage("nps_score must be a whole number from 0 to 10 but was '" + blank + "'");
        assertThatThrownBy(() -> USAGE_TREND.fromText(blank)).hasMessageEndingWith("inactive but was '" + blank + "'");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "7, 7",
        "120, 120",
        "7.0, 7",
        "+7, 7",
        "007, 7",
        "7e0, 7",
        "-0, 0",
        "-0.0, 0",
        "1e3, 1000",
        "2147483647, 2147483647"
    })
    void reads_a_whole_number_with_or_without_a_fraction(String text, double value) {
        assertThat(LOGIN_FREQUENCY_DAYS.fromText(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 1.01, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refuses_numbers_that_never_were_text(double number) {
        assertThatExceptionOfType(InvalidSignal.class)
                .isThrownBy(() -> aBuilder().number(FEATURE_ADOPTION_RATE, number))
                .withMessageStartingWith("account A-1: feature_adoption_rate must be a number from 0 to 1 but was ");
    }

    @Test
    void refuses_a_number_or_flag_for_another_type() {
        assertThatThrownBy(() -> aBuilder().number(USAGE_TREND, 1))
                .hasMessageEndingWith("must be one of growing, stable, declining, inactive but was 1");
        assertThatThrownBy(() -> aBuilder().flag(NPS_SCORE, true))
                .hasMessage("account A-1: nps_score must be a whole number from 0 to 10 but was true");
        assertThat(aBuilder().flag(EXECUTIVE_ACCESS, true).build().value(EXECUTIVE_ACCESS))
                .hasValue(1);
    }

    @ParameterizedTest(name = "{0}: leave it out and {1} is assumed")
    @CsvSource({"open_ticket_count, 0", "avg_ticket_sentiment, neutral", "escalation_count_90_days, 0"})
    void refuses_an_explicit_null_where_absence_means_a_value(String name, String assumed) {
        assertThatThrownBy(() -> aBuilder().nothing(CATALOGUE.get(name)))
                .isInstanceOf(InvalidSignal.class)
                .hasMessage("account A-1: " + name + " must not be null; leave it out and " + assumed
                        + " is assumed but was null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login_frequency_days", "nps_score", "days_to_renewal", "tam_health_rag"})
    void takes_an_explicit_null_as_not_tracked_elsewhere(String name) {
        Signal signal = CATALOGUE.get(name);

        assertThat(aBuilder().nothing(signal).build().value(signal)).isEmpty();
    }

    @Test
    void refuses_an_unknown_name_and_hints_at_a_similar_one() {
        assertThatThrownBy(() -> CATALOGUE.get("usage_trends"))
                .isInstanceOf(InvalidSignal.class)
                .hasMessage("usage_trends is not a known signal; did you mean usage_trend?");
        assertThatThrownBy(() -> CATALOGUE.get("shoe_size")).hasMessage("shoe_size is not a known signal");
        assertThatThrownBy(() -> SignalCatalogue.of(StandardSignals.THIRTEEN.subList(0, 2))
                        .get("shoe_size"))
                .hasMessage("shoe_size is not a known signal; known are feature_adoption_rate, usage_trend");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "02.03.2026", "1899-12-31", "2200-01-02", ""})
    void refuses_what_is_no_day(String text) {
        assertThatThrownBy(() -> Signal.date("renews_on").fromText(text))
                .hasMessageStartingWith("renews_on must be a date such as 2026-03-31 but was ");
    }

    @Test
    void carries_no_stack_trace_so_that_a_batch_full_of_them_stays_cheap() {
        assertThat(new InvalidSignal("nps_score", "11", "must be less").getStackTrace())
                .isEmpty();
    }

    private static SignalSnapshot.Builder aBuilder() {
        return SignalSnapshot.of(CATALOGUE, ACME, NOON, FILE);
    }
}
