package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.middling;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.OPEN_TICKET_COUNT;
import static io.csm.domain.signal.StandardSignals.TAM_HEALTH_RAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.health.port.HealthScoreRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.Contribution;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a history of scores must keep to. */
public abstract class HealthScoreRepositoryContract extends PortsContract {

    private HealthScoreRepository scores() {
        return ports().healthScores();
    }

    private int append(AccountHealth... all) {
        return scores().append(ACME, STANDARD, List.of(all));
    }

    @Test
    void a_score_comes_back_with_the_same_explanation() {
        AccountHealth made = middling("A-1")
                .with(NPS_SCORE, "7")
                .with(DAYS_TO_RENEWAL, "-12")
                .by(STANDARD);

        append(made);

        AccountHealth read = scores().findLatest(ACME, account("A-1"), MONDAY).orElseThrow();
        assertThat(read.score().value()).isEqualTo(made.score().value());
        assertThat(read.score().coverage()).isEqualTo(made.score().coverage());
        assertThat(read.score().snapshot()).isEqualTo(made.score().snapshot());
        assertThat(sentences(read)).isEqualTo(sentences(made));
        assertThat(read.score().adjustments()).isEqualTo(made.score().adjustments());
        assertThat(read.churn()).isEqualTo(made.churn());
    }

    private static List<String> sentences(AccountHealth health) {
        return health.score().contributions().stream()
                .map(Contribution::sentence)
                .toList();
    }

    @Test
    void every_value_keeps_its_origin() {
        SignalSnapshot snapshot = healthy("A-1")
                .observed(TAM_HEALTH_RAG, "GREEN", "tam", A_MONTH_BEFORE)
                .observed(NPS_SCORE, "9", "survey", MONDAY.minusNanos(1_000))
                .build();

        append(STANDARD.assess(snapshot));

        SignalSnapshot read = scores().findLatest(ACME, account("A-1"), MONDAY)
                .orElseThrow()
                .score()
                .snapshot();
        assertThat(read.origin(TAM_HEALTH_RAG)).contains(new SignalOrigin("tam", A_MONTH_BEFORE));
        assertThat(read).isEqualTo(snapshot);
    }

    @Test
    void an_assumed_value_stays_assumed() {
        append(middling("A-1").by(STANDARD));

        SignalSnapshot read = scores().findLatest(ACME, account("A-1"), MONDAY)
                .orElseThrow()
                .score()
                .snapshot();
        assertThat(read.isGiven(OPEN_TICKET_COUNT)).isFalse();
        assertThat(read.value(OPEN_TICKET_COUNT)).hasValue(0);
    }

    @Test
    void each_score_comes_back_by_the_policy_that_made_it() {
        AccountHealth standard = healthy("A-1").by(STANDARD);
        AccountHealth strict = healthy("A-1").at(TUESDAY).by(STRICT);
        HealthPolicy components = HealthPolicy.of(ShippedScorecards.ENTERPRISE_COMPONENTS);
        AccountHealth other = healthy("A-1").at(WEDNESDAY).by(components);

        append(standard);
        scores().append(ACME, STRICT, List.of(strict));
        scores().append(ACME, components, List.of(other));

        assertThat(scores().history(ACME, account("A-1"), MONDAY, WEDNESDAY))
                .extracting(health -> new HealthPolicy(health.score().scorecard(), health.rules()))
                .containsExactly(STANDARD, STRICT, components);
    }

    @Test
    void appending_twice_stores_once() {
        AccountHealth score = healthy("A-1").by(STANDARD);

        assertThat(append(score)).isEqualTo(1);
        assertThat(append(score, healthy("A-2").by(STANDARD))).isEqualTo(1);

        assertThat(scores().history(ACME, account("A-1"), MONDAY, MONDAY)).hasSize(1);
    }

    @Test
    void a_second_score_of_the_same_instant_leaves_the_first_as_it_is() {
        append(healthy("A-1").by(STANDARD));

        assertThat(append(struggling("A-1").by(STANDARD))).isZero();

        assertThat(value("A-1", MONDAY)).hasValue(98.0);
    }

