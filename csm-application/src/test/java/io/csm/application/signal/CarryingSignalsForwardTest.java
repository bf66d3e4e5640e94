package io.csm.application.signal;

import static io.csm.domain.signal.StandardSignals.CATALOGUE;
import static io.csm.domain.signal.StandardSignals.DAYS_SINCE_LAST_INTERACTION;
import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;
import static io.csm.domain.signal.StandardSignals.LOGIN_FREQUENCY_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.account.AccountId;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CarryingSignalsForwardTest {

    private static final AccountId ACME = new AccountId("acme");
    private static final Instant MONDAY = Instant.parse("2026-03-02T23:30:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofHours(1));
    private static final Instant NEXT_MONDAY = MONDAY.plus(Duration.ofDays(7));
    private static final SignalOrigin FILE = new SignalOrigin("file", MONDAY);

    @Test
    void days_to_renewal_run_down_and_days_since_the_last_interaction_run_up() {
        SignalSnapshot later = stored(5, 10).snapshot(CATALOGUE, NEXT_MONDAY, ShelfLives.none());

        assertThat(later.value(DAYS_TO_RENEWAL)).hasValue(-2);
        assertThat(later.value(DAYS_SINCE_LAST_INTERACTION)).hasValue(17);
        assertThat(later.origin(DAYS_TO_RENEWAL)).contains(FILE);
    }

    @Test
    void a_day_passes_at_midnight_in_utc() {
        assertThat(stored(5, 10)
                        .snapshot(CATALOGUE, MONDAY.plusSeconds(60), ShelfLives.none())
                        .value(DAYS_TO_RENEWAL))
                .hasValue(5);
        assertThat(stored(5, 10).snapshot(CATALOGUE, TUESDAY, ShelfLives.none()).value(DAYS_TO_RENEWAL))
                .hasValue(4);
    }

    @Test
    void what_does_not_count_days_stays_as_it_was_seen() {
        SignalSnapshot later = stored(5, 10).snapshot(CATALOGUE, NEXT_MONDAY, ShelfLives.none());

        assertThat(later.value(LOGIN_FREQUENCY_DAYS)).hasValue(3);
    }

    @Test
    void scanning_day_by_day_gives_what_scanning_once_gives() {
        SignalSnapshot onTuesday = stored(5, 10).snapshot(CATALOGUE, TUESDAY, ShelfLives.none());
        SignalSnapshot byTuesday = new KnownSignals(ACME, Optional.of(onTuesday), List.of(), List.of())
                .snapshot(CATALOGUE, NEXT_MONDAY, ShelfLives.none());

        assertThat(byTuesday).isEqualTo(stored(5, 10).snapshot(CATALOGUE, NEXT_MONDAY, ShelfLives.none()));
    }

    @Test
    void a_given_value_runs_on_from_the_day_it_was_observed() {
        SignalValue conversation =
                new SignalValue(ACME, "days_since_last_interaction", "0", new SignalOrigin("crm", TUESDAY), TUESDAY);

        SignalSnapshot later = new KnownSignals(ACME, stored(5, 10).latest(), List.of(conversation), List.of())
                .snapshot(CATALOGUE, NEXT_MONDAY, ShelfLives.none());

        assertThat(later.value(DAYS_SINCE_LAST_INTERACTION)).hasValue(6);
    }

    private static KnownSignals stored(int daysToRenewal, int daysSinceInteraction) {
        SignalSnapshot snapshot = SignalSnapshot.of(CATALOGUE, ACME, MONDAY, FILE)
                .number(DAYS_TO_RENEWAL, daysToRenewal)
                .number(DAYS_SINCE_LAST_INTERACTION, daysSinceInteraction)
                .number(LOGIN_FREQUENCY_DAYS, 3)
                .build();
        return new KnownSignals(ACME, Optional.of(snapshot), List.of(), List.of());
    }
}
