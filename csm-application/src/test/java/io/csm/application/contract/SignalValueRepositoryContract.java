package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.domain.signal.StandardSignals.CATALOGUE;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.TAM_HEALTH_RAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.account.AccountNotFound;
import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.ShelfLives;
import io.csm.application.signal.SignalValue;
import io.csm.domain.account.Account;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a repository of given signal values must keep to. */
public abstract class SignalValueRepositoryContract extends PortsContract {

    @BeforeEach
    void two_accounts_are_known() {
        ports().accounts().saveAll(ACME, List.of(named("A-2", "Two"), named("A-1", "One")));
    }

    private static SignalValue given(String account, Signal signal, String value, Instant observedAt) {
        return new SignalValue(account(account), signal.name(), value, new SignalOrigin("tam", observedAt), observedAt);
    }

    private void append(SignalValue... values) {
        ports().signalValues().append(ACME, List.of(values));
    }

    private Collected known(Instant asOf) {
        return Collected.from(ports().signalValues().known(ACME, CATALOGUE, Viewpoint.at(asOf), ShelfLives.none()));
    }

    @Test
    void a_given_value_is_known_with_its_origin() {
        append(given("A-1", TAM_HEALTH_RAG, "AMBER", MONDAY));

        SignalSnapshot snapshot = known(TUESDAY).snapshot("A-1");

        assertThat(snapshot.takenAt()).isEqualTo(TUESDAY);
        assertThat(snapshot.toString()).endsWith("tam_health_rag=AMBER");
        assertThat(snapshot.origin(TAM_HEALTH_RAG)).contains(new SignalOrigin("tam", MONDAY));
    }

    @Test
    void what_is_known_comes_by_account_id_and_only_of_accounts_of_which_something_is_known() {
        ports().accounts().saveAll(ACME, List.of(named("A-3", "Three"), named("a-0", "Zero")));
        append(
                given("a-0", NPS_SCORE, "1", MONDAY),
                given("A-2", NPS_SCORE, "2", MONDAY),
                given("A-1", NPS_SCORE, "3", MONDAY),
                given("A-1", TAM_HEALTH_RAG, "RED", MONDAY));

        assertThat(known(MONDAY).accounts()).containsExactly("A-1", "A-2", "a-0");
    }

    @Test
    void a_value_given_later_overrides_the_latest_snapshot() {
        append(given("A-1", NPS_SCORE, "3", TUESDAY));
        ports().healthScores().append(ACME, STANDARD, List.of(healthy("A-1").by(STANDARD)));

        SignalSnapshot snapshot = known(TUESDAY).snapshot("A-1");

        assertThat(snapshot.value(NPS_SCORE)).hasValue(3);
        assertThat(snapshot.givenSignals()).hasSameSizeAs(healthy("A-1").build().givenSignals());
    }

    @Test
    void a_value_given_earlier_does_not_override_the_latest_snapshot() {
        append(given("A-1", NPS_SCORE, "3", A_MONTH_BEFORE));
        ports().healthScores().append(ACME, STANDARD, List.of(healthy("A-1").by(STANDARD)));

        assertThat(known(TUESDAY).snapshot("A-1").value(NPS_SCORE)).hasValue(9);
    }

    @Test
    void what_was_observed_after_the_instant_is_not_known_yet() {
        append(given("A-1", NPS_SCORE, "3", TUESDAY));
        ports().healthScores()
                .append(ACME, STANDARD, List.of(healthy("A-2").at(TUESDAY).by(STANDARD)));

        assertThat(known(MONDAY).accounts()).isEmpty();
    }

    @Test
    void of_several_values_the_one_observed_last_counts_and_then_the_one_received_last() {
        SignalOrigin monday = new SignalOrigin("tam", MONDAY);
        append(
                new SignalValue(account("A-1"), "nps_score", "2", monday, WEDNESDAY),
                new SignalValue(account("A-1"), "nps_score", "1", monday, TUESDAY),
                given("A-1", NPS_SCORE, "0", A_MONTH_BEFORE));

        assertThat(known(WEDNESDAY).snapshot("A-1").value(NPS_SCORE)).hasValue(2);
    }

