package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static io.csm.application.contract.WhatGoesOut.ALL_CHANNELS;
import static io.csm.domain.signal.StandardSignals.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.AgentSettings;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.health.ScanListener;
import io.csm.application.health.ScanPortfolio;
import io.csm.application.health.ScanResult;
import io.csm.application.health.port.HealthReaction;
import io.csm.application.signal.SignalValue;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertState;
import io.csm.domain.alert.AlertType;
import io.csm.domain.alert.Notice;
import io.csm.domain.alert.Severity;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a score that is stored to an alert, over any ports. */
public abstract class RaisingAlertsContract extends PortsContract {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration A_MICROSECOND = Duration.ofNanos(1_000);
    private static final HealthPolicy WATCHING_DIPS = HealthPolicy.of(ShippedScorecards.LIFECYCLE_STAGE_CARD);
    private static final Actor GINA = Actor.administrator(GLOBEX, Origin.EMBEDDED);
    private static final Map<String, Long> ONE_TO_EACH =
            Map.of("webhook:crm", 1L, "draft", 1L, "chat", 1L, "workspace", 1L);

    private final SettableClock clock = new SettableClock();
    private CustomerSuccess csm;

    @BeforeEach
    void wire() {
        csm = CustomerSuccess.over(ports(), clock)
                .withAgentSettings(AgentSettings.defaults().withChannels(ALL_CHANNELS));
    }

    private static Function<Viewpoint, SignalSource> taken(SnapshotBuilder... accounts) {
        return from -> ListSource.of(List.of(accounts).stream()
                .map(each -> each.at(from.asOf()).build())
                .toList());
    }

    private ScanResult scan(Instant asOf, SnapshotBuilder... accounts) {
        return scan(MIA, STANDARD, asOf, accounts);
    }

    private ScanResult scan(Actor actor, HealthPolicy policy, Instant asOf, SnapshotBuilder... accounts) {
        ScanPortfolio.Command command = new ScanPortfolio.Command(policy, "file", Optional.of(asOf), taken(accounts));
        return csm.scanPortfolio().scan(actor, command, new ScanListener() {});
    }

    private List<Notice> notices() {
        return ports().alerts().listOf(ACME, account("A-1"), 100);
    }

    private List<Alert> alerts() {
        return notices().stream().map(Notice::alert).toList();
    }

    private Alert theAlert() {
        assertThat(alerts()).hasSize(1);
        return alerts().get(0);
    }

    private WhatGoesOut goesOut() {
        return WhatGoesOut.of(ports());
    }

    /** RED and nothing else: a warning. */
    private static SnapshotBuilder red(String account) {
        return struggling(account).with(DAYS_TO_RENEWAL, "300").with(USAGE_TREND, "stable");
    }

    @Test
    void three_scans_of_the_same_come_to_one_alert_one_draft_one_event_and_one_message() {
        for (int day = 0; day < 3; day++) {
            clock.set(MONDAY.plus(A_DAY.multipliedBy(day)));
            scan(clock.instant(), struggling("A-1"), healthy("A-2"));
            csm.agent().announceAlerts().afterScan(MIA);
        }

        assertThat(theAlert().raises()).isEqualTo(1);
        assertThat(ports().alerts().listOf(ACME, account("A-2"), 9)).isEmpty();
        assertThat(goesOut().events()).isEqualTo(Map.of("alert_raised", 1L));
        assertThat(goesOut().byChannel()).isEqualTo(ONE_TO_EACH);
    }

    @Test
    void three_scans_at_once_come_to_one_alert_one_draft_one_event_and_one_message() {
        for (String file : List.of("file:a", "file:a", "file:b")) {
            csm.scanPortfolio()
                    .scan(
                            MIA,
                            new ScanPortfolio.Command(STANDARD, file, Optional.of(MONDAY), taken(struggling("A-1"))),
                            new ScanListener() {});
            csm.agent().announceAlerts().afterScan(MIA);
        }

        assertThat(theAlert().raises()).isEqualTo(1);
        assertThat(goesOut().events()).isEqualTo(Map.of("alert_raised", 1L));
        assertThat(goesOut().byChannel()).isEqualTo(ONE_TO_EACH);
    }

