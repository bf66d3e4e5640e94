package io.csm.application.contract;

import static io.csm.application.contract.FactBuilders.*;
import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.domain.signal.StandardSignals.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.signal.ShelfLives;
import io.csm.application.signal.SignalValue;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Term;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several values of a signal is known, of which accounts, and from where. */
public abstract class KnowingSignalsContract extends PortsContract {

    private static final ShelfLives FOR_EVER = ShelfLives.none();

    @BeforeEach
    void an_account_is_known() {
        ports().accounts().saveAll(ACME, List.of(named("A-1", "One")));
    }

    private Collected known(Viewpoint viewpoint, ShelfLives lives) {
        return Collected.from(ports().signalValues().known(ACME, CATALOGUE, viewpoint, lives));
    }

    private SignalSnapshot knownOn(Instant instant) {
        return known(Viewpoint.at(instant), FOR_EVER).snapshot("A-1");
    }

    private void answered(String id, long nps, Instant at, Instant receivedAt) {
        Event answer = new Event(
                id(id),
                StandardEvents.NPS_ANSWER,
                account("A-1"),
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.of(nps),
                "{}");
        ports().events().append(ACME, List.of(answer), receivedAt);
    }

    private void given(int nps, Instant observedAt, Instant receivedAt) {
        SignalOrigin tam = new SignalOrigin("tam", observedAt);
        ports().signalValues()
                .append(
                        ACME,
                        List.of(new SignalValue(
                                account("A-1"), NPS_SCORE.name(), Integer.toString(nps), tam, receivedAt)));
    }

    private void stored(SnapshotBuilder snapshot) {
        ports().healthScores().append(ACME, STANDARD, List.of(snapshot.by(STANDARD)));
    }

    @Test
    void a_derived_value_is_known_with_its_origin_and_age() {
        answered("e-1", 3, MONDAY, TUESDAY);

        SignalSnapshot snapshot = knownOn(WEDNESDAY);

        assertThat(snapshot.value(NPS_SCORE)).hasValue(3);
        assertThat(snapshot.origin(NPS_SCORE)).contains(new SignalOrigin("derived", MONDAY));
        assertThat(snapshot.takenAt()).isEqualTo(WEDNESDAY);
    }

    @Test
    void a_value_that_somebody_gave_wins_over_a_derived_one_however_old_it_is() {
        answered("e-1", 3, MONDAY, MONDAY);
        given(8, A_MONTH_BEFORE, A_MONTH_BEFORE);

        assertThat(knownOn(TUESDAY).value(NPS_SCORE)).hasValue(8);
    }

    @Test
    void a_value_carried_on_from_a_file_wins_over_a_derived_one() {
        stored(healthy("A-1").with(NPS_SCORE, "9"));
        answered("e-1", 3, TUESDAY, TUESDAY);

        assertThat(knownOn(WEDNESDAY).value(NPS_SCORE)).hasValue(9);
        assertThat(knownOn(WEDNESDAY).origin(NPS_SCORE)).contains(new SignalOrigin("file", MONDAY));
    }

    @Test
    void a_derived_value_is_not_carried_on_but_derived_anew() {
        stored(healthy("A-1").observed(NPS_SCORE, "9", "derived", MONDAY));

        assertThat(knownOn(TUESDAY).value(NPS_SCORE)).isEmpty();
        answered("e-1", 3, TUESDAY, TUESDAY);
        assertThat(knownOn(TUESDAY).value(NPS_SCORE)).hasValue(3);
    }

    @Test
    void a_value_given_before_a_derived_one_was_stored_still_counts() {
        given(8, A_MONTH_BEFORE, A_MONTH_BEFORE);
        stored(healthy("A-1").observed(NPS_SCORE, "9", "derived", MONDAY));

        assertThat(knownOn(TUESDAY).value(NPS_SCORE)).hasValue(8);
    }

    @Test
    void days_are_derived_as_of_the_day_that_is_asked_for() {
        ports().facts().append(ACME, List.of(touchpoint("A-1", "t-1", MONDAY)), MONDAY);

        assertThat(knownOn(MONDAY).value(DAYS_SINCE_LAST_INTERACTION)).hasValue(0);
        assertThat(knownOn(WEDNESDAY).value(DAYS_SINCE_LAST_INTERACTION)).hasValue(2);
    }

    @Test
    void what_was_received_after_the_day_of_knowledge_is_not_known() {
        answered("e-1", 3, MONDAY, MONDAY);
        answered("e-2", 5, TUESDAY, WEDNESDAY);
        given(8, MONDAY, WEDNESDAY.plusSeconds(1));

        assertThat(known(new Viewpoint(WEDNESDAY, TUESDAY), FOR_EVER)
                        .snapshot("A-1")
                        .value(NPS_SCORE))
                .hasValue(3);
        assertThat(knownOn(WEDNESDAY).value(NPS_SCORE)).hasValue(5);
        assertThat(knownOn(WEDNESDAY.plusSeconds(1)).value(NPS_SCORE)).hasValue(8);
    }

