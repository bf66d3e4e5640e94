package io.csm.application.contract;

import static io.csm.application.contract.FactBuilders.*;
import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.domain.signal.StandardSignals.OPEN_TICKET_COUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.CustomerSuccess;
import io.csm.application.health.HealthSettings;
import io.csm.application.health.Scan;
import io.csm.application.health.ScanListener;
import io.csm.application.health.ScanPortfolio;
import io.csm.application.health.ScanResult;
import io.csm.application.signal.ReadSignals;
import io.csm.application.signal.ShelfLives;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From where a scan of the stored portfolio looks, and that it stays there. */
public abstract class ScanningFromAViewpointContract extends PortsContract {

    private final SettableClock clock = new SettableClock();
    private final List<Viewpoint> seen = new ArrayList<>();
    private CustomerSuccess csm;

    @BeforeEach
    void an_account_was_scored_a_month_before() {
        clock.set(WEDNESDAY);
        csm = CustomerSuccess.over(ports(), clock);
        ports().healthScores()
                .append(
                        ACME,
                        STANDARD,
                        List.of(healthy("A-1").at(A_MONTH_BEFORE).by(STANDARD)));
    }

    private ScanResult scan(
            Optional<Instant> asOf, Optional<Instant> knownOn, Function<Viewpoint, SignalSource> source) {
        return csm.scanPortfolio()
                .scan(
                        MIA,
                        new ScanPortfolio.Command(STANDARD, csm.readSignals().fingerprint(), asOf, knownOn, source),
                        new ScanListener() {});
    }

    private ScanResult scan(Optional<Instant> asOf, Optional<Instant> knownOn) {
        return scan(asOf, knownOn, from -> {
            seen.add(from);
            return csm.readSignals().read(MIA, STANDARD, from);
        });
    }

    private void scanBreaksDown(Optional<Instant> asOf, Optional<Instant> knownOn) {
        assertThatThrownBy(() -> scan(asOf, knownOn, from -> {
                    throw new IllegalStateException("the power went");
                }))
                .hasMessage("the power went");
    }

    private SignalSnapshot stored(Instant asOf) {
        return ports().healthScores()
                .findLatest(ACME, account("A-1"), asOf)
                .orElseThrow()
                .score()
                .snapshot();
    }

    @Test
    void knows_what_is_known_now_when_nothing_else_is_said() {
        scan(Optional.of(MONDAY), Optional.empty());

        assertThat(seen).containsExactly(new Viewpoint(MONDAY, WEDNESDAY));
    }

    @Test
    void knows_no_more_than_was_known_on_the_day_that_is_named() {
        ports().facts().append(ACME, List.of(ticket("A-1", "t-1")), TUESDAY);

        scan(Optional.of(MONDAY), Optional.of(TUESDAY.minusSeconds(1)));
        scan(Optional.of(MONDAY.plusSeconds(1)), Optional.of(TUESDAY));

        assertThat(stored(MONDAY).isGiven(OPEN_TICKET_COUNT)).isFalse();
        assertThat(stored(MONDAY.plusSeconds(1)).value(OPEN_TICKET_COUNT)).hasValue(1);
    }

    @Test
    void goes_on_with_what_was_known_when_it_began() {
        scanBreaksDown(Optional.empty(), Optional.empty());
        clock.advance(Duration.ofHours(3));

        ScanResult resumed = scan(Optional.empty(), Optional.empty());

        assertThat(resumed.resumed()).isTrue();
        assertThat(seen).containsExactly(Viewpoint.at(WEDNESDAY));
        assertThat(ports().scans().listLatest(ACME, 9))
                .extracting(Scan::knownOn)
                .containsExactly(WEDNESDAY);
    }

    @ParameterizedTest(name = "{0} s and {1} us later: {2}")
    @CsvSource({"21600, 0, true", "21600, 1, false", "86400, 0, false"})
    void goes_on_with_a_scan_of_now_for_six_hours(long seconds, long micros, boolean resumed) {
        scanBreaksDown(Optional.empty(), Optional.empty());
        clock.advance(Duration.ofSeconds(seconds).plus(micros, ChronoUnit.MICROS));

        ScanResult next = scan(Optional.empty(), Optional.empty());

        assertThat(next.resumed()).isEqualTo(resumed);
        assertThat(next.asOf()).isEqualTo(resumed ? WEDNESDAY : clock.instant());
    }

    @Test
    void goes_on_with_a_scan_of_a_named_day_whenever_that_is() {
        scanBreaksDown(Optional.of(MONDAY), Optional.empty());
        clock.advance(Duration.ofDays(3));

        assertThat(scan(Optional.of(MONDAY), Optional.empty()).resumed()).isTrue();
    }

    @Test
    void is_another_scan_when_another_day_of_knowledge_is_named() {
        scanBreaksDown(Optional.of(MONDAY), Optional.of(MONDAY));

        assertThat(scan(Optional.of(MONDAY), Optional.of(TUESDAY)).resumed()).isFalse();
        assertThat(scan(Optional.of(MONDAY), Optional.of(MONDAY)).resumed()).isTrue();
    }

    @Test
    void is_another_scan_under_other_shelf_lives() {
        scanBreaksDown(Optional.of(MONDAY), Optional.empty());
        csm = csm.withHealthSettings(HealthSettings.defaults().withShelfLives(ShelfLives.parse("nps_score 30")));

        assertThat(scan(Optional.of(MONDAY), Optional.empty()).resumed()).isFalse();
    }

    @Test
    void tells_what_it_scans_by_the_same_words_as_its_source() {
        csm = csm.withHealthSettings(HealthSettings.defaults().withShelfLives(ShelfLives.parse("nps_score 30")));
        ReadSignals signals = csm.readSignals();

        try (SignalSource source = signals.read(MIA, STANDARD, Viewpoint.at(MONDAY))) {
            assertThat(source.fingerprint()).isEqualTo(signals.fingerprint()).contains("nps_score 30");
        }
    }

    @Test
    void derives_again_what_an_earlier_scan_derived() {
        ports().facts().append(ACME, List.of(ticket("A-1", "t-1")), MONDAY);
        scan(Optional.of(TUESDAY), Optional.empty());
        ports().facts().append(ACME, List.of(ticket("A-1", "t-2")), WEDNESDAY);

        scan(Optional.of(WEDNESDAY), Optional.empty());

        assertThat(stored(TUESDAY).value(OPEN_TICKET_COUNT)).hasValue(1);
        assertThat(stored(WEDNESDAY).value(OPEN_TICKET_COUNT)).hasValue(2);
        assertThat(stored(WEDNESDAY).origin(OPEN_TICKET_COUNT)).contains(SignalOrigin.derived(WEDNESDAY));
    }
}
