package io.csm.domain.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.csm.domain.fixture.RandomSnapshots;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.SignalType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every account, whatever its signals, under each shipped scorecard. */
class ScoringAnyAccountTest {

    private static final int ACCOUNTS = 200;
    private static final double EXACTLY = 1e-9;

    static Stream<Arguments> scorecardsAndSeeds() {
        return ShippedScorecards.ALL.stream()
                .flatMap(scorecard -> LongStream.rangeClosed(1, 5).mapToObj(seed -> Arguments.of(scorecard, seed)));
    }

    @ParameterizedTest
    @MethodSource("scorecardsAndSeeds")
    void contributions_then_adjustments_reproduce_the_value(Scorecard scorecard, long seed) {
        forEachScore(scorecard, seed, score -> {
            double sum = score.contributions().stream()
                    .mapToDouble(Contribution::points)
                    .sum();
            double factor = score.adjustments().stream()
                    .mapToDouble(AdjustmentOutcome::factor)
                    .reduce(1, (a, b) -> a * b);

            assertThat(sum).isCloseTo(score.beforeAdjustments(), within(EXACTLY));
            assertThat(Math.min(100, sum * factor)).isCloseTo(score.value(), within(EXACTLY));
        });
    }

    @ParameterizedTest
    @MethodSource("scorecardsAndSeeds")
    void what_the_measures_could_give_adds_to_100(Scorecard scorecard, long seed) {
        forEachScore(
                scorecard,
                seed,
                score -> assertThat(score.contributions().stream()
                                .mapToDouble(Contribution::max)
                                .sum())
                        .isCloseTo(100, within(EXACTLY)));
    }

    @ParameterizedTest
    @MethodSource("scorecardsAndSeeds")
    void no_contribution_is_below_0_or_above_its_maximum(Scorecard scorecard, long seed) {
        forEachScore(
                scorecard,
                seed,
                score -> assertThat(score.contributions())
                        .allSatisfy(contribution ->
                                assertThat(contribution.points()).isBetween(0.0, contribution.max() + EXACTLY)));
    }

    @ParameterizedTest
    @MethodSource("scorecardsAndSeeds")
    void value_and_coverage_stay_in_their_ranges(Scorecard scorecard, long seed) {
        forEachScore(scorecard, seed, score -> {
            assertThat(score.value()).isBetween(0.0, 100.0);
            assertThat(score.beforeAdjustments()).isBetween(0.0, 100.0);
            assertThat(score.coverage()).isBetween(0.0, 1.0);
            assertThat(score.band()).isEqualTo(scorecard.bands().of(score.value()));
        });
    }

    @ParameterizedTest
    @MethodSource("scorecardsAndSeeds")
    void coverage_is_1_when_everything_is_tracked_and_only_then(Scorecard scorecard, long seed) {
        RandomSnapshots random = RandomSnapshots.seeded(seed);
        assertThat(scorecard.score(random.complete(scorecard)).coverage()).isEqualTo(1);

        forEachScore(
                scorecard,
                seed,
                score -> assertThat(score.coverage() == 1)
                        .isEqualTo(score.contributions().stream()
                                .allMatch(each -> each.backing() == Contribution.Backing.TRACKED)));
    }

    @ParameterizedTest
    @MethodSource("scorecardsAndSeeds")
    void the_same_signals_give_the_same_score(Scorecard scorecard, long seed) {
        Scorecard twin = scorecard.named(scorecard.ref());
        assertThat(twin).isEqualTo(scorecard);

        forEachScore(scorecard, seed, score -> {
            HealthScore again =
                    twin.score(score.snapshot().changed(score.scoredAt()).build());

            assertThat(again.value()).isEqualTo(score.value());
            assertThat(again).hasToString(score.toString());
        });
    }

    @ParameterizedTest
    @MethodSource("scorecardsAndSeeds")
    void a_snapshot_of_a_shorter_catalogue_scores_the_same(Scorecard scorecard, long seed) {
        SignalCatalogue shorter = SignalCatalogue.of(scorecard.signals());

        forEachScore(scorecard, seed, score -> {
            SignalSnapshot moved = score.snapshot().in(shorter);

            assertThat(scorecard.score(moved).value()).isEqualTo(score.value());
            assertThat(scorecard.score(moved).coverage()).isEqualTo(score.coverage());
            assertThat(scorecard.score(moved)).hasToString(score.toString());
        });
    }

    @ParameterizedTest
    @MethodSource("scorecardsAndSeeds")
    void a_snapshot_of_a_longer_catalogue_scores_the_same(Scorecard scorecard, long seed) {
        SignalCatalogue longer = scorecard.catalogue().with(List.of(Signal.number("shoe_size", 0, 60)));

        forEachScore(
                scorecard,
                seed,
                score -> assertThat(scorecard.score(score.snapshot().in(longer)).value())
                        .isEqualTo(score.value()));
    }

    @ParameterizedTest
    @MethodSource("scorecardsAndSeeds")
    void a_better_value_of_one_signal_never_lowers_the_score(Scorecard scorecard, long seed) {
        RandomSnapshots random = RandomSnapshots.seeded(seed);
        forEachScore(scorecard, seed, score -> {
            for (Signal signal : scorecard.signals()) {
                if (score.snapshot().value(signal).isPresent() && isOrdered(signal)) {
                    double now = score.snapshot().value(signal).getAsDouble();
                    double other = random.valueOf(signal);
                    HealthScore changed = with(scorecard, score, signal, other);

                    assertThat(isBetter(signal, other, now) ? changed.value() - score.value() : 0)
                            .as("%s %s -> %s", signal.name(), signal.show(now), signal.show(other))
                            .isGreaterThanOrEqualTo(-EXACTLY);
                }
            }
        });
    }

    private static HealthScore with(Scorecard scorecard, HealthScore score, Signal signal, double value) {
        return scorecard.score(score.snapshot()
                .changed(score.scoredAt())
                .text(signal, signal.show(value))
                .build());
    }

    /** A stage is no better than another; what a renewal date means depends on the scorecard; both are left alone. */
    private static boolean isOrdered(Signal signal) {
        return !List.of("lifecycle_stage", "days_to_renewal").contains(signal.name());
    }

    /** Choices stand best first; of counts and days fewer are better, unless they count something good. */
    private static boolean isBetter(Signal signal, double value, double than) {
        boolean higherIsBetter = signal.type() == SignalType.NUMBER
                || List.of("nps_score", "touchpoints_30_days", "webinars_attended_90_days", "executive_access")
                        .contains(signal.name());
        if (signal.name().equals("seats_utilization_rate") && Math.max(value, than) > 1) {
            return false; // above 1 more is used than was bought, which is neither
        }
        return higherIsBetter ? value >= than : value <= than;
    }

    private static void forEachScore(Scorecard scorecard, long seed, Consumer<HealthScore> check) {
        RandomSnapshots random = RandomSnapshots.seeded(seed);
        List<SignalSnapshot> snapshots = new ArrayList<>();
        Stream.generate(() -> random.forScorecard(scorecard)).limit(ACCOUNTS).forEach(snapshots::add);
        snapshots.forEach(snapshot -> check.accept(scorecard.score(snapshot)));
    }
}