    @Test
    void one_account_twice_in_a_batch_stores_the_first() {
        assertThat(append(healthy("A-1").by(STANDARD), healthy("A-1").by(STANDARD)))
                .isEqualTo(1);
    }

    @Test
    void nothing_appended_is_nothing_added() {
        assertThat(append()).isZero();
    }

    @Test
    void a_score_by_another_policy_is_refused() {
        AccountHealth strict = healthy("A-1").by(STRICT);

        assertThatThrownBy(() -> append(strict))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A-1");

        assertThat(value("A-1", MONDAY)).isEmpty();
    }

    @Test
    void the_account_of_a_score_is_created_when_it_is_not_known() {
        append(healthy("A-1").by(STANDARD), healthy("Ä-2 \"x\"\\").by(STANDARD));

        assertThat(ports().accounts().find(ACME, account("A-1"))).contains(Account.known(account("A-1")));
        assertThat(ports().accounts().find(ACME, account("Ä-2 \"x\"\\"))).isPresent();
    }

    @Test
    void the_account_of_a_score_stays_as_it_is_known() {
        Account known = Account.named(account("A-1"), "Initech").withPlan("pro").build();
        ports().accounts().saveAll(ACME, List.of(known));

        append(healthy("A-1").by(STANDARD));

        assertThat(ports().accounts().find(ACME, account("A-1"))).contains(known);
    }

    @Test
    void the_latest_score_is_the_last_one_not_after_the_instant() {
        append(healthy("A-1").by(STANDARD), struggling("A-1").at(WEDNESDAY).by(STANDARD));

        assertThat(value("A-1", MONDAY.minusNanos(1))).isEmpty();
        assertThat(value("A-1", MONDAY)).hasValue(98.0);
        assertThat(value("A-1", WEDNESDAY.minusNanos(1))).hasValue(98.0);
        assertThat(value("A-1", WEDNESDAY)).hasValue(8.0);
        assertThat(value("A-1", Instant.MAX)).hasValue(8.0);
        assertThat(value("A-2", WEDNESDAY)).isEmpty();
    }

    private Optional<Double> value(String account, Instant asOf) {
        return scores().findLatest(ACME, account(account), asOf)
                .map(health -> health.score().value());
    }

    @Test
    void accounts_with_a_later_score_are_found_among_those_asked_for() {
        append(
                healthy("A-1").by(STANDARD),
                healthy("A-2").at(WEDNESDAY).by(STANDARD),
                healthy("A-3").at(WEDNESDAY).by(STANDARD));
        List<AccountId> asked = List.of(account("A-1"), account("A-2"), account("A-9"));

        assertThat(scores().findScoredAfter(ACME, asked, MONDAY.minusNanos(1)))
                .containsExactlyInAnyOrder(account("A-1"), account("A-2"));
        assertThat(scores().findScoredAfter(ACME, asked, MONDAY)).containsExactly(account("A-2"));
        assertThat(scores().findScoredAfter(ACME, asked, WEDNESDAY)).isEmpty();
        assertThat(scores().findScoredAfter(ACME, List.of(), MONDAY)).isEmpty();
        assertThat(scores().findScoredAfter(GLOBEX, asked, MONDAY.minusNanos(1)))
                .isEmpty();
    }

    @Test
    void a_history_is_the_oldest_first_with_both_ends() {
        append(
                struggling("A-1").at(WEDNESDAY).by(STANDARD),
                healthy("A-1").at(A_MONTH_BEFORE).by(STANDARD),
                healthy("A-1").by(STANDARD),
                healthy("A-2").by(STANDARD));

        assertThat(instants(A_MONTH_BEFORE, WEDNESDAY)).containsExactly(A_MONTH_BEFORE, MONDAY, WEDNESDAY);
        assertThat(instants(A_MONTH_BEFORE.plusNanos(1), WEDNESDAY.minusNanos(1)))
                .containsExactly(MONDAY);
        assertThat(instants(Instant.MIN, Instant.MAX)).hasSize(3);
        assertThat(instants(TUESDAY, TUESDAY)).isEmpty();
    }

