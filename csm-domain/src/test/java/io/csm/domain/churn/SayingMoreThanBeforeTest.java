package io.csm.domain.churn;

import static io.csm.domain.signal.StandardSignals.CATALOGUE;
import static io.csm.domain.signal.StandardSignals.FEATURE_ADOPTION_RATE;
import static io.csm.domain.signal.StandardSignals.INVOICE_PAYMENT_STATUS;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.OPEN_TICKET_COUNT;
import static io.csm.domain.signal.StandardSignals.SEATS_UTILIZATION_RATE;
import static io.csm.domain.signal.StandardSignals.STAKEHOLDER_ENGAGEMENT;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.account.AccountId;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SayingMoreThanBeforeTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T08:00:00Z");
    private static final HealthPolicy STANDARD = HealthPolicy.of(ShippedScorecards.CSM_STANDARD);

    private static SignalSnapshot.Builder known(Instant at, String source) {
        return SignalSnapshot.of(CATALOGUE, new AccountId("acme"), at, new SignalOrigin(source, at))
                .text(FEATURE_ADOPTION_RATE, "0.95")
                .text(USAGE_TREND, "growing")
                .text(STAKEHOLDER_ENGAGEMENT, "high")
                .text(INVOICE_PAYMENT_STATUS, "current")
                .text(SEATS_UTILIZATION_RATE, "0.9");
    }

    private static AccountHealth before() {
        return STANDARD.assess(known(MONDAY, "file").build());
    }

    private static AccountHealth now(Signal signal, String value) {
        return STANDARD.assess(known(TUESDAY, "crm").text(signal, value).build());
    }

    @Test
    void the_same_values_at_another_time_from_elsewhere_say_nothing_more() {
        assertThat(now(USAGE_TREND, "growing").saysMoreThan(before())).isFalse();
    }

    @Test
    void another_score_says_more() {
        assertThat(now(USAGE_TREND, "stable").saysMoreThan(before())).isTrue();
    }

    @Test
    void another_value_says_more_even_when_the_score_is_the_same() {
        AccountHealth now = now(FEATURE_ADOPTION_RATE, "0.96");
        AccountHealth perhaps = now(SEATS_UTILIZATION_RATE, "0.91");

        assertThat(now.score().rag()).isEqualTo(before().score().rag());
        assertThat(perhaps.score().value()).isEqualTo(before().score().value());
        assertThat(now.saysMoreThan(before())).isTrue();
        assertThat(perhaps.saysMoreThan(before())).isTrue();
    }

    @Test
    void a_signal_that_is_tracked_now_or_no_more_says_more() {
        assertThat(now(NPS_SCORE, "7").saysMoreThan(before())).isTrue();
        assertThat(before().saysMoreThan(now(NPS_SCORE, "7"))).isTrue();
    }

    @Test
    void a_value_that_was_assumed_and_is_given_now_says_nothing_more() {
        assertThat(now(OPEN_TICKET_COUNT, "0").saysMoreThan(before())).isFalse();
    }

    @Test
    void other_rules_say_more() {
        SignalSnapshot same = known(TUESDAY, "crm").build();
        HealthPolicy otherWindow = new HealthPolicy(STANDARD.scorecard(), new ChurnRules(90));
        HealthPolicy otherScorecard = new HealthPolicy(
                STANDARD.scorecard().withBands(STANDARD.scorecard().bands().withEdges(71, 41)), STANDARD.churnRules());

        assertThat(otherWindow.assess(same).saysMoreThan(before())).isTrue();
        assertThat(otherScorecard.assess(same).saysMoreThan(before())).isTrue();
    }
}
