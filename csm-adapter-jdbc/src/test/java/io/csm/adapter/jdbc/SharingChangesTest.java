package io.csm.adapter.jdbc;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.middling;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.CustomerSuccess;
import io.csm.application.health.ScoreChanges;
import io.csm.application.signal.SignalValue;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.signal.SignalOrigin;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several instances that score the changes of one tenant at once. */
class SharingChangesTest {

    private static final int ACCOUNTS = 20;
    private static final int ROUNDS = 10;

    private final TestDatabase database = TestDatabase.empty();
    private final CustomerSuccess csm = CustomerSuccess.over(database.adapter(), Clock.systemUTC());

    private static AccountId numbered(int number) {
        return account("A-%02d".formatted(number));
    }

    private void give(int account, int nps) {
        Instant now = Instant.now();
        csm.giveSignals()
                .give(
                        MIA,
                        List.of(new SignalValue(
                                numbered(account),
                                NPS_SCORE.name(),
                                Integer.toString(nps),
                                new SignalOrigin("survey", now),
                                now)),
                        now);
    }

    @Test
    void loses_no_change_and_acts_on_none_twice() throws InterruptedException {
        List<AccountHealth> first = IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> middling("A-%02d".formatted(i)).by(STANDARD))
                .toList();
        csm.ports().healthScores().append(ACME, STANDARD, first);
        AtomicInteger writing = new AtomicInteger(1);
        AtomicInteger scored = new AtomicInteger();

        InParallel.run(3, number -> {
            if (number == 0) {
                for (int round = 1; round <= ROUNDS; round++) {
                    for (int i = 0; i < ACCOUNTS; i++) {
                        give(i, round);
                    }
                }
                writing.set(0);
            } else {
                CustomerSuccess instance = CustomerSuccess.over(database.adapter(), Clock.systemUTC());
                while (writing.get() == 1 || waiting() > 0) {
                    scored.addAndGet(
                            instance.scoreChanges().score(MIA, STANDARD, 7).scored());
                }
            }
        });

        for (int i = 0; i < ACCOUNTS; i++) {
            List<AccountHealth> history = csm.ports().healthScores().history(ACME, numbered(i), MONDAY, Instant.now());
            assertThat(history.get(history.size() - 1).score().snapshot().value(NPS_SCORE))
                    .hasValue(ROUNDS);
            assertThat(history)
                    .as("each says something that the one before did not")
                    .extracting(health -> health.score().snapshot().value(NPS_SCORE))
                    .doesNotHaveDuplicates();
        }
        assertThat(database.ask("select count(*) from csm.health_score"))
                .containsExactly(Integer.toString(ACCOUNTS + scored.get()));
    }

    private int waiting() {
        return Integer.parseInt(database.ask("select count(*) from csm.outbox").get(0));
    }

    @Test
    void finds_nothing_to_do_while_another_is_at_it_and_does_not_wait() {
        csm.ports()
                .healthScores()
                .append(ACME, STANDARD, List.of(middling("A-00").by(STANDARD)));
        give(0, 9);

        csm.ports().unitOfWork().commit(ACME, () -> {
            assertThat(csm.ports().changes().take(ACME, 10, Instant.now())).hasSize(1);
            give(0, 8);
            return CompletableFuture.supplyAsync(() -> {
                        CustomerSuccess other = CustomerSuccess.over(database.adapter(), Clock.systemUTC());
                        ScoreChanges.Done none = other.scoreChanges().score(MIA, STANDARD, 10);
                        assertThat(none.taken()).isZero();
                        return none;
                    })
                    .join();
        });

        assertThat(csm.scoreChanges().score(MIA, STANDARD, 10).scored()).isEqualTo(1);
    }
}
