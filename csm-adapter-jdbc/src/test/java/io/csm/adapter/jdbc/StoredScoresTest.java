package io.csm.adapter.jdbc;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.middling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.health.port.HealthScoreRepository;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ShippedScorecards;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoredScoresTest {

    private final TestDatabase database = TestDatabase.empty();
    private final HealthScoreRepository scores = database.adapter().healthScores();

    @Test
    void an_explanation_from_stored_rows_is_the_original_to_the_last_digit() {
        Random random = new Random(7);
        for (Scorecard scorecard : ShippedScorecards.ALL) {
            HealthPolicy policy = HealthPolicy.of(scorecard);
            Instant at = MONDAY.plusSeconds(scorecard.name().length());
            List<AccountHealth> made = scored(policy, at, random);

            scores.append(ACME, policy, made);

            for (AccountHealth health : made) {
                AccountHealth read = database.adapter()
                        .healthScores()
                        .findLatest(ACME, health.score().snapshot().account(), at)
                        .orElseThrow();
                assertThat(read.score().value()).isEqualTo(health.score().value());
                assertThat(read.score().contributions())
                        .isEqualTo(health.score().contributions());
                assertThat(read.toString()).isEqualTo(health.toString());
                assertThat(read.score().toString()).isEqualTo(health.score().toString());
                assertThat(read.churn()).isEqualTo(health.churn());
            }
        }
    }

    private static List<AccountHealth> scored(HealthPolicy policy, Instant at, Random random) {
        return Stream.iterate(1, i -> i + 1)
                .limit(50)
                .map(i -> RandomSnapshots.of("A-" + i, at, policy.scorecard().catalogue(), random))
                .flatMap(snapshot -> {
                    try {
                        return Stream.of(policy.assess(snapshot));
                    } catch (io.csm.domain.signal.InvalidSignal notTracked) {
                        return Stream.empty();
                    }
                })
                .toList();
    }

    @Test
    void a_value_that_was_tampered_with_is_an_error_and_never_an_answer() {
        scores.append(ACME, STANDARD, List.of(middling("A-1").by(STANDARD)));
        database.asSuperuser("update csm.health_score set value = 99.5");

        assertThatThrownBy(() -> scores.findLatest(ACME, account("A-1"), MONDAY))
                .isInstanceOf(ScoreNotReproducible.class)
                .hasMessage("the stored score of account A-1 at 2026-03-02T08:00:00Z is 99.5"
                        + " but its signals and rules give 54.4");
        assertThatThrownBy(() -> scores.history(ACME, account("A-1"), MONDAY, MONDAY))
                .isInstanceOf(ScoreNotReproducible.class);
        assertThatThrownBy(() -> rows(scores, ACME, MONDAY, MONDAY)).isInstanceOf(ScoreNotReproducible.class);
    }

    @Test
    void signals_that_were_cut_are_an_error_and_never_an_answer() {
        scores.append(ACME, STANDARD, List.of(healthy("A-1").by(STANDARD)));
        database.asSuperuser("update csm.health_score set signals = substr(signals, 1, 12)");

        assertThatThrownBy(() -> scores.findLatest(ACME, account("A-1"), MONDAY))
                .isInstanceOf(ScoreNotReproducible.class)
                .hasMessageContaining("account A-1")
                .hasMessageContaining("end too early");
    }

    @Test
    void rules_that_were_changed_are_an_error_and_never_an_answer() {
        scores.append(ACME, STANDARD, List.of(healthy("A-1").by(STANDARD)));
        database.asSuperuser("update csm.health_policy set document = '{}'");

        assertThatThrownBy(() -> database.adapter().healthScores().findLatest(ACME, account("A-1"), MONDAY))
                .isInstanceOf(ScoreNotReproducible.class);
    }

    @Test
    void an_account_and_scan_takes_at_most_200_bytes_on_disk() {
        Random random = new Random(11);
        for (int day = 0; day < 3; day++) {
            Instant at = MONDAY.plus(Duration.ofDays(day));
            List<AccountHealth> batch = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                batch.add(STANDARD.assess(RandomSnapshots.thirteen("A-%05d".formatted(i), at, random)));
            }
            assertThat(scores.append(ACME, STANDARD, batch)).isEqualTo(2_000);
        }

        long bytes = Long.parseLong(database.ask("select pg_total_relation_size('csm.health_score_2026_03') / count(*)"
                        + " from csm.health_score_2026_03")
                .get(0));
        assertThat(bytes).isBetween(100L, 200L);
    }

    @Test
    void one_policy_and_one_layout_serve_all_scores() {
        for (int i = 0; i < 5; i++) {
            database.adapter()
                    .healthScores()
                    .append(ACME, STANDARD, List.of(healthy("A-" + i).by(STANDARD)));
        }

        assertThat(database.ask("select (select count(*) from csm.health_policy) || ' and '"
                        + " || (select count(*) from csm.snapshot_layout)"))
                .containsExactly("1 and 1");
    }

    @Test
    void a_policy_of_a_unit_that_failed_is_stored_by_the_next() {
        JdbcAdapter adapter = database.adapter();
        AccountHealth score = healthy("A-1").by(STANDARD);
        assertThatThrownBy(() -> adapter.unitOfWork().commit(ACME, () -> {
                    adapter.healthScores().append(ACME, STANDARD, List.of(score));
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        adapter.healthScores().append(ACME, STANDARD, List.of(score));

        assertThat(scores.findLatest(ACME, account("A-1"), MONDAY)).isPresent();
    }
}