    @Test
    void tells_how_many_alerts_a_scan_raised_and_of_what() {
        ScanResult first = scan(MONDAY, struggling("A-1"), red("A-2"), healthy("A-3"));
        ScanResult second = scan(TUESDAY, struggling("A-1"), red("A-2"), healthy("A-3"));

        assertThat(first.alerts()).isEqualTo(2);
        assertThat(second.alerts()).isZero();
        assertThat(theAlert().concern().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(ports().alerts().listOf(ACME, account("A-2"), 9))
                .extracting(notice -> notice.alert().concern().severity())
                .containsExactly(Severity.WARNING);
        assertThat(goesOut().recorded().get(0).payload())
                .containsEntry("alert_type", "churn_risk")
                .containsEntry("band", "RED")
                .containsKeys("alert_id", "account_id", "severity", "cause", "message", "evidence", "score");
    }

    @Test
    void raises_again_what_gets_worse_and_not_what_gets_better() {
        scan(MONDAY, red("A-1"));
        scan(TUESDAY, struggling("A-1"));
        scan(WEDNESDAY, red("A-1"));

        assertThat(theAlert().raises()).isEqualTo(2);
        assertThat(theAlert().raisedAt()).isEqualTo(TUESDAY);
        assertThat(theAlert().concern().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(goesOut().events()).isEqualTo(Map.of("alert_raised", 2L));
    }

    @Test
    void reminds_of_what_still_holds_after_seven_days_and_not_a_microsecond_before() {
        scan(MONDAY, struggling("A-1"));

        ScanResult before = scan(MONDAY.plus(A_WEEK).minus(A_MICROSECOND), struggling("A-1"));
        ScanResult after = scan(MONDAY.plus(A_WEEK), struggling("A-1"));

        assertThat(before.alerts()).isZero();
        assertThat(after.alerts()).isEqualTo(1);
        assertThat(theAlert().raises()).isEqualTo(2);
        assertThat(theAlert().firstRaisedAt()).isEqualTo(MONDAY);
    }

    @Test
    void resolves_quietly_what_has_recovered() {
        scan(MONDAY, struggling("A-1"));
        csm.agent().announceAlerts().afterScan(MIA);
        clock.set(TUESDAY);

        ScanResult recovered = scan(TUESDAY, healthy("A-1"));
        csm.agent().announceAlerts().afterScan(MIA);

        assertThat(recovered.alerts()).isZero();
        assertThat(theAlert().state()).isEqualTo(AlertState.RESOLVED);
        assertThat(theAlert().changedBy()).isEqualTo("csm");
        assertThat(goesOut().events()).isEqualTo(Map.of("alert_raised", 1L));
        assertThat(goesOut().byChannel()).isEqualTo(ONE_TO_EACH);
    }

    @Test
    void raises_again_what_returns_after_a_week() {
        scan(MONDAY, struggling("A-1"));
        scan(TUESDAY, healthy("A-1"));

        ScanResult returned = scan(MONDAY.plus(A_WEEK), struggling("A-1"));

        assertThat(returned.alerts()).isEqualTo(1);
        assertThat(alerts()).extracting(Alert::state).containsExactly(AlertState.OPEN, AlertState.RESOLVED);
    }

    @Test
    void a_scan_that_is_resumed_raises_nothing_twice() {
        ScanPortfolio.Command command = new ScanPortfolio.Command(
                STANDARD, "file:a", Optional.of(MONDAY), from -> ListSource.of(oneStrugglingAmongMany()));
        ScanResult cancelled = csm.scanPortfolio().scan(MIA, command, new ScanListener() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        });

        ScanResult resumed = csm.scanPortfolio().scan(MIA, command, new ScanListener() {});

        assertThat(cancelled.alerts()).isEqualTo(1);
        assertThat(resumed.resumed()).isTrue();
        assertThat(resumed.alerts())
                .as("the one in the batch that was not scanned before")
                .isEqualTo(1);
        assertThat(goesOut().events()).isEqualTo(Map.of("alert_raised", 2L));
    }

    private static List<SignalSnapshot> oneStrugglingAmongMany() {
        List<SignalSnapshot> accounts = new ArrayList<>();
        accounts.add(struggling("A-1").build());
        for (int i = 1; i < ScanPortfolio.BATCH; i++) {
            accounts.add(healthy("B-%05d".formatted(i)).build());
        }
        accounts.add(struggling("C-1").build());
        return accounts;
    }

    @Test
    void scores_alerts_and_events_are_undone_together() {
        HealthReaction raising = csm.agent().raiseAlerts();
        HealthReaction breaking = (tenant, stored) -> {
            assertThat(raising.stored(tenant, stored)).isEqualTo(1);
            throw new IllegalStateException("the power failed");
        };
        ScanPortfolio scan = new ScanPortfolio(
                ports().healthScores(),
                ports().scans(),
                breaking,
                ports().unitOfWork(),
                clock,
                () -> "scan",
                Runnable::run);

        assertThatThrownBy(() -> scan.scan(
                        MIA,
                        new ScanPortfolio.Command(STANDARD, "file", Optional.of(MONDAY), taken(struggling("A-1"))),
                        new ScanListener() {}))
                .hasMessage("the power failed");

        assertThat(rows(ports().healthScores(), ACME, MONDAY, MONDAY)).isEmpty();
        assertThat(alerts()).isEmpty();
        assertThat(ports().alerts().listWaiting(ACME, 9)).isEmpty();
        assertThat(goesOut().events()).isEmpty();
    }

    @Test
    void a_scan_as_of_a_past_day_changes_no_later_alert() {
        scan(TUESDAY, red("A-1"));
        Alert before = theAlert();

        assertThat(scan(MONDAY, struggling("A-1")).alerts()).isZero();
        assertThat(theAlert()).isEqualTo(before);
        assertThat(scan(MONDAY.plus(A_MICROSECOND.multipliedBy(5)), healthy("A-1"))
                        .alerts())
                .isZero();
        assertThat(theAlert()).isEqualTo(before);
    }

    @Test
    void what_was_so_on_a_past_day_is_no_news_where_a_later_score_is_known() {
        scan(WEDNESDAY, healthy("A-1"));

        ScanResult past = scan(MONDAY, struggling("A-1"), struggling("A-2"));

        assertThat(past.alerts()).as("of A-2 nothing later is known").isEqualTo(1);
        assertThat(alerts()).isEmpty();
        assertThat(goesOut().recorded()).hasSize(1);
    }

    @Test
    void a_recovery_on_a_past_day_does_not_end_what_holds_since() {
        scan(MONDAY, struggling("A-1"));
        scan(WEDNESDAY, struggling("A-1"));

        scan(TUESDAY, healthy("A-1"));

        assertThat(theAlert().state()).isEqualTo(AlertState.OPEN);
    }

    @Test
    void scoring_a_change_raises_as_a_scan_does() {
        scan(MONDAY, healthy("A-1"));
        clock.set(TUESDAY);
        SignalOrigin crm = new SignalOrigin("crm", TUESDAY);
        csm.giveSignals()
                .give(
                        MIA,
                        List.of(
                                new SignalValue(account("A-1"), "usage_trend", "declining", crm, TUESDAY),
                                new SignalValue(account("A-1"), "login_frequency_days", "90", crm, TUESDAY),
                                new SignalValue(account("A-1"), "days_to_renewal", "20", crm, TUESDAY)),
                        TUESDAY);

        csm.scoreChanges().score(MIA, STANDARD, 100);

        assertThat(theAlert().raisedAt()).isEqualTo(TUESDAY);
        assertThat(goesOut().events()).isEqualTo(Map.of("alert_raised", 1L));
    }

    @Test
    void a_dip_is_measured_against_the_score_before() {
        scan(MIA, WATCHING_DIPS, MONDAY, using("0.90"));
        scan(MIA, WATCHING_DIPS, TUESDAY, using("0.81"));
        assertThat(alerts()).as("nine points are no dip").isEmpty();

        scan(MIA, WATCHING_DIPS, WEDNESDAY, using("0.70"));

        assertThat(theAlert().type()).isEqualTo(AlertType.SCORE_DIP);
        assertThat(notices().get(0).message())
                .isEqualTo("The health score fell by 11 points, from 81 to 70; more than 10 is a dip.");
    }

    private static SnapshotBuilder using(String rate) {
        return healthy("A-1")
                .with(LIFECYCLE_STAGE, "adoption")
                .with(USAGE_FREQUENCY, rate)
                .with(FEATURE_BREADTH, rate)
                .with(USAGE_DEPTH_RATE, rate);
    }

    @Test
    void tenants_do_not_see_the_alerts_of_each_other() {
        scan(MONDAY, struggling("A-1"));
        scan(GINA, STANDARD, MONDAY, struggling("A-1"));
        csm.agent().announceAlerts().afterScan(MIA);

        assertThat(alerts()).hasSize(1);
        assertThat(ports().alerts().listOf(GLOBEX, account("A-1"), 9))
                .hasSize(1)
                .doesNotContainAnyElementsOf(notices());
        assertThat(waiting(ACME)).isZero();
        assertThat(waiting(GLOBEX)).isEqualTo(1);
        assertThat(WhatGoesOut.of(ports(), GLOBEX).deliveries()).isEmpty();
        assertThat(WhatGoesOut.of(ports(), GLOBEX).events()).isEqualTo(Map.of("alert_raised", 1L));
    }

    private int waiting(TenantId tenant) {
        return ports().alerts().listWaiting(tenant, 9).size();
    }
}
