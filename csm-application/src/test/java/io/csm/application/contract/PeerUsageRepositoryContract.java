package io.csm.application.contract;

import static io.csm.application.contract.FactBuilders.*;
import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.domain.event.StandardEvents.FEATURE_USED;
import static io.csm.domain.event.StandardEvents.LOGIN;
import static io.csm.domain.signal.StandardSignals.FEATURE_ADOPTION_RATE;
import static io.csm.domain.signal.StandardSignals.FEATURE_BREADTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.adoption.PeerUsage;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.event.Event;
import io.csm.domain.health.ShippedScorecards;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of the other customers on a plan. */
public abstract class PeerUsageRepositoryContract extends PortsContract {

    private static final LocalDate THAT_WEDNESDAY = LocalDate.of(2026, 3, 4);

    private PeerUsage peers() {
        return ports().peerUsage().find(ACME, "pro", account("A-1"), WEDNESDAY);
    }

    private static Account.Builder onPro(String id) {
        return Account.named(account(id), id).withPlan("pro");
    }

    private void save(Account.Builder... accounts) {
        ports().accounts()
                .saveAll(
                        ACME,
                        List.of(accounts).stream().map(Account.Builder::build).toList());
    }

    private void score(String account, String rate, Instant at) {
        ports().healthScores()
                .append(
                        ACME,
                        STANDARD,
                        List.of(healthy(account)
                                .with(FEATURE_ADOPTION_RATE, rate)
                                .at(at)
                                .by(STANDARD)));
    }

    private void happened(Event... events) {
        ports().events().append(ACME, List.of(events), WEDNESDAY);
    }

    private static Event used(String account, String feature, String id, Instant at) {
        return about(feature, event(account, id, FEATURE_USED, at));
    }

    @Test
    void with_no_other_customer_there_is_nobody_to_compare_with() {
        save(onPro("A-1"));
        score("A-1", "0.9", MONDAY);
        happened(used("A-1", "reports", "e-1", MONDAY));

        assertThat(peers()).isEqualTo(PeerUsage.none());
    }

    @Test
    void only_others_on_the_very_plan_count() {
        save(
                onPro("A-1"),
                onPro("A-2"),
                Account.named(account("A-3"), "A-3").withPlan("Pro"),
                Account.named(account("A-4"), "A-4"));
        for (String each : List.of("A-1", "A-2", "A-3", "A-4")) {
            score(each, each.equals("A-2") ? "0.25" : "0.9", MONDAY);
            happened(used(each, "reports", "e-" + each, MONDAY));
        }

        assertThat(peers()).isEqualTo(new PeerUsage(1, List.of(0.25), Map.of("reports", 1)));
    }

    @Test
    void rates_are_those_of_the_latest_scores_not_after_the_instant() {
        save(onPro("A-1"), onPro("A-2"), onPro("A-3"), onPro("A-4"));
        score("A-2", "0.5", MONDAY);
        score("A-2", "0.75", WEDNESDAY);
        score("A-3", "0.25", MONDAY);
        score("A-3", "1", WEDNESDAY.plusNanos(1_000));

        assertThat(peers().accounts()).isEqualTo(3);
        assertThat(peers().rates()).containsExactly(0.25, 0.75);
    }

    @Test
    void an_account_whose_rate_is_not_tracked_counts_without_one() {
        save(onPro("A-1"), onPro("A-2"));
        HealthPolicy other = HealthPolicy.of(ShippedScorecards.ENTERPRISE_COMPONENTS);
        ports().healthScores()
                .append(
                        ACME,
                        other,
                        List.of(healthy("A-2").without(FEATURE_ADOPTION_RATE).by(other)));

        assertThat(peers()).isEqualTo(new PeerUsage(1, List.of(), Map.of()));
    }

