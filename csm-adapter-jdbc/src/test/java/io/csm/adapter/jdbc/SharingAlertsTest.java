package io.csm.adapter.jdbc;

import static io.csm.application.contract.AlertBuilder.anAlert;
import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.alert.port.AlertRepository;
import io.csm.domain.alert.AlertState;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several instances that look for the latest alerts of one tenant at once. */
class SharingAlertsTest {

    private static final int ROUNDS = 10;

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcAdapter ports = database.adapter();

    @BeforeEach
    void an_account_is_known() {
        ports.accounts().saveAll(ACME, List.of(named("A-1", "One")));
    }

    private static void raiseUnlessThere(JdbcAdapter adapter, String account, String id) {
        adapter.unitOfWork().commit(ACME, () -> {
            AlertRepository alerts = adapter.alerts();
            if (alerts.findLatest(ACME, List.of(account(account))).isEmpty()) {
                alerts.raise(ACME, List.of(anAlert(id).about(account).notice()));
            }
            return id;
        });
    }

    @Test
    void who_looks_inside_a_unit_of_work_waits_for_the_one_before_also_where_there_is_no_alert_yet()
            throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            String account = "B-" + round;
            ports.accounts().saveAll(ACME, List.of(named(account, account)));

            InParallel.run(3, number -> raiseUnlessThere(database.adapter(), account, account + "/" + number));

            assertThat(ports.alerts().listOf(ACME, account(account), 9)).hasSize(1);
        }
    }

    @Test
    void who_reads_outside_of_one_does_not_wait() {
        ports.unitOfWork().commit(ACME, () -> {
            assertThat(ports.alerts().findLatest(ACME, List.of(account("A-1")))).isEmpty();
            ports.alerts().raise(ACME, List.of(anAlert("x-1").notice()));
            return CompletableFuture.supplyAsync(() -> {
                        AlertRepository others = database.adapter().alerts();
                        assertThat(others.findLatest(ACME, List.of(account("A-1"))))
                                .isEmpty();
                        assertThat(others.list(ACME, Set.of(AlertState.OPEN), 9))
                                .isEmpty();
                        return others.listWaiting(ACME, 9);
                    })
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(ports.alerts().findLatest(ACME, List.of(account("A-1")))).hasSize(1);
    }

    @Test
    void another_tenant_does_not_wait() {
        ports.unitOfWork().commit(ACME, () -> {
            assertThat(ports.alerts().findLatest(ACME, List.of(account("A-1")))).isEmpty();
            return CompletableFuture.supplyAsync(() -> {
                        JdbcAdapter others = database.adapter();
                        return others.unitOfWork()
                                .commit(GLOBEX, () -> others.alerts().findLatest(GLOBEX, List.of(account("A-1"))));
                    })
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        });
    }
}
