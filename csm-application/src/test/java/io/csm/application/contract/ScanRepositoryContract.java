package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.health.Scan;
import io.csm.application.health.port.ScanIsRunning;
import io.csm.application.health.port.ScanRepository;
import io.csm.domain.health.ScorecardRef;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What a repository of scans must keep to. */
public abstract class ScanRepositoryContract extends PortsContract {

    private static final ScorecardRef STANDARD_CARD = new ScorecardRef("csm-standard", 1);

    private ScanRepository scans() {
        return ports().scans();
    }

    private void save(Scan scan) {
        scans().save(ACME, scan);
    }

    @Test
    void saving_replaces_what_was_known_of_a_scan() {
        Scan scan = aScan("s-1", "file:a", MONDAY);
        save(scan);

        save(scan.at(Scan.State.CANCELLED, 7_000_000_000L, 3));

        assertThat(scans().listLatest(ACME, 10)).containsExactly(scan.at(Scan.State.CANCELLED, 7_000_000_000L, 3));
    }

    @Test
    void a_scan_that_was_interrupted_or_cancelled_is_unfinished() {
        Scan running = aScan("s-1", "file:a", MONDAY);
        Scan cancelled = aScan("s-2", "file:b", MONDAY).at(Scan.State.CANCELLED, 1, 0);
        save(running);
        save(cancelled);
        save(aScan("s-3", "file:c", MONDAY).at(Scan.State.COMPLETED, 1, 0));

        assertThat(scans().findUnfinished(ACME, "file:a", STANDARD_CARD)).contains(running);
        assertThat(scans().findUnfinished(ACME, "file:b", STANDARD_CARD)).contains(cancelled);
        assertThat(scans().findUnfinished(ACME, "file:c", STANDARD_CARD)).isEmpty();
    }

    @Test
    void of_scans_under_one_instant_the_first_that_started_is_found() {
        save(aScan("s-2", "file:b", MONDAY).at(Scan.State.COMPLETED, 1, 0));
        save(aScan("s-3", "file:c", TUESDAY));

        assertThat(scans().findByInstant(ACME, MONDAY).map(Scan::id)).contains("s-2");
        assertThat(scans().findByInstant(ACME, TUESDAY).map(Scan::id)).contains("s-3");
        assertThat(scans().findByInstant(ACME, MONDAY.plusNanos(1000))).isEmpty();
        assertThat(scans().findByInstant(GLOBEX, MONDAY)).isEmpty();
    }

    @Test
    void only_the_same_content_by_the_same_scorecard_is_found_unfinished() {
        save(aScan("s-1", "file:a", MONDAY));

        assertThat(scans().findUnfinished(ACME, "file:A", STANDARD_CARD)).isEmpty();
        assertThat(scans().findUnfinished(ACME, "file:a", new ScorecardRef("csm-standard", 2)))
                .isEmpty();
        assertThat(scans().findUnfinished(ACME, "file:a", new ScorecardRef("other", 1)))
                .isEmpty();
    }

    @Test
    void of_several_unfinished_scans_the_latest_is_found() {
        save(aScan("s-1", "file:a", TUESDAY));
        save(aScan("s-2", "file:a", WEDNESDAY));
        save(aScan("s-3", "file:a", MONDAY));

        assertThat(scans().findUnfinished(ACME, "file:a", STANDARD_CARD)).contains(aScan("s-2", "file:a", WEDNESDAY));
    }

    @Test
    void a_list_holds_the_latest_first() {
        save(aScan("s-1", "file:a", TUESDAY));
        save(aScan("s-2", "file:a", WEDNESDAY));
        save(aScan("s-3", "file:a", MONDAY));

        assertThat(scans().listLatest(ACME, 2)).extracting(Scan::id).containsExactly("s-2", "s-1");
    }

    @Test
    void the_result_of_exclusive_work_comes_back() {
        assertThat(scans().<String>exclusively(ACME, () -> "done")).isEqualTo("done");
    }

    @Test
    void exclusive_work_keeps_others_out_and_nothing_of_theirs_runs() {
        scans().exclusively(ACME, () -> {
            assertThatThrownBy(() -> onAnotherThread(() -> scans().exclusively(ACME, ScanRepositoryContract::never)))
                    .isInstanceOf(ScanIsRunning.class)
                    .hasMessageContaining("acme");
            return "done";
        });
    }

    @Test
    void exclusive_work_keeps_its_own_thread_out_as_well() {
        scans().exclusively(ACME, () -> {
            assertThatThrownBy(() -> scans().exclusively(ACME, ScanRepositoryContract::never))
                    .isInstanceOf(ScanIsRunning.class);
            return "done";
        });
    }

    @Test
    void exclusive_work_that_fails_lets_the_next_in() {
        assertThatThrownBy(() -> scans().exclusively(ACME, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(scans().<String>exclusively(ACME, () -> "done")).isEqualTo("done");
    }

    @Test
    void exclusive_work_of_one_tenant_leaves_the_others_free() {
        String result = scans().exclusively(ACME, () -> scans().exclusively(GLOBEX, () -> "both"));

        assertThat(result).isEqualTo("both");
    }

    private static String never() {
        throw new AssertionError("two scans of one tenant at a time");
    }

    private static void onAnotherThread(Runnable work) {
        try {
            CompletableFuture.runAsync(work).join();
        } catch (CompletionException failed) {
            throw (RuntimeException) failed.getCause();
        }
    }
}
