package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.middling;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.TAM_HEALTH_RAG;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.event.Arrival;
import io.csm.application.health.ScanListener;
import io.csm.application.health.ScanPortfolio;
import io.csm.application.health.ScoreChanges;
import io.csm.application.health.port.HealthReaction;
import io.csm.application.signal.ReadSignals;
import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.ShelfLives;
import io.csm.application.signal.SignalValue;
import io.csm.application.signal.port.SignalSource;
import io.csm.application.signal.port.SignalValueRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scoring changed accounts again, over any ports. */
public abstract class ScoringChangesContract extends PortsContract {

    private static final Duration A_MICROSECOND = Duration.ofNanos(1_000);

    private final SettableClock clock = new SettableClock();
    private CustomerSuccess csm;

    @BeforeEach
    void two_accounts_were_scored_on_monday() {
        csm = CustomerSuccess.over(ports(), clock);
        ports().healthScores()
                .append(
                        ACME,
                        STANDARD,
                        List.of(middling("A-1").by(STANDARD), middling("A-2").by(STANDARD)));
        clock.set(TUESDAY);
    }

    private void give(String account, Signal signal, String value, Instant at) {
        SignalOrigin origin = new SignalOrigin("crm", at);
        csm.giveSignals().give(MIA, List.of(new SignalValue(account(account), signal.name(), value, origin, at)), at);
    }

    private ScoreChanges.Done score() {
        return csm.scoreChanges().score(MIA, STANDARD, 100);
    }

    private List<AccountHealth> history(String account) {
        return ports().healthScores()
                .history(ACME, account(account), A_MONTH_BEFORE, Instant.parse("2027-01-01T00:00:00Z"));
    }

    private AccountHealth latest(String account) {
        List<AccountHealth> all = history(account);
        return all.get(all.size() - 1);
    }

    private static String value(AccountHealth health, Signal signal) {
        return signal.show(health.score().snapshot().value(signal).orElseThrow());
    }

    @Test
    void scores_the_account_of_which_something_became_known_and_no_other() {
        give("A-1", TAM_HEALTH_RAG, "GREEN", TUESDAY);

        ScoreChanges.Done done = score();

        assertThat(done).isEqualTo(new ScoreChanges.Done(1, 0, List.of(), 0, List.of(Duration.ZERO)));
        assertThat(latest("A-1").score().scoredAt()).isEqualTo(TUESDAY);
        assertThat(value(latest("A-1"), TAM_HEALTH_RAG)).isEqualTo("GREEN");
        assertThat(history("A-2")).hasSize(1);
        assertThat(score().taken()).as("a change is acted on once").isZero();
    }

    @Test
    void sees_an_event_that_was_received_at_this_very_instant() {
        Event answer = new Event(
                new FactId("survey", "1"),
                StandardEvents.NPS_ANSWER,
                account("A-1"),
                TUESDAY,
                Optional.empty(),
                Optional.empty(),
                Optional.of(9L),
                "{}");
        csm.ingestEvents().ingest(MIA, List.of(new Arrival(answer, "{}")), TUESDAY);

        assertThat(score().scored()).isEqualTo(1);
        assertThat(value(latest("A-1"), NPS_SCORE)).isEqualTo("9");
    }

    @Test
    void stores_nothing_of_an_account_whose_score_says_nothing_new() {
        give("A-1", USAGE_TREND, "stable", TUESDAY);

        assertThat(score()).isEqualTo(new ScoreChanges.Done(0, 1, List.of(), 0, List.of(Duration.ZERO)));
        assertThat(history("A-1")).hasSize(1);
    }

    @Test
    void stores_what_another_policy_says_of_the_same_signals() {
        give("A-1", USAGE_TREND, "stable", TUESDAY);

        assertThat(csm.scoreChanges().score(MIA, STRICT, 100).scored()).isEqualTo(1);
        assertThat(STRICT.made(latest("A-1"))).isTrue();
    }

    @Test
    void tells_how_long_each_account_waited_since_the_first_of_its_changes() {
        give("A-1", TAM_HEALTH_RAG, "GREEN", TUESDAY);
        give("A-1", NPS_SCORE, "9", TUESDAY.plusSeconds(30));
        give("A-2", NPS_SCORE, "9", TUESDAY.plusSeconds(50));
        clock.set(TUESDAY.plusSeconds(60));

        ScoreChanges.Done done = score();

        assertThat(done.lags()).containsExactlyInAnyOrder(Duration.ofSeconds(60), Duration.ofSeconds(10));
        assertThat(value(latest("A-1"), NPS_SCORE)).isEqualTo("9");
    }

    @Test
    void takes_no_more_accounts_than_it_is_asked_to_those_that_waited_longest_first() {
        give("A-2", NPS_SCORE, "9", TUESDAY);
        give("A-1", NPS_SCORE, "9", TUESDAY);

        assertThat(csm.scoreChanges().score(MIA, STANDARD, 1).scored()).isEqualTo(1);
        assertThat(history("A-1")).hasSize(1);
        assertThat(history("A-2")).hasSize(2);
        assertThat(csm.scoreChanges().score(MIA, STANDARD, 1).scored()).isEqualTo(1);
        assertThat(history("A-1")).hasSize(2);
    }

