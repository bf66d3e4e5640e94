package io.csm.domain.signal;

import static io.csm.domain.fixture.SnapshotFixture.ACME;
import static io.csm.domain.fixture.SnapshotFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FillingInSignalsByHandTest {

    private static final Validator BEAN_VALIDATION = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new TemplatesAsTheyAre())
            .buildValidatorFactory()
            .getValidator();

    @Test
    void needs_the_five_required_ones_only() {
        SignalSnapshot snapshot = required().build().of(ACME, NOON);

        assertThat(snapshot.givenSignals())
                .extracting(Signal::name)
                .containsExactly(
                        "feature_adoption_rate",
                        "usage_trend",
                        "stakeholder_engagement",
                        "invoice_payment_status",
                        "seats_utilization_rate",
                        "open_ticket_count",
                        "avg_ticket_sentiment",
                        "escalation_count_90_days");
        assertThat(snapshot.origin(StandardSignals.USAGE_TREND)).contains(new SignalOrigin("given", NOON));
    }

    @Test
    void carries_all_thirteen_into_the_snapshot() {
        SignalSnapshot snapshot = required()
                .loginFrequencyDays(3)
                .daysSinceLastInteraction(4)
                .npsScore(9)
                .daysToRenewal(-5)
                .openTicketCount(2)
                .avgTicketSentiment(TicketSentiment.NEGATIVE)
                .escalationCount90Days(1)
                .tamHealthRag(TamHealth.AMBER)
                .build()
                .asSnapshot();

        assertThat(snapshot)
                .hasToString("unnamed at 1970-01-01T00:00:00Z: feature_adoption_rate=0.5 usage_trend=stable"
                        + " login_frequency_days=3 days_since_last_interaction=4 stakeholder_engagement=medium"
                        + " nps_score=9 invoice_payment_status=current days_to_renewal=-5"
                        + " seats_utilization_rate=0.7 open_ticket_count=2 avg_ticket_sentiment=negative"
                        + " escalation_count_90_days=1 tam_health_rag=AMBER");
    }

    @Test
    void refuses_to_build_without_a_required_one() {
        HealthSignals.Builder builder = HealthSignals.builder().usageTrend(UsageTrend.STABLE);

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidSignal.class)
                .hasMessage("feature_adoption_rate is required");
    }

    @ParameterizedTest(name = "without {0}")
    @CsvSource({"usage_trend", "stakeholder_engagement", "invoice_payment_status", "avg_ticket_sentiment"})
    void refuses_null_where_the_record_requires_a_value(String name) {
        assertThatThrownBy(() -> record(name, null)).hasMessage(name + " is required");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            feature_adoption_rate       | NaN  | must be a number from 0 to 1
            feature_adoption_rate       | 1.01 | must be a number from 0 to 1
            feature_adoption_rate       | -0.1 | must be a number from 0 to 1
            login_frequency_days        | -1   | must be a whole number of at least 0
            days_since_last_interaction | -1   | must be a whole number of at least 0
            nps_score                   | -1   | must be a whole number from 0 to 10
            nps_score                   | 11   | must be a whole number from 0 to 10
            seats_utilization_rate      | 2.01 | must be a number from 0 to 2
            seats_utilization_rate      | NaN  | must be a number from 0 to 2
            open_ticket_count           | -1   | must be a whole number of at least 0
            escalation_count_90_days    | -1   | must be a whole number of at least 0
            """)
    void refuses_what_the_catalogue_refuses(String name, double value, String rule) {
        assertThatThrownBy(() -> record(name, value))
                .isInstanceOf(InvalidSignal.class)
                .hasMessage(name + " " + rule + " but was " + Figures.exact(value));
    }

    static Stream<Signal> numbersOfTheThirteen() {
        return StandardSignals.THIRTEEN.stream()
                .filter(signal -> signal.options().isEmpty());
    }

    /** The annotations are for an embedder's own validation; they must not tell another story than the catalogue. */
    @ParameterizedTest
    @MethodSource("numbersOfTheThirteen")
    void annotates_the_same_ranges_as_the_catalogue(Signal signal) {
        boolean whole = signal.type() == SignalType.WHOLE_NUMBER;
        double step = whole ? 1 : 0.01;
        for (double value : List.of(signal.min() - step, signal.min(), 1.0, signal.max(), signal.max() + step)) {
            if (!whole || value == (int) value) {
                assertThat(annotationsAccept(signal, whole ? (Object) (int) value : (Object) value))
                        .as("%s = %s", signal.name(), value)
                        .isEqualTo(catalogueAccepts(signal, value));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"feature_adoption_rate", "seats_utilization_rate"})
    void annotates_that_nan_is_no_number(String name) {
        assertThat(annotationsAccept(StandardSignals.CATALOGUE.get(name), Double.NaN))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} may be null: {1}")
    @CsvSource({
        "usage_trend, false",
        "stakeholder_engagement, false",
        "invoice_payment_status, false",
        "avg_ticket_sentiment, false",
        "login_frequency_days, true",
        "days_since_last_interaction, true",
        "nps_score, true",
        "days_to_renewal, true",
        "tam_health_rag, true"
    })
    void annotates_what_may_be_null(String name, boolean mayBeNull) {
        assertThat(annotationsAccept(StandardSignals.CATALOGUE.get(name), null)).isEqualTo(mayBeNull);
    }

    private static boolean annotationsAccept(Signal signal, Object value) {
        return BEAN_VALIDATION
                .validateValue(HealthSignals.class, component(signal.name()), value)
                .isEmpty();
    }

    private static boolean catalogueAccepts(Signal signal, double value) {
        try {
            signal.fromNumber(value);
            return true;
        } catch (InvalidSignal refused) {
            return false;
        }
    }

    /** {@code nps_score} as the record calls it, {@code npsScore}. */
    private static String component(String name) {
        String[] words = name.split("_");
        String first = words[0];
        return first
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .reduce("", String::concat);
    }

    private static HealthSignals.Builder required() {
        return HealthSignals.builder()
                .featureAdoptionRate(0.5)
                .usageTrend(UsageTrend.STABLE)
                .stakeholderEngagement(StakeholderEngagement.MEDIUM)
                .invoicePaymentStatus(InvoicePaymentStatus.CURRENT)
                .seatsUtilizationRate(0.7);
    }

    /** A good record but for that one component. */
    private static HealthSignals record(String name, Double value) {
        return new HealthSignals(
                name.equals("feature_adoption_rate") ? value : 0.5,
                name.equals("usage_trend") ? null : UsageTrend.STABLE,
                name.equals("login_frequency_days") ? value.intValue() : null,
                name.equals("days_since_last_interaction") ? value.intValue() : null,
                name.equals("stakeholder_engagement") ? null : StakeholderEngagement.MEDIUM,
                name.equals("nps_score") ? value.intValue() : null,
                name.equals("invoice_payment_status") ? null : InvoicePaymentStatus.CURRENT,
                null,
                name.equals("seats_utilization_rate") ? value : 0.7,
                name.equals("open_ticket_count") ? value.intValue() : 0,
                name.equals("avg_ticket_sentiment") ? null : TicketSentiment.NEUTRAL,
                name.equals("escalation_count_90_days") ? value.intValue() : 0,
                null);
    }

    /** Nobody reads the messages here, and filling them in would ask for an expression language. */
    private static final class TemplatesAsTheyAre implements MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }
}