    @Test
    void what_was_received_late_is_known_of_the_day_on_which_it_happened() {
        answered("e-1", 3, MONDAY, WEDNESDAY);
        given(8, TUESDAY, WEDNESDAY);

        assertThat(known(new Viewpoint(MONDAY, WEDNESDAY), FOR_EVER)
                        .snapshot("A-1")
                        .value(NPS_SCORE))
                .hasValue(3);
        assertThat(known(Viewpoint.at(MONDAY), FOR_EVER).accounts()).isEmpty();
    }

    @Test
    void a_value_stands_until_it_is_older_than_its_shelf_life() {
        given(8, MONDAY, MONDAY);
        ShelfLives tenDays = ShelfLives.parse("nps_score 10");
        Instant tenDaysLater = MONDAY.plus(Duration.ofDays(10));

        assertThat(known(Viewpoint.at(tenDaysLater), tenDays).snapshot("A-1").value(NPS_SCORE))
                .hasValue(8);
        assertThat(known(Viewpoint.at(tenDaysLater.plusNanos(1_000)), tenDays)
                        .snapshot("A-1")
                        .value(NPS_SCORE))
                .isEmpty();
    }

    @Test
    void a_derived_value_ages_by_what_stands_behind_it() {
        answered("e-1", 3, MONDAY, MONDAY);
        Viewpoint elevenDaysLater = Viewpoint.at(MONDAY.plus(Duration.ofDays(11)));

        assertThat(known(elevenDaysLater, ShelfLives.parse("nps_score 10"))
                        .snapshot("A-1")
                        .value(NPS_SCORE))
                .isEmpty();
        assertThat(known(elevenDaysLater, ShelfLives.parse("nps_score 11, tam_health_rag 1"))
                        .snapshot("A-1")
                        .value(NPS_SCORE))
                .hasValue(3);
    }

    @Test
    void a_fresh_derived_value_takes_the_place_of_a_stale_one_that_was_given_or_stored() {
        stored(healthy("A-1").with(NPS_SCORE, "9").at(MONDAY));
        given(8, A_MONTH_BEFORE, A_MONTH_BEFORE);
        answered("e-1", 3, WEDNESDAY, WEDNESDAY);

        assertThat(known(Viewpoint.at(WEDNESDAY), ShelfLives.parse("nps_score 1"))
                        .snapshot("A-1")
                        .value(NPS_SCORE))
                .hasValue(3);
    }

    @Test
    void an_account_of_which_nothing_was_ever_known_is_left_out() {
        assertThat(known(Viewpoint.at(MONDAY), FOR_EVER).accounts()).isEmpty();
    }

    @Test
    void an_account_whose_values_are_all_stale_is_scored_from_nothing_rather_than_forgotten() {
        given(8, MONDAY, MONDAY);
        stored(healthy("A-2").observed(NPS_SCORE, "9", "derived", MONDAY));

        Collected later = known(Viewpoint.at(MONDAY.plus(Duration.ofDays(9))), ShelfLives.parse("nps_score 1"));

        assertThat(later.accounts()).containsExactly("A-1", "A-2");
        assertThat(later.snapshot("A-1").givenSignals()).isEmpty();
    }

    @Test
    void where_tickets_are_sent_an_account_without_any_is_known_to_have_none() {
        ports().accounts().saveAll(ACME, List.of(named("A-2", "Two")));
        ports().facts().append(ACME, List.of(ticket("A-2", "t-1")), MONDAY);

        assertThat(knownOn(MONDAY).isGiven(OPEN_TICKET_COUNT)).isTrue();
        assertThat(knownOn(MONDAY).value(OPEN_TICKET_COUNT)).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # status | churned on | subscription until | trial | is scored
            ACTIVE   | -          | -                  | false | true
            INACTIVE | -          | -                  | false | true
            CHURNED  | 2026-03-01 | 2027-01-01         | false | false
            CHURNED  | 2026-03-02 | 2027-01-01         | false | false
            CHURNED  | 2026-03-03 | -                  | false | true
            CHURNED  | -          | -                  | false | false
            CHURNED  | -          | 2026-03-02         | false | true
            CHURNED  | -          | 2026-03-01         | false | false
            CHURNED  | -          | 2027-01-01         | true  | false
            """)
    void only_customers_are_scored(
            AccountStatus status, LocalDate churnedOn, LocalDate until, boolean trial, boolean isScored) {
        Account.Builder account = Account.named(account("A-1"), "One").withStatus(status);
        Optional.ofNullable(churnedOn).ifPresent(day -> account.withChurn(day, Optional.empty()));
        ports().accounts().saveAll(ACME, List.of(account.build()));
        Optional.ofNullable(until)
                .ifPresent(day -> ports().facts().append(ACME, List.of(subscribed(day, trial)), A_MONTH_BEFORE));
        given(8, A_MONTH_BEFORE, A_MONTH_BEFORE);

        Collected known = known(Viewpoint.at(MONDAY), FOR_EVER);

        assertThat(known.accounts()).hasSize(isScored ? 1 : 0);
    }

    private static Subscription subscribed(LocalDate until, boolean trial) {
        return new Subscription(
                account("A-1"),
                new FactId("billing", "s-1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2026, 1, 1),
                Optional.of(until),
                Optional.empty(),
                Term.ANNUAL,
                trial);
    }
}