    @ParameterizedTest(name = "adoption {0}, breadth {1} by {2}: {3}")
    @CsvSource(textBlock = """
            -,   0.4, derived, 0.4
            -,   0.4, file,    -
            0.7, 0.4, derived, 0.7
            0.7, -,   derived, 0.7
            -,   -,   derived, -
            """)
    void where_a_score_reads_no_adoption_rate_its_derived_breadth_is_the_same(
            String adoption, String breadth, String source, String rate) {
        save(onPro("A-1"), onPro("A-2"));
        SnapshotBuilder snapshot = healthy("A-2").without(FEATURE_ADOPTION_RATE);
        if (!adoption.equals("-")) {
            snapshot.observed(FEATURE_ADOPTION_RATE, adoption, "file", MONDAY);
        }
        if (!breadth.equals("-")) {
            snapshot.observed(FEATURE_BREADTH, breadth, source, MONDAY);
        }
        HealthPolicy other = HealthPolicy.of(ShippedScorecards.ENGAGEMENT_SENTIMENT_GROWTH);
        ports().healthScores().append(ACME, other, List.of(snapshot.by(other)));

        assertThat(peers().rates()).isEqualTo(rate.equals("-") ? List.of() : List.of(Double.valueOf(rate)));
    }

    @Test
    void each_account_counts_once_for_a_feature_that_it_used() {
        save(onPro("A-1"), onPro("A-2"), onPro("A-3"));
        happened(
                used("A-2", "reports", "e-1", MONDAY),
                used("A-2", "reports", "e-2", TUESDAY),
                used("A-3", "reports", "e-3", TUESDAY),
                used("A-3", "Reports", "e-4", TUESDAY),
                about("reports", event("A-2", "e-5", LOGIN, TUESDAY)));

        assertThat(peers().accountsByFeature()).isEqualTo(Map.of("reports", 2, "Reports", 1));
    }

    @Test
    void the_window_begins_after_30_days_before_and_ends_with_the_instant() {
        save(onPro("A-1"), onPro("A-2"));
        Instant begin = WEDNESDAY.minus(Duration.ofDays(30));
        happened(
                used("A-2", "too-early", "e-1", begin),
                used("A-2", "first", "e-2", begin.plusNanos(1_000)),
                used("A-2", "last", "e-3", WEDNESDAY),
                used("A-2", "too-late", "e-4", WEDNESDAY.plusNanos(1_000)));

        assertThat(peers().accountsByFeature()).isEqualTo(Map.of("first", 1, "last", 1));
    }

    @Test
    void those_that_churned_by_then_are_left_out() {
        save(
                onPro("A-1"),
                onPro("A-2").withChurn(THAT_WEDNESDAY, Optional.empty()),
                onPro("A-3").withChurn(THAT_WEDNESDAY.plusDays(1), Optional.empty()),
                onPro("A-4").withStatus(AccountStatus.CHURNED),
                onPro("A-5").withStatus(AccountStatus.CHURNED),
                onPro("A-6").withStatus(AccountStatus.INACTIVE));
        ports().facts().append(ACME, List.of(subscription("A-5", "s-1", NEW_YEAR)), MONDAY);
        for (String each : List.of("A-2", "A-3", "A-4", "A-5", "A-6")) {
            score(each, "0." + each.charAt(2), MONDAY);
            happened(used(each, "feature-" + each, "e-" + each, MONDAY));
        }

        assertThat(peers().accounts()).isEqualTo(3);
        assertThat(peers().rates()).containsExactly(0.3, 0.5, 0.6);
        assertThat(peers().accountsByFeature()).containsOnlyKeys("feature-A-3", "feature-A-5", "feature-A-6");
    }

    @Test
    void another_tenants_accounts_on_a_plan_of_that_name_do_not_count() {
        save(onPro("A-1"), onPro("A-2"));
        score("A-2", "0.5", MONDAY);
        happened(used("A-2", "reports", "e-1", MONDAY));

        assertThat(ports().peerUsage().find(GLOBEX, "pro", account("A-1"), WEDNESDAY))
                .isEqualTo(PeerUsage.none());
    }
}
