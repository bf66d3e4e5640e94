package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.CustomerSuccess;
import io.csm.application.account.AccountNotFound;
import io.csm.application.event.Arrival;
import io.csm.application.health.Explanation;
import io.csm.application.health.ScanListener;
import io.csm.application.health.ScanPortfolio;
import io.csm.application.health.SignalTrace;
import io.csm.application.signal.SignalValue;
import io.csm.domain.account.Account;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.derivation.Evidence;
import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.health.HealthScore;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.StandardSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a score down to the events it came from, and from another viewpoint. */
public abstract class GoingDownToTheFactsContract extends PortsContract {

    private static final Map<String, String> GIVEN = Map.of(
            "stakeholder_engagement", "medium",
            "invoice_payment_status", "current",
            "seats_utilization_rate", "0.8");

    private final SettableClock clock = new SettableClock();
    private CustomerSuccess csm;

    @BeforeEach
    void anAccountThatUsedTwoOfTenFeatures() {
        csm = CustomerSuccess.over(ports(), clock);
        clock.set(MONDAY);
        csm.saveAccounts()
                .save(
                        MIA,
                        List.of(Account.named(account("A-1"), "Initech")
                                .withPlanFeatures(10)
                                .build()),
                        MONDAY);
        csm.giveSignals().give(MIA, GIVEN.keySet().stream().map(this::given).toList(), MONDAY);
        arrives(used("U-1", "reports", MONDAY.minus(Duration.ofDays(3))), MONDAY);
        arrives(used("U-2", "export", MONDAY.minus(Duration.ofDays(1))), MONDAY);
    }

    private SignalValue given(String signal) {
        return new SignalValue(account("A-1"), signal, GIVEN.get(signal), new SignalOrigin("assumed", MONDAY), MONDAY);
    }

    private static Event used(String id, String feature, Instant at) {
        return new Event(
                new FactId("product", id),
                StandardEvents.FEATURE_USED,
                account("A-1"),
                at,
                Optional.empty(),
                Optional.of(feature),
                Optional.empty(),
                "{}");
    }

    private void arrives(Event event, Instant at) {
        csm.ingestEvents().ingest(MIA, List.of(new Arrival(event, "{}")), at);
    }

    private void scanAsOfMonday() {
        csm.scanPortfolio()
                .scan(
                        MIA,
                        new ScanPortfolio.Command(
                                STANDARD,
                                csm.readSignals().fingerprint(),
                                Optional.of(MONDAY),
                                Optional.empty(),
                                from -> csm.readSignals().read(MIA, STANDARD, from)),
                        new ScanListener() {});
    }

    private List<HealthScore> history() {
        return ports().healthScores().history(ACME, account("A-1"), MONDAY, WEDNESDAY).stream()
                .map(AccountHealth::score)
                .toList();
    }

    private SignalTrace adoption(HealthScore score) {
        return csm.traceScore().trace(MIA, score).stream()
                .filter(trace -> trace.signal().equals(StandardSignals.FEATURE_ADOPTION_RATE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_derived_signal_names_its_sum_and_its_events_the_newest_first() {
        scanAsOfMonday();

        SignalTrace adoption = adoption(history().get(0));

        assertThat(adoption.sum()).contains("2 distinct features", "10");
        assertThat(adoption.facts()).extracting(Evidence::id).containsExactly(id("U-2"), id("U-1"));
        assertThat(adoption.facts().get(0).time()).contains(MONDAY.minus(Duration.ofDays(1)));
        assertThat(adoption.reproduced()).isTrue();
        assertThat(adoption.revised()).isEmpty();
    }

    private static FactId id(String id) {
        return new FactId("product", id);
    }

    @Test
    void given_signals_have_no_trace() {
        scanAsOfMonday();

        assertThat(csm.traceScore().trace(MIA, history().get(0)))
                .extracting(trace -> trace.signal().name())
                .contains("feature_adoption_rate", "usage_trend", "login_frequency_days")
                .doesNotContainAnyElementsOf(GIVEN.keySet());
    }

    @Test
    void what_arrives_late_changes_no_score_but_is_told() {
        scanAsOfMonday();
        clock.set(TUESDAY);
        arrives(used("U-3", "alerts", MONDAY.minus(Duration.ofDays(2))), TUESDAY);

        SignalTrace adoption = adoption(history().get(0));

        assertThat(adoption.facts()).hasSize(2);
        assertThat(adoption.reproduced()).isTrue();
        assertThat(adoption.revised()).contains("0.3");
    }

    @Test
    void a_second_scan_as_of_the_same_day_keeps_its_scores_beside_the_first() {
        scanAsOfMonday();
        clock.set(TUESDAY);
        arrives(used("U-3", "alerts", MONDAY.minus(Duration.ofDays(2))), TUESDAY);

        scanAsOfMonday();

        assertThat(history()).extracting(HealthScore::scoredAt).containsExactly(MONDAY, MONDAY.plusNanos(1000));
        assertThat(history())
                .extracting(score -> score.snapshot()
                        .value(StandardSignals.FEATURE_ADOPTION_RATE)
                        .orElseThrow())
                .containsExactly(0.2, 0.3);
        assertThat(adoption(history().get(1)).facts()).hasSize(3);
        assertThat(adoption(history().get(0)).facts()).hasSize(2);
    }

    @Test
    void an_account_is_assessed_with_what_was_known_on_a_day_and_nothing_is_stored() {
        clock.set(WEDNESDAY);
        arrives(used("U-3", "alerts", MONDAY.minus(Duration.ofDays(2))), TUESDAY);

        assertThat(adoptionOf(assess(new Viewpoint(MONDAY, MONDAY)))).isEqualTo(0.2);
        assertThat(adoptionOf(assess(new Viewpoint(MONDAY, TUESDAY)))).isEqualTo(0.3);
        assertThat(history()).isEmpty();
    }

    private Explanation assess(Viewpoint viewpoint) {
        return csm.assessAccount().assess(MIA, STANDARD, account("A-1"), viewpoint);
    }

    private static double adoptionOf(Explanation explanation) {
        return explanation
                .health()
                .score()
                .snapshot()
                .value(StandardSignals.FEATURE_ADOPTION_RATE)
                .orElseThrow();
    }

    @Test
    void an_account_of_which_nothing_was_known_yet_is_not_assessed() {
        assertThatThrownBy(() -> assess(Viewpoint.at(A_MONTH_BEFORE)))
                .isInstanceOf(AccountNotFound.class)
                .hasMessageContaining("nothing was known of it");
    }
}
