package io.csm.domain.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.csm.domain.account.AccountId;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.StandardSignals;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheStandardScorecardTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String ABSENT = "-";

    @ParameterizedTest(name = "[{index}] scores {13} ({14}), risk {15}")
    @CsvSource(delimiter = '|', textBlock = """
            # adoption | trend | login | interaction | engagement | nps | invoice | renewal | seats | tickets | sentiment | escalations | tam | score | band | risk | trigger | alert
            0.9 | growing   | 5  | 10  | high   | 9 | current         | 200 | 0.85 | 0 | positive | 0 | -     | 98.0 | GREEN | low      | -                  | false
            0.9 | growing   | 5  | 10  | high   | 9 | current         | 200 | 0.85 | 0 | positive | 0 | AMBER | 93.1 | GREEN | low      | -                  | false
            0.9 | growing   | 5  | 10  | high   | 9 | current         | 200 | 0.85 | 0 | positive | 0 | RED   | 83.3 | GREEN | low      | -                  | false
            0.9 | declining | 60 | 10  | high   | 9 | current         | 365 | 0.85 | 0 | positive | 0 | -     | 80.0 | GREEN | medium   | behavioral         | false
            0.1 | declining | 90 | 120 | low    | 2 | overdue_90_plus | 30  | 0.3  | 5 | negative | 3 | -     |  8.0 | RED   | critical | both               | true
            0.1 | stable    | 5  | 120 | low    | 2 | overdue_90_plus | 45  | 0.3  | 5 | negative | 3 | -     | 27.0 | RED   | critical | contract_proximity | true
            0.9 | growing   | -  | -   | high   | - | current         | -   | 0.85 | - | -        | - | -     | 81.0 | GREEN | low      | -                  | false
            0.5 | stable    | -  | -   | medium | - | current         | -   | 0.7  | - | -        | - | RED   | 54.4 | AMBER | medium   | -                  | false
            0.1 | declining | 90 | -   | low    | - | overdue_60      | 45  | 0.5  | - | -        | 3 | -     | 29.0 | RED   | critical | both               | true
            1.0 | growing   | 0  | 0   | high   | 10| current         | 400 | 1.0  | 0 | positive | 0 | GREEN | 100  | GREEN | low      | -                  | false
            0.0 | inactive  | 99 | 200 | low    | 0 | overdue_90_plus | 0   | 0.1  | 9 | critical | 9 | RED   | 2.55 | RED   | critical | both               | true
            """)
    void scores_the_golden_accounts(
            String adoption,
            String trend,
            String login,
            String interaction,
            String engagement,
            String nps,
            String invoice,
            String renewal,
            String seats,
            String tickets,
            String sentiment,
            String escalations,
            String tam,
            double score,
            String band,
            String risk,
            String trigger,
            boolean alert) {
        SignalSnapshot snapshot = snapshot(List.of(
                adoption,
                trend,
                login,
                interaction,
                engagement,
                nps,
                invoice,
                renewal,
                seats,
                tickets,
                sentiment,
                escalations,
                tam));

        AccountHealth health = HealthPolicy.of(ShippedScorecards.CSM_STANDARD).assess(snapshot);

        assertThat(health.score().value()).isCloseTo(score, within(1e-9));
        assertThat(health.score().rag()).hasToString(band);
        assertThat(health.risk().code()).isEqualTo(risk);
        assertThat(health.trigger().map(ChurnTrigger::code).orElse(ABSENT)).isEqualTo(trigger);
        assertThat(health.shouldAlert()).isEqualTo(alert);
    }

    private static SignalSnapshot snapshot(List<String> thirteen) {
        SignalSnapshot.Builder builder = SignalSnapshot.of(
                StandardSignals.CATALOGUE, new AccountId("A-1"), NOON, new SignalOrigin("file", NOON));
        for (int i = 0; i < thirteen.size(); i++) {
            Signal signal = StandardSignals.THIRTEEN.get(i);
            if (!thirteen.get(i).equals(ABSENT)) {
                builder.text(signal, thirteen.get(i));
            }
        }
        return builder.build();
    }
}
