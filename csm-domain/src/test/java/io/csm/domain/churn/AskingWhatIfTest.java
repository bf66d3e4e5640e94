package io.csm.domain.churn;

import static io.csm.domain.fixture.SnapshotFixture.NOON;
import static io.csm.domain.fixture.SnapshotFixture.aSnapshot;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.OPEN_TICKET_COUNT;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.StandardSignals;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingWhatIfTest {

    private static final HealthPolicy STANDARD = HealthPolicy.of(ShippedScorecards.CSM_STANDARD);

    private final SignalSnapshot acme = aSnapshot()
            .with("usage_trend=declining login_frequency_days=45 days_to_renewal=20 feature_adoption_rate=0.1")
            .with("invoice_payment_status=overdue_60")
            .build();

    @Test
    void shows_old_and_new_side_by_side() {
        WhatIf whatIf = WhatIf.of(STANDARD, acme, Map.of("usage_trend", "growing", "login_frequency_days", "7.0"));

        assertThat(whatIf.before().score().value()).isEqualTo(48);
        assertThat(whatIf.before().risk()).isEqualTo(ChurnRisk.CRITICAL);
        assertThat(whatIf.after().score().value()).isEqualTo(66);
        assertThat(whatIf.after().risk()).isEqualTo(ChurnRisk.HIGH);
        assertThat(whatIf.gain()).isEqualTo(18);
    }

    @Test
    void leaves_the_original_untouched() {
        SignalSnapshot copy = acme.changed(acme.takenAt()).build();

        WhatIf whatIf = WhatIf.of(STANDARD, acme, Map.of("usage_trend", "growing"));

        assertThat(acme).isEqualTo(copy);
        assertThat(whatIf.before().score().snapshot()).isSameAs(acme);
    }

    @Test
    void marks_what_was_changed_and_keeps_the_origin_of_the_rest() {
        SignalSnapshot after = WhatIf.of(STANDARD, acme, Map.of("nps_score", "3"))
                .after()
                .score()
                .snapshot();

        assertThat(after.origin(NPS_SCORE)).contains(new SignalOrigin("what-if", NOON));
        assertThat(after.origin(USAGE_TREND)).isEqualTo(acme.origin(USAGE_TREND));
    }

    @Test
    void takes_an_empty_text_as_not_tracked() {
        WhatIf whatIf = WhatIf.of(STANDARD, acme, Map.of("nps_score", "", "open_ticket_count", ""));

        SignalSnapshot after = whatIf.after().score().snapshot();
        assertThat(after.value(NPS_SCORE)).isEmpty();
        assertThat(after.isGiven(OPEN_TICKET_COUNT)).isFalse();
        assertThat(after.value(OPEN_TICKET_COUNT)).hasValue(0);
        assertThat(whatIf.gain()).isEqualTo(-1);
    }

    @Test
    void changes_a_signal_that_a_shorter_catalogue_does_not_know() {
        SignalSnapshot thirteen = acme.in(SignalCatalogue.of(StandardSignals.THIRTEEN));
        HealthPolicy enterprise = HealthPolicy.of(ShippedScorecards.ENTERPRISE_COMPONENTS);

        WhatIf whatIf = WhatIf.of(enterprise, thirteen, Map.of("champion_status", "left"));

        assertThat(whatIf.gain()).isNegative();
    }

    @Test
    void changes_nothing_without_changes() {
        assertThat(WhatIf.of(STANDARD, acme, Map.of()).gain()).isZero();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nps_score   | 11 | account A-1: nps_score must be a whole number from 0 to 10 but was 11
            usage_trend | '' | account A-1: usage_trend is required by scorecard csm-standard
            nps_scor    | 7  | account A-1: nps_scor is not a known signal; did you mean nps_score?
            """)
    void refuses_a_change_that_no_account_could_have(String name, String value, String message) {
        assertThatThrownBy(() -> WhatIf.of(STANDARD, acme, Map.of(name, value)))
                .isInstanceOf(InvalidSignal.class)
                .hasMessage(message);
    }
}
