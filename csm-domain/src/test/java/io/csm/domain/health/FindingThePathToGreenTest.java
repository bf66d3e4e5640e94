package io.csm.domain.health;

import static io.csm.domain.fixture.SnapshotFixture.aSnapshot;
import static io.csm.domain.fixture.SnapshotFixture.anEmptySnapshot;
import static io.csm.domain.fixture.SnapshotFixture.theWorstSnapshot;
import static io.csm.domain.health.ScorecardLanguage.bands;
import static io.csm.domain.health.ScorecardLanguage.line;
import static io.csm.domain.health.ScorecardLanguage.measure;
import static io.csm.domain.health.ScorecardLanguage.points;
import static io.csm.domain.health.ScorecardLanguage.scorecard;
import static io.csm.domain.health.ShippedScorecards.CSM_STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.fixture.RandomSnapshots;
import io.csm.domain.health.PathToGreen.Change;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FindingThePathToGreenTest {

    @Test
    void is_one_path_without_changes_when_green_already() {
        SignalSnapshot green = aSnapshot().build();

        assertThat(PathToGreen.find(CSM_STANDARD, green)).singleElement().satisfies(path -> {
            assertThat(path.changes()).isEmpty();
            assertThat(path.effort()).isZero();
            assertThat(path.target().rag()).isEqualTo(Rag.GREEN);
        });
    }

    @Test
    void is_empty_when_nothing_realistic_is_enough() {
        SignalSnapshot worst = theWorstSnapshot().build();

        assertThat(PathToGreen.find(CSM_STANDARD.withBands(bands(90, 80)), worst))
                .isEmpty();
    }

    /** 66 points: four are missing. Talking to the customer gains ten, and nothing else is as cheap. */
    @Test
    void begins_with_the_cheapest_of_the_smallest_sets() {
        SignalSnapshot snapshot = aSnapshot()
                .with("feature_adoption_rate=0.4 usage_trend=declining days_since_last_interaction=95")
                .build();

        List<PathToGreen> paths = PathToGreen.find(CSM_STANDARD, snapshot);

        assertThat(paths.get(0).before().value()).isEqualTo(66);
        assertThat(paths)
                .flatMap(path -> path.changes().stream().map(Change::sentence).toList())
                .containsExactly(
                        "talk to the customer: days since last interaction 95 -> 0",
                        "win back usage: usage trend declining -> stable",
                        "train people in features they do not use: feature adoption 0.4 -> 0.65");
        assertThat(paths).extracting(PathToGreen::effort).containsExactly(1, 4, 4);
    }

    /** 59 points: the account needs eleven, and asks of adoption no more than the rest leaves. */
    @Test
    void asks_for_no_more_than_it_takes() {
        SignalSnapshot snapshot = aSnapshot()
                .with("feature_adoption_rate=0.1 usage_trend=stable login_frequency_days=45")
                .with("days_since_last_interaction=- nps_score=2 days_to_renewal=100 seats_utilization_rate=1.5")
                .with("tam_health_rag=AMBER")
                .build();

        assertThat(PathToGreen.find(CSM_STANDARD, snapshot)).allSatisfy(path -> {
            for (Change change : path.changes()) {
                assertThat(weakerChanges(snapshot, change))
                        .allSatisfy(weaker -> assertThat(
                                        reaches(CSM_STANDARD, snapshot, path, replaced(path, change, weaker)))
                                .isFalse());
            }
        });
    }

    @Test
    void talks_to_a_customer_of_whom_no_conversation_is_known() {
        SignalSnapshot snapshot = aSnapshot()
                .with("feature_adoption_rate=0.05 usage_trend=declining days_since_last_interaction=-")
                .with("login_frequency_days=10")
                .build();

        assertThat(PathToGreen.find(CSM_STANDARD, snapshot).get(0).changes())
                .extracting(Change::sentence)
                .contains("talk to the customer: days since last interaction not tracked -> 0");
    }

    /** Neither closing tickets nor a better mood gains a point alone: 0 - 3 and 3 - 3; together they gain three. */
    @Test
    void sees_changes_that_only_help_together() {
        SignalSnapshot snapshot = theWorstSnapshot()
                .with("avg_ticket_sentiment=critical open_ticket_count=3")
                .build();
        List<Signal> movable = new PathSearch(CSM_STANDARD, snapshot)
                .candidates().stream().map(changes -> changes.get(0).signal()).toList();

        assertThat(movable).extracting(Signal::name).contains("avg_ticket_sentiment", "open_ticket_count");
    }

    @Test
    void leads_a_red_account_to_amber_first() {
        SignalSnapshot snapshot = aSnapshot()
                .with("feature_adoption_rate=0.1 usage_trend=inactive")
                .with("nps_score=0")
                .build();
        Scorecard strict = CSM_STANDARD.withBands(bands(95, 70));

        assertThat(PathToGreen.find(strict, snapshot)).isNotEmpty().allSatisfy(path -> {
            assertThat(path.before().rag()).isEqualTo(Rag.RED);
            assertThat(path.target().rag()).isEqualTo(Rag.AMBER);
        });
    }

    @Test
    void finds_a_way_for_the_worst_account_where_there_is_one() {
        List<PathToGreen> paths = PathToGreen.find(
                CSM_STANDARD, theWorstSnapshot().with("login_frequency_days=61").build());

        assertThat(paths)
                .hasSizeBetween(1, 3)
                .allSatisfy(path -> assertThat(path.target().rag()).isEqualTo(Rag.AMBER));
    }

    @Test
    void does_not_get_lost_among_many_own_signals() {
        List<Signal> own = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> Signal.number("own_" + i, 0, 1))
                .toList();
        List<Scorecard.Part> parts = new ArrayList<>(own.stream()
                .map(signal -> measure(
                        signal.name(), points(2.5), line(signal).from(0, 0).to(1, 2.5)))
                .toList());
        parts.add(new Scorecard.OwnSignals(own));
        Scorecard forty = new Scorecard(new ScorecardRef("forty", 1), bands(70, 40), parts);
        var snapshot = anEmptySnapshot().in(forty.catalogue());
        own.forEach(signal -> snapshot.with(signal, "0"));

        assertThat(PathToGreen.find(forty, snapshot.build()))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path.changes()).hasSize(16));
    }

    static Stream<Arguments> scorecardsAndSeeds() {
        return ShippedScorecards.ALL.stream()
                .flatMap(scorecard -> LongStream.rangeClosed(1, 5).mapToObj(seed -> Arguments.of(scorecard, seed)));
    }

    @ParameterizedTest
    @MethodSource("scorecardsAndSeeds")
    void really_reaches_the_next_band_when_scored(Scorecard scorecard, long seed) {
        RandomSnapshots random = RandomSnapshots.seeded(seed);
        for (int i = 0; i < 20; i++) {
            SignalSnapshot snapshot = random.forScorecard(scorecard);
            HealthScore before = scorecard.score(snapshot);

            assertThat(PathToGreen.find(scorecard, snapshot))
                    .hasSizeLessThanOrEqualTo(3)
                    .allSatisfy(path -> {
                        HealthScore after =
                                scorecard.score(PathToGreen.apply(snapshot.in(scorecard.catalogue()), path.changes()));
                        assertThat(after.value()).isEqualTo(path.after().value());
                        assertThat(after.rag().ordinal())
                                .isEqualTo(Math.max(0, before.rag().ordinal() - 1));
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("scorecardsAndSeeds")
    void lists_sets_of_one_size_with_rising_effort_and_different_signals(Scorecard scorecard, long seed) {
        RandomSnapshots random = RandomSnapshots.seeded(seed);
        for (int i = 0; i < 20; i++) {
            List<PathToGreen> paths = PathToGreen.find(scorecard, random.forScorecard(scorecard));

            assertThat(paths).isSortedAccordingTo(Comparator.comparingInt(PathToGreen::effort));
            assertThat(paths.stream().map(path -> path.changes().size()).distinct())
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(paths).map(FindingThePathToGreenTest::signals).doesNotHaveDuplicates();
        }
    }

    /** By brute force over every value of every candidate: nothing smaller does, and nothing as small is cheaper. */
    @ParameterizedTest
    @MethodSource("scorecardsAndSeeds")
    void has_no_smaller_or_cheaper_set(Scorecard scorecard, long seed) {
        RandomSnapshots random = RandomSnapshots.seeded(seed);
        for (int i = 0; i < 8; i++) {
            SignalSnapshot snapshot = random.forScorecard(scorecard);
            HealthScore before = scorecard.score(snapshot);
            List<PathToGreen> paths = PathToGreen.find(scorecard, snapshot);
            int most = paths.isEmpty() ? 3 : Math.min(3, paths.get(0).changes().size());

            List<List<Change>> sufficient = new ArrayList<>();
            collect(
                    scorecard,
                    before,
                    new PathSearch(scorecard, snapshot).candidates(),
                    0,
                    most,
                    List.of(),
                    sufficient);

            if (paths.isEmpty() || paths.get(0).changes().size() > most) {
                assertThat(sufficient).isEmpty();
            } else {
                assertThat(sufficient).allSatisfy(changes -> {
                    assertThat(changes).hasSize(most);
                    assertThat(effort(changes))
                            .isGreaterThanOrEqualTo(paths.get(0).effort());
                });
            }
        }
    }

    private static void collect(
            Scorecard scorecard,
            HealthScore before,
            List<List<Change>> candidates,
            int from,
            int more,
            List<Change> chosen,
            List<List<Change>> sufficient) {
        SignalSnapshot snapshot = before.snapshot().in(scorecard.catalogue());
        double goal = PathToGreen.next(before).map(Band::from).orElse(0.0);
        if (scorecard.score(PathToGreen.apply(snapshot, chosen)).value() >= goal) {
            sufficient.add(chosen);
            return;
        }
        for (int s = from; s < candidates.size() && more > 0; s++) {
            for (Change change : candidates.get(s)) {
                List<Change> longer = new ArrayList<>(chosen);
                longer.add(change);
                collect(scorecard, before, candidates, s + 1, more - 1, longer, sufficient);
            }
        }
    }

    private static List<Change> weakerChanges(SignalSnapshot snapshot, Change change) {
        return new PathSearch(CSM_STANDARD, snapshot)
                .candidates().stream()
                        .filter(changes -> changes.contains(change))
                        .flatMap(changes -> changes.subList(0, changes.indexOf(change)).stream())
                        .toList();
    }

    private static List<Change> replaced(PathToGreen path, Change change, Change weaker) {
        return path.changes().stream()
                .map(each -> each.equals(change) ? weaker : each)
                .toList();
    }

    private static boolean reaches(
            Scorecard scorecard, SignalSnapshot snapshot, PathToGreen path, List<Change> changes) {
        return scorecard.score(PathToGreen.apply(snapshot, changes)).value()
                >= path.target().from();
    }

    private static List<String> signals(PathToGreen path) {
        return path.changes().stream()
                .map(change -> change.signal().name())
                .sorted()
                .toList();
    }

    private static int effort(List<Change> changes) {
        return changes.stream().mapToInt(change -> change.lever().effort()).sum();
    }
}