    @Test
    void a_value_that_breaks_its_rule_is_reported_and_costs_only_its_account() {
        append(given("A-1", NPS_SCORE, "11", MONDAY), given("A-2", NPS_SCORE, "10", MONDAY));

        Collected known = known(MONDAY);

        assertThat(known.accounts()).containsExactly("A-2");
        assertThat(known.refused())
                .extracting(RefusedRow::sentence)
                .containsExactly("account A-1: nps_score must be a whole number from 0 to 10 but was 11");
    }

    @Test
    void a_corrected_value_heals_the_account() {
        append(given("A-1", NPS_SCORE, "11", MONDAY), given("A-1", NPS_SCORE, "10", TUESDAY));

        assertThat(known(TUESDAY).snapshot("A-1").value(NPS_SCORE)).hasValue(10);
    }

    @Test
    void a_signal_that_the_catalogue_does_not_know_is_passed_over() {
        append(
                new SignalValue(account("A-1"), "moon_phase", "full", new SignalOrigin("tam", MONDAY), MONDAY),
                given("A-1", NPS_SCORE, "10", MONDAY));

        assertThat(known(MONDAY).snapshot("A-1").givenSignals()).containsExactly(NPS_SCORE);
    }

    @Test
    void appending_tells_of_which_accounts_something_is_new() {
        append(given("A-1", NPS_SCORE, "3", MONDAY));

        assertThat(ports().signalValues()
                        .append(
                                ACME,
                                List.of(
                                        given("A-1", NPS_SCORE, "3", MONDAY),
                                        given("A-2", NPS_SCORE, "3", MONDAY),
                                        given("A-2", TAM_HEALTH_RAG, "RED", MONDAY))))
                .containsExactly(account("A-2"));
    }

    @Test
    void appending_twice_changes_nothing() {
        append(given("A-1", NPS_SCORE, "3", MONDAY));
        append(given("A-1", NPS_SCORE, "3", MONDAY));

        assertThat(known(MONDAY).accounts()).containsExactly("A-1");
    }

    @Test
    void a_churned_account_is_left_out() {
        append(given("A-1", NPS_SCORE, "3", MONDAY));
        ports().accounts()
                .saveAll(
                        ACME,
                        List.of(Account.named(account("A-1"), "Left")
                                .withChurn(LocalDate.of(2026, 1, 1), Optional.empty())
                                .build()));

        assertThat(known(MONDAY).accounts()).isEmpty();
    }

    @Test
    void values_of_an_unknown_account_are_refused_and_nothing_is_kept() {
        assertThatThrownBy(() -> append(given("A-1", NPS_SCORE, "3", MONDAY), given("A-9", NPS_SCORE, "3", MONDAY)))
                .isInstanceOf(AccountNotFound.class)
                .hasMessageContaining("A-9");

        assertThat(known(MONDAY).accounts()).isEmpty();
    }

    @Test
    void a_source_that_is_closed_early_holds_nothing_back() {
        append(given("A-1", NPS_SCORE, "3", MONDAY), given("A-2", NPS_SCORE, "3", MONDAY));

        for (int i = 0; i < 50; i++) {
            try (var source = ports().signalValues().known(ACME, CATALOGUE, Viewpoint.at(MONDAY), ShelfLives.none())) {
                assertThat(source.next(new Collected())).isTrue();
            }
        }
    }

    @Test
    void what_is_known_can_be_scored_and_stored_while_it_is_read() {
        append(given("A-1", NPS_SCORE, "3", MONDAY));
        ports().healthScores()
                .append(
                        ACME,
                        STANDARD,
                        List.of(healthy("A-1").by(STANDARD), healthy("A-2").by(STANDARD)));

        try (var source = ports().signalValues()
                .known(ACME, CATALOGUE, Viewpoint.at(MONDAY.plusSeconds(86_400 * 40)), ShelfLives.none())) {
            Collected read = new Collected();
            while (source.next(read)) {
                ports().healthScores().append(ACME, STANDARD, List.of(STANDARD.assess(read.last())));
            }
            assertThat(read.accounts()).containsExactly("A-1", "A-2");
        }
    }
}