    @Test
    void tells_why_an_account_cannot_be_scored_and_does_not_try_again() {
        csm.saveAccounts()
                .save(
                        MIA,
                        List.of(
                                named("few", "Too little is known"),
                                named("none", "Nothing is known"),
                                Account.named(account("gone"), "Gone")
                                        .withStatus(AccountStatus.CHURNED)
                                        .build()),
                        TUESDAY);
        give("few", NPS_SCORE, "9", TUESDAY);
        give("gone", NPS_SCORE, "9", TUESDAY);
        give("A-1", NPS_SCORE, "9", TUESDAY);

        ScoreChanges.Done done = score();

        assertThat(done.taken()).isEqualTo(4);
        assertThat(done.scored()).isEqualTo(1);
        assertThat(done.refused())
                .extracting(RefusedRow::sentence)
                .containsExactlyInAnyOrder(
                        "account few: feature_adoption_rate is required by scorecard csm-standard",
                        "account none: signals must be known, at least one",
                        "account gone: status must be active or inactive but was churned");
        assertThat(score().taken()).isZero();
    }

    @Test
    void loses_no_change_when_it_fails() {
        give("A-1", NPS_SCORE, "9", TUESDAY);
        ScoreChanges failing = new ScoreChanges(
                ports().changes(),
                new ReadSignals(new Unreadable(), ShelfLives.none()),
                ports().healthScores(),
                ports().accounts(),
                HealthReaction.none(),
                ports().unitOfWork(),
                clock);

        assertThatThrownBy(() -> failing.score(MIA, STANDARD, 100)).hasMessage("unreadable");

        assertThat(score().scored()).isEqualTo(1);
        assertThat(history("A-1")).hasSize(2);
    }

    private static final class Unreadable implements SignalValueRepository {
        @Override
        public Set<AccountId> append(TenantId tenant, Collection<SignalValue> values) {
            throw new IllegalStateException("unwritable");
        }

        @Override
        public SignalSource known(
                TenantId tenant, SignalCatalogue catalogue, Viewpoint viewpoint, ShelfLives shelfLives) {
            throw new IllegalStateException("unreadable");
        }

        @Override
        public SignalSource known(
                TenantId tenant,
                SignalCatalogue catalogue,
                Viewpoint viewpoint,
                ShelfLives shelfLives,
                Collection<AccountId> accounts) {
            throw new IllegalStateException("unreadable");
        }
    }

    @Test
    void leaves_what_an_instance_marked_whose_clock_is_ahead_until_then() {
        give("A-1", NPS_SCORE, "9", TUESDAY.plusSeconds(2));

        assertThat(score().taken()).isZero();
        clock.advance(Duration.ofSeconds(2));
        assertThat(score().scored()).isEqualTo(1);
        assertThat(value(latest("A-1"), NPS_SCORE)).isEqualTo("9");
    }

    @Test
    void scores_just_after_a_score_of_the_same_instant() {
        give("A-1", NPS_SCORE, "9", TUESDAY);
        score();
        give("A-1", NPS_SCORE, "3", TUESDAY);
        give("A-1", TAM_HEALTH_RAG, "GREEN", TUESDAY);

        assertThat(score().scored()).isEqualTo(1);
        assertThat(latest("A-1").score().scoredAt()).isEqualTo(TUESDAY.plus(A_MICROSECOND));
        assertThat(value(latest("A-1"), TAM_HEALTH_RAG)).isEqualTo("GREEN");
    }

    @Test
    void scores_just_after_a_score_of_an_instance_whose_clock_is_ahead_but_not_after_one_of_the_far_future() {
        Instant ahead = TUESDAY.plusSeconds(60);
        Instant future = TUESDAY.plusSeconds(61);
        append(middling("A-1").at(ahead).by(STANDARD));
        append(middling("A-2").at(future).by(STANDARD));
        give("A-1", NPS_SCORE, "9", TUESDAY);
        score();
        give("A-2", NPS_SCORE, "9", TUESDAY);
        score();

        assertThat(history("A-1"))
                .extracting(health -> health.score().scoredAt())
                .containsExactly(MONDAY, ahead, ahead.plus(A_MICROSECOND));
        assertThat(history("A-2"))
                .extracting(health -> health.score().scoredAt())
                .containsExactly(MONDAY, TUESDAY, future);
    }

    private void append(AccountHealth health) {
        ports().healthScores().append(ACME, STANDARD, List.of(health));
    }

    @Test
    void goes_on_beside_a_scan_of_the_portfolio_and_neither_hides_what_the_other_saw() {
        ScanPortfolio.Command scan = new ScanPortfolio.Command(STANDARD, "", Optional.of(TUESDAY), viewpoint -> {
            SignalSource before = csm.readSignals().read(MIA, STANDARD, viewpoint);
            clock.advance(Duration.ofSeconds(1));
            give("A-1", TAM_HEALTH_RAG, "GREEN", clock.instant());
            assertThat(score().scored()).isEqualTo(1);
            return before;
        });

        assertThat(csm.scanPortfolio().scan(MIA, scan, new ScanListener() {}).added())
                .isEqualTo(2);

        assertThat(history("A-1"))
                .extracting(health -> health.score().scoredAt())
                .containsExactly(MONDAY, TUESDAY, TUESDAY.plusSeconds(1));
        assertThat(value(latest("A-1"), TAM_HEALTH_RAG)).isEqualTo("GREEN");
        give("A-1", NPS_SCORE, "9", clock.instant());
        assertThat(score().scored()).isEqualTo(1);
        assertThat(value(latest("A-1"), TAM_HEALTH_RAG))
                .as("carried on from the newest score")
                .isEqualTo("GREEN");
    }

    @Test
    void keeps_to_its_tenant() {
        give("A-1", NPS_SCORE, "9", TUESDAY);
        Actor other = Actor.administrator(GLOBEX, Origin.EMBEDDED);
        ports().healthScores().append(GLOBEX, STANDARD, List.of(healthy("A-1").by(STANDARD)));

        assertThat(csm.scoreChanges().score(other, STANDARD, 100).taken()).isZero();
        assertThat(score().taken()).isEqualTo(1);
    }
}
