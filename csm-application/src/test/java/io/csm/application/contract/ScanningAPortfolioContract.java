package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.middling;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.CustomerSuccess;
import io.csm.application.health.Scan;
import io.csm.application.health.ScanListener;
import io.csm.application.health.ScanPortfolio;
import io.csm.application.health.ScanResult;
import io.csm.application.health.port.ScanIsRunning;
import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.SignalValue;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.health.Rag;
import io.csm.domain.signal.SignalOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scanning a portfolio, over any ports. */
public abstract class ScanningAPortfolioContract extends PortsContract {

    private final SettableClock clock = new SettableClock();
    private final Heard heard = new Heard();
    private CustomerSuccess csm;

    @BeforeEach
    void wire() {
        csm = CustomerSuccess.over(ports(), clock);
    }

    /** Remembers what a scan told, and cancels it after so many batches. */
    private static final class Heard implements ScanListener {
        private final List<String> scored = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
        private final List<Long> progress = new ArrayList<>();
        private int cancelAfter = Integer.MAX_VALUE;

        @Override
        public void onScored(AccountHealth health) {
            scored.add(id(health));
        }

        @Override
        public void onRefused(RefusedRow row) {
            refused.add(row.sentence());
        }

        @Override
        public void onProgress(long soFar, long refusedSoFar) {
            progress.add(soFar);
        }

        @Override
        public boolean isCancelled() {
            return progress.size() >= cancelAfter;
        }
    }

    private static ScanPortfolio.Command command(String fingerprint, Function<Viewpoint, SignalSource> source) {
        return new ScanPortfolio.Command(STANDARD, fingerprint, Optional.of(MONDAY), source);
    }

    private ScanResult scan(String fingerprint, SignalSource source) {
        return csm.scanPortfolio().scan(MIA, command(fingerprint, from -> source), heard);
    }

    private int stored() {
        return rows(ports().healthScores(), ACME, MONDAY, MONDAY).size();
    }