    private List<Instant> instants(Instant from, Instant to) {
        return scores().history(ACME, account("A-1"), from, to).stream()
                .map(health -> health.score().scoredAt())
                .toList();
    }

    @Test
    void an_instant_is_kept_to_the_microsecond() {
        Instant fine = Instant.parse("2026-03-31T23:59:59.999999Z");
        append(healthy("A-1").at(fine).by(STANDARD));

        assertThat(instants(fine, fine)).containsExactly(fine);
    }

    @Test
    void a_portfolio_is_handed_over_by_account_id() {
        append(
                healthy("b").by(STANDARD),
                healthy("A-10").by(STANDARD),
                healthy("A-2").by(STANDARD),
                healthy("é").by(STANDARD),
                healthy("B").by(STANDARD));

        assertThat(rows(scores(), ACME, MONDAY, MONDAY))
                .extracting(Fixtures::id)
                .containsExactly("A-10", "A-2", "B", "b", "é");
    }

    @Test
    void a_portfolio_compares_the_latest_score_with_an_earlier_one() {
        append(
                healthy("A-1").at(A_MONTH_BEFORE).by(STANDARD),
                struggling("A-1").by(STANDARD),
                healthy("A-1").at(WEDNESDAY).by(STANDARD),
                healthy("A-2").by(STANDARD));

        List<HealthScoreRepository.Row> rows = rows(scores(), ACME, TUESDAY, A_MONTH_BEFORE);

        assertThat(rows).extracting(Fixtures::id).containsExactly("A-1", "A-2");
        assertThat(rows.get(0).latest().score().value()).isEqualTo(8.0);
        assertThat(rows.get(0).earlier().orElseThrow().score().value()).isEqualTo(98.0);
        assertThat(rows.get(1).earlier()).isEmpty();
    }

    @Test
    void a_portfolio_leaves_out_churned_accounts_and_those_without_a_score() {
        append(
                healthy("A-1").by(STANDARD),
                healthy("A-2").by(STANDARD),
                healthy("A-3").at(WEDNESDAY).by(STANDARD));
        Account left = Account.named(account("A-2"), "Left")
                .withChurn(LocalDate.of(2026, 3, 1), Optional.of("price"))
                .build();
        ports().accounts().saveAll(ACME, List.of(left, named("A-4", "Not scored")));

        assertThat(rows(scores(), ACME, TUESDAY, TUESDAY))
                .extracting(Fixtures::id)
                .containsExactly("A-1");
    }

    @Test
    void a_portfolio_holds_who_is_marked_as_churned_without_a_day_and_still_pays() {
        append(healthy("A-1").by(STANDARD), healthy("A-2").by(STANDARD));
        ports().accounts()
                .saveAll(
                        ACME,
                        List.of(
                                Account.named(account("A-1"), "Pays")
                                        .withStatus(AccountStatus.CHURNED)
                                        .build(),
                                Account.named(account("A-2"), "Does not")
                                        .withStatus(AccountStatus.CHURNED)
                                        .build()));
        ports().facts()
                .append(ACME, List.of(FactBuilders.subscription("A-1", "s-1", LocalDate.of(2026, 1, 1))), MONDAY);

        assertThat(rows(scores(), ACME, TUESDAY, TUESDAY))
                .extracting(Fixtures::id)
                .containsExactly("A-1");
    }

    @Test
    void a_portfolio_carries_what_is_known_of_each_account() {
        Account known = AccountRepositoryContract.everythingKnown("A-1");
        ports().accounts().saveAll(ACME, List.of(known));
        append(healthy("A-1").by(STANDARD));

        assertThat(rows(scores(), ACME, MONDAY, MONDAY).get(0).account()).isEqualTo(known);
    }
}
