package io.csm.domain.signal;

import static io.csm.domain.signal.StandardSignals.CATALOGUE;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.THIRTEEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingTheCatalogueTest {

    private static final Signal TRAINING_HOURS = Signal.wholeNumber("training_hours", 0);

    @Test
    void keeps_every_slot() {
        SignalCatalogue longer = CATALOGUE.with(List.of(TRAINING_HOURS));

        assertThat(longer.size()).isEqualTo(CATALOGUE.size() + 1);
        assertThat(longer.slot(TRAINING_HOURS)).isEqualTo(CATALOGUE.size());
        assertThat(CATALOGUE.signals())
                .allSatisfy(signal -> assertThat(longer.slot(signal)).isEqualTo(CATALOGUE.slot(signal)));
    }

    @Test
    void starts_with_the_thirteen_in_the_order_of_a_file() {
        assertThat(CATALOGUE.signals().subList(0, 13)).isEqualTo(THIRTEEN);
        assertThat(THIRTEEN)
                .extracting(Signal::name)
                .containsExactly(
                        "feature_adoption_rate",
                        "usage_trend",
                        "login_frequency_days",
                        "days_since_last_interaction",
                        "stakeholder_engagement",
                        "nps_score",
                        "invoice_payment_status",
                        "days_to_renewal",
                        "seats_utilization_rate",
                        "open_ticket_count",
                        "avg_ticket_sentiment",
                        "escalation_count_90_days",
                        "tam_health_rag");
    }

    @Test
    void refuses_a_name_that_is_taken() {
        assertThatThrownBy(() -> CATALOGUE.with(List.of(Signal.number("nps_score", 0, 10))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("signal nps_score stands in the catalogue already");
    }

    @Test
    void holds_a_signal_by_name_and_meaning() {
        assertThat(CATALOGUE.holds(NPS_SCORE)).isTrue();
        assertThat(CATALOGUE.holds(Signal.wholeNumber("nps_score", 0, 100))).isFalse();
        assertThat(CATALOGUE.holds(TRAINING_HOURS)).isFalse();
        assertThat(CATALOGUE.find("training_hours")).isEmpty();
    }

    @Test
    void has_no_slot_for_a_signal_that_it_does_not_know() {
        assertThatThrownBy(() -> CATALOGUE.slot(TRAINING_HOURS))
                .hasMessage("signal training_hours is not in the catalogue");
    }
}