    @Test
    void counts_accounts_by_band_and_by_risk() {
        ScanResult result = scan(
                "",
                ListSource.of(List.of(
                        healthy("A-1").build(),
                        middling("A-2").build(),
                        struggling("A-3").build())));

        assertThat(result)
                .isEqualTo(new ScanResult(
                        Scan.State.COMPLETED,
                        MONDAY,
                        false,
                        3,
                        3,
                        0,
                        1,
                        Map.of(Rag.GREEN, 1L, Rag.AMBER, 1L, Rag.RED, 1L),
                        Map.of(ChurnRisk.LOW, 1L, ChurnRisk.MEDIUM, 1L, ChurnRisk.CRITICAL, 1L)));
        assertThat(heard.scored).containsExactly("A-1", "A-2", "A-3");
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void reports_bad_rows_and_scores_the_others() {
        RefusedRow unreadable = new RefusedRow(2, Optional.of("A-2"), "nps_score", "11", "must be at most 10");
        ListSource source = new ListSource()
                .snapshot(healthy("A-1").build())
                .refused(unreadable)
                .snapshot(healthy("A-3").without(USAGE_TREND).build())
                .snapshot(healthy("A-4").build());

        ScanResult result = scan("", source);

        assertThat(result.scored()).isEqualTo(2);
        assertThat(result.refused()).isEqualTo(2);
        assertThat(heard.refused)
                .containsExactly(
                        "line 2: account A-2: nps_score must be at most 10 but was 11",
                        "line 3: account A-3: usage_trend is required by scorecard csm-standard");
        assertThat(stored()).isEqualTo(2);
        assertThat(source.isClosed()).isTrue();
    }

    @Test
    void tells_its_progress_after_each_batch() {
        scan("", ListSource.ofHealthy(ScanPortfolio.BATCH + 5));

        assertThat(heard.progress).containsExactly((long) ScanPortfolio.BATCH, ScanPortfolio.BATCH + 5L);
    }

    @Test
    void keeps_what_is_committed_when_it_is_cancelled_and_completes_without_doubles() {
        heard.cancelAfter = 1;
        ScanResult cancelled = scan("file:a", ListSource.ofHealthy(ScanPortfolio.BATCH + 5));
        int afterCancelling = stored();
        heard.cancelAfter = Integer.MAX_VALUE;

        ScanResult resumed = scan("file:a", ListSource.ofHealthy(ScanPortfolio.BATCH + 5));

        assertThat(cancelled.state()).isEqualTo(Scan.State.CANCELLED);
        assertThat(afterCancelling).isEqualTo(ScanPortfolio.BATCH);
        assertThat(resumed.resumed()).isTrue();
        assertThat(resumed.added()).isEqualTo(5);
        assertThat(stored()).isEqualTo(ScanPortfolio.BATCH + 5);
        assertThat(ports().scans().listLatest(ACME, 9))
                .extracting(Scan::state, Scan::scored)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Scan.State.COMPLETED, ScanPortfolio.BATCH + 5L));
    }

    @Test
    void goes_on_under_its_first_instant_when_none_is_named() {
        ScanPortfolio.Command breaking = new ScanPortfolio.Command(
                STANDARD,
                "file:a",
                Optional.empty(),
                from -> new ListSource().thenFailing(new IllegalStateException("the file ended")));
        assertThatThrownBy(() -> csm.scanPortfolio().scan(MIA, breaking, heard)).hasMessage("the file ended");
        clock.advance(Duration.ofHours(3));

        ScanResult resumed = csm.scanPortfolio()
                .scan(
                        MIA,
                        new ScanPortfolio.Command(
                                STANDARD,
                                "file:a",
                                Optional.empty(),
                                from -> ListSource.of(
                                        List.of(healthy("A-1").at(from.asOf()).build()))),
                        heard);

        assertThat(resumed.resumed()).isTrue();
        assertThat(resumed.asOf()).isEqualTo(MONDAY);
        assertThat(resumed.added()).isEqualTo(1);
    }

    @Test
    void resumes_under_an_instant_that_is_finer_than_what_is_stored() {
        Instant fine = MONDAY.plusNanos(1_234);
        heard.cancelAfter = 1;
        Function<Viewpoint, SignalSource> source = from -> ListSource.ofHealthy(ScanPortfolio.BATCH + 1);
        csm.scanPortfolio().scan(MIA, new ScanPortfolio.Command(STANDARD, "file:a", Optional.of(fine), source), heard);
        heard.cancelAfter = Integer.MAX_VALUE;

        ScanResult resumed = csm.scanPortfolio()
                .scan(MIA, new ScanPortfolio.Command(STANDARD, "file:a", Optional.of(fine), source), heard);

        assertThat(resumed.resumed()).isTrue();
        assertThat(ports().scans().listLatest(ACME, 9)).hasSize(1);
    }

    @Test
    void a_scan_under_other_thresholds_is_a_new_one() {
        heard.cancelAfter = 1;
        scan("file:a", ListSource.ofHealthy(ScanPortfolio.BATCH + 1));
        heard.cancelAfter = Integer.MAX_VALUE;
        HealthPolicy stricter = new HealthPolicy(
                STANDARD.scorecard().withBands(STANDARD.scorecard().bands().withEdges(80, 40)), STANDARD.churnRules());

        ScanResult result = csm.scanPortfolio()
                .scan(
                        MIA,
                        new ScanPortfolio.Command(
                                stricter, "file:a", Optional.empty(), from -> ListSource.ofHealthy(1)),
                        heard);

        assertThat(result.resumed()).isFalse();
    }

    @Test
    void a_scan_under_another_instant_or_of_an_unnamed_source_is_a_new_one() {
        heard.cancelAfter = 1;
        scan("", ListSource.ofHealthy(ScanPortfolio.BATCH + 1));
        scan("file:a", ListSource.ofHealthy(ScanPortfolio.BATCH + 1));
        heard.cancelAfter = Integer.MAX_VALUE;

        ScanResult unnamed = scan("", ListSource.ofHealthy(1));
        ScanResult later = csm.scanPortfolio()
                .scan(
                        MIA,
                        new ScanPortfolio.Command(
                                STANDARD, "file:a", Optional.of(TUESDAY), from -> ListSource.ofHealthy(1)),
                        heard);

        assertThat(unnamed.resumed()).isFalse();
        assertThat(later.resumed()).isFalse();
    }

    @Test
    void a_second_scan_at_the_same_time_is_refused_and_nothing_is_scored() {
        ScanResult outer = csm.scanPortfolio()
                .scan(
                        MIA,
                        command("", from -> {
                            assertThatThrownBy(() -> scan("", ListSource.ofHealthy(3)))
                                    .isInstanceOf(ScanIsRunning.class);
                            assertThat(heard.scored).isEmpty();
                            return ListSource.ofHealthy(1);
                        }),
                        heard);

        assertThat(outer.scored()).isEqualTo(1);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_portfolio_without_rows_is_no_success() {
        ScanResult result = scan("", new ListSource());

        assertThat(result.isEmpty()).isTrue();
        assertThat(result.state()).isEqualTo(Scan.State.COMPLETED);
    }

    @Test
    void scans_what_is_stored_with_the_values_given_since() {
        scan("", ListSource.of(List.of(healthy("A-1").build(), healthy("A-2").build())));
        ports().signalValues()
                .append(
                        ACME,
                        List.of(new SignalValue(
                                account("A-2"), "tam_health_rag", "RED", new SignalOrigin("tam", TUESDAY), TUESDAY)));

        clock.advance(Duration.ofDays(2));

        ScanResult result = csm.scanPortfolio()
                .scan(
                        MIA,
                        new ScanPortfolio.Command(
                                STANDARD,
                                "stored",
                                Optional.of(WEDNESDAY),
                                from -> csm.readSignals().read(MIA, STANDARD, from)),
                        heard);

        assertThat(result.added()).isEqualTo(2);
        assertThat(rows(ports().healthScores(), ACME, WEDNESDAY, MONDAY))
                .extracting(row -> row.latest().score().value())
                .containsExactly(98.0, 98.0 * 0.85);
    }
}
