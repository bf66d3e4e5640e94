package io.csm.adapter.jdbc;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.signal.ShelfLives;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.fact.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Batches that are large enough for the fast way in. */
class AppendingScoresTest {

    private static final int MANY = 1_500;

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcAdapter adapter = database.adapter();
    private final HealthScoreRepository scores = adapter.healthScores();

    private static List<AccountHealth> batch(int from, int count, Instant at) {
        List<AccountHealth> batch = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            batch.add(healthy("A-%05d".formatted(i)).at(at).by(STANDARD));
        }
        return batch;
    }

    private long stored() {
        return Long.parseLong(
                database.ask("select count(*) from csm.health_score").get(0));
    }

    @Test
    void a_batch_that_overlaps_what_is_stored_adds_the_rest() {
        scores.append(ACME, STANDARD, batch(0, MANY, MONDAY));

        assertThat(scores.append(ACME, STANDARD, batch(1_000, MANY, MONDAY))).isEqualTo(1_000);
        assertThat(scores.append(ACME, STANDARD, batch(0, MANY, MONDAY))).isZero();

        assertThat(stored()).isEqualTo(2_500);
    }

    @Test
    void a_batch_may_hold_known_and_unknown_accounts_in_any_order() {
        scores.append(ACME, STANDARD, batch(500, 500, MONDAY));
        List<AccountHealth> shuffled = batch(0, MANY, TUESDAY);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(scores.append(ACME, STANDARD, shuffled)).isEqualTo(MANY);

        assertThat(adapter.accounts().count(ACME)).isEqualTo(MANY);
    }

    @Test
    void a_batch_in_order_stores_its_accounts_among_others() {
        scores.append(ACME, STANDARD, batch(0, 3 * MANY, MONDAY));

        assertThat(scores.append(ACME, STANDARD, batch(MANY, MANY, TUESDAY))).isEqualTo(MANY);

        assertThat(stored()).isEqualTo(4 * MANY);
    }

    @Test
    void ids_that_java_and_the_database_sort_differently_are_all_stored() {
        List<AccountHealth> batch = batch(0, MANY, MONDAY);
        batch.add(healthy("\uD83D\uDE00 beyond the basic plane").at(MONDAY).by(STANDARD));
        batch.add(healthy("\uFF21 below it").at(MONDAY).by(STANDARD));
        scores.append(ACME, STANDARD, batch);

        List<AccountHealth> again = new ArrayList<>(batch(0, MANY, TUESDAY));
        again.add(healthy("\uD83D\uDE00 beyond the basic plane").at(TUESDAY).by(STANDARD));
        again.add(healthy("\uFF21 below it").at(TUESDAY).by(STANDARD));

        assertThat(scores.append(ACME, STANDARD, again)).isEqualTo(MANY + 2);
    }

    @Test
    void two_instances_that_append_the_same_scores_store_each_once() throws InterruptedException {
        AtomicInteger added = new AtomicInteger();

        InParallel.run(4, number -> {
            HealthScoreRepository own = database.adapter().healthScores();
            for (int from = 0; from < 4 * MANY; from += MANY) {
                List<AccountHealth> batch = batch(from, MANY, MONDAY);
                if (number % 2 == 1) {
                    Collections.reverse(batch);
                }
                added.addAndGet(own.append(ACME, STANDARD, batch));
            }
        });

        assertThat(added).hasValue(4 * MANY);
        assertThat(stored()).isEqualTo(4 * MANY);
    }

    @Test
    void instances_that_need_the_same_new_month_at_once_share_it() throws InterruptedException {
        Instant newMonth = Instant.parse("2031-07-31T23:59:59.999999Z");

        InParallel.run(
                4,
                number -> database.adapter()
                        .healthScores()
                        .append(ACME, STANDARD, batch(number * 10, 10, newMonth.minus(Duration.ofDays(40L * number)))));

        assertThat(stored()).isEqualTo(40);
        assertThat(
                        database.ask(
                                "select relname from pg_class where relname like 'health_score_2031%' and relkind = 'r' order by 1"))
                .containsExactly(
                        "health_score_2031_04", "health_score_2031_05", "health_score_2031_06", "health_score_2031_07");
    }

    @Test
    void a_new_month_does_not_wait_for_those_who_read() {
        scores.append(ACME, STANDARD, batch(0, 3, MONDAY));

        try (var known = adapter.signalValues()
                .known(ACME, STANDARD.scorecard().catalogue(), Viewpoint.at(MONDAY), ShelfLives.none())) {
            assertThat(known.next(new io.csm.application.contract.Collected())).isTrue();

            scores.append(ACME, STANDARD, batch(0, 3, Instant.parse("2032-01-01T00:00:00Z")));
        }

        assertThat(stored()).isEqualTo(6);
    }

    @Test
    void a_connection_that_dies_in_the_middle_leaves_whole_batches() {
        scores.append(ACME, STANDARD, batch(0, MANY, MONDAY));

        assertThatThrownBy(() -> adapter.unitOfWork().commit(ACME, () -> {
                    scores.append(ACME, STANDARD, batch(MANY, MANY, MONDAY));
                    database.asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where usename = 'csm_app' and state = 'idle in transaction'");
                    return scores.append(ACME, STANDARD, batch(2 * MANY, MANY, MONDAY));
                }))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageStartingWith("the database cannot be reached");

        assertThat(stored()).isEqualTo(MANY);
        assertThat(scores.append(ACME, STANDARD, batch(0, 3 * MANY, MONDAY))).isEqualTo(2 * MANY);
    }

    @Test
    void a_month_out_of_reach_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> scores.append(ACME, STANDARD, batch(0, 1, Instant.parse("2200-01-01T00:00:00Z"))))
                .isInstanceOf(StorageRefused.class)
                .hasMessageContaining("health score is kept from 1970 to 2199 but not of 2200-01-01");
    }

    @Test
    void a_month_is_a_month_in_utc() {
        scores.append(ACME, STANDARD, batch(0, 1, Instant.parse("2033-02-28T23:59:59.999999Z")));
        scores.append(ACME, STANDARD, batch(0, 1, Instant.parse("2033-03-01T00:00:00Z")));

        assertThat(database.ask("select tableoid::regclass::text from csm.health_score order by scored_at"))
                .containsExactly("csm.health_score_2033_02", "csm.health_score_2033_03");
    }
}
