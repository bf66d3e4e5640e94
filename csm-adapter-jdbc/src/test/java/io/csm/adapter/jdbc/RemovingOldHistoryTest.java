package io.csm.adapter.jdbc;

import static io.csm.application.contract.Fixtures.ACME;
import static io.csm.application.contract.Fixtures.STANDARD;
import static io.csm.application.contract.Fixtures.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.contract.SnapshotBuilder;
import io.csm.application.retention.Kept;
import io.csm.application.retention.OldHistory;
import io.csm.application.retention.port.HistoryStore;
import io.csm.domain.churn.AccountHealth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** History goes by dropping partitions, as the owner of the tables. */
class RemovingOldHistoryTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcAdapter adapter = database.adapter();
    private final HistoryStore histories = adapter.histories(database.owner());

    @Test
    void a_month_of_scores_goes_as_a_whole_and_the_next_one_stays() {
        score("2023-01-31T23:59:59Z");
        score("2023-02-01T00:00:00Z");

        List<OldHistory> old = histories.listBefore(Kept.HEALTH_SCORE, LocalDate.parse("2023-02-28"));
        old.forEach(histories::remove);

        assertThat(old).hasSize(1);
        assertThat(old.get(0).from()).isEqualTo("2023-01-01");
        assertThat(old.get(0).until()).isEqualTo("2023-02-01");
        assertThat(old.get(0).bytes()).isPositive();
        assertThat(adapter.healthScores()
                        .history(ACME, account("A-1"), Instant.EPOCH, Instant.parse("2024-01-01T00:00:00Z")))
                .extracting(health -> health.score().scoredAt().toString())
                .containsExactly("2023-02-01T00:00:00Z");
        assertThat(histories.listBefore(Kept.HEALTH_SCORE, LocalDate.parse("2023-02-28")))
                .isEmpty();
    }

    @Test
    void removing_what_is_gone_already_is_no_error() {
        score("2023-01-15T00:00:00Z");
        OldHistory january = histories
                .listBefore(Kept.HEALTH_SCORE, LocalDate.parse("2023-02-01"))
                .get(0);

        histories.remove(january);
        histories.remove(january);

        score("2023-01-15T00:00:00Z");
        assertThat(histories.listBefore(Kept.HEALTH_SCORE, LocalDate.parse("2023-02-01")))
                .hasSize(1);
    }

    private void score(String at) {
        AccountHealth health = STANDARD.assess(
                SnapshotBuilder.healthy("A-1").at(Instant.parse(at)).build());
        adapter.healthScores().append(ACME, STANDARD, List.of(health));
    }
}
