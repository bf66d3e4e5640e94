package io.csm.domain.alert;

import static io.csm.domain.alert.Severity.CRITICAL;
import static io.csm.domain.alert.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecidingOnAlertsTest {

    private static final AlertRules RULES = AlertRules.defaults();
    private static final AccountId ACME = new AccountId("acme");
    private static final Instant MONDAY = Instant.parse("2026-03-02T07:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private static Concern concern(Severity severity, Set<String> causes, Instant at) {
        return new Concern(ACME, AlertType.CHURN_RISK, severity, causes, at);
    }

    private static Concern concern(String severityAndCauses, Instant at) {
        String[] parts = severityAndCauses.split(" ", 2);
        return concern(Severity.valueOf(parts[0]), Set.of(parts[1].split(",")), at);
    }

    private static Alert raisedOnMonday() {
        return Alert.raised("a-1", concern(WARNING, Set.of("red"), MONDAY));
    }

    private static AlertDecision decide(Alert alert, Concern concern) {
        return RULES.decide(Optional.of(alert), Optional.of(concern), concern.at(), () -> "a-2");
    }

    /** An age after Monday: days, then microseconds more or less. */
    private static Instant after(String age) {
        String[] parts = age.split("d", 2);
        long micros = parts[1].isEmpty() ? 0 : Long.parseLong(parts[1].replace("us", ""));
        return MONDAY.plus(Duration.ofDays(Long.parseLong(parts[0]))).plus(micros, ChronoUnit.MICROS);
    }

    private static Alert in(String state) {
        Instant tuesday = after("1d");
        return switch (state) {
            case "acknowledged" -> raisedOnMonday().acknowledged(tuesday, "ann");
            case "snoozed to day 3" -> raisedOnMonday().snoozed(after("3d"), tuesday, "ann");
            case "snoozed to day 9" -> raisedOnMonday().snoozed(after("9d"), tuesday, "ann");
            case "resolved by ann" -> raisedOnMonday().resolved(tuesday, "ann");
            case "resolved by csm" -> raisedOnMonday().resolved(tuesday, Alert.CSM);
            default -> raisedOnMonday();
        };
    }

    private static String shown(AlertDecision decision) {
        return decision.alert()
                .map(alert -> (decision.raised() ? "raised " : "") + alert.id() + " "
                        + alert.state().code() + " " + alert.raises())
                .orElse("nothing");
    }

    @Test
    void raises_a_condition_that_was_not_there_before() {
        Concern begun = concern(WARNING, Set.of("red"), MONDAY);

        AlertDecision decision = RULES.decide(Optional.empty(), Optional.of(begun), MONDAY, () -> "a-1");

        assertThat(decision).isEqualTo(AlertDecision.raise(Alert.raised("a-1", begun), "it was not so before"));
    }

    @Test
    void has_nothing_to_do_where_nothing_is_and_was() {
        assertThat(RULES.decide(Optional.empty(), Optional.empty(), MONDAY, () -> "a-1"))
                .isEqualTo(AlertDecision.nothing());
    }

    @ParameterizedTest(name = "{0}, the same after {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # state          | after  | decision
            open             | 0d     | nothing
            open             | 1d     | nothing
            open             | 7d-1us | nothing
            open             | 7d     | raised a-1 open 2
            open             | 7d+1us | raised a-1 open 2
            acknowledged     | 7d-1us | nothing
            acknowledged     | 7d     | raised a-1 open 2
            snoozed to day 3 | 3d-1us | nothing
            snoozed to day 3 | 3d     | a-1 open 1
            snoozed to day 3 | 7d-1us | a-1 open 1
            snoozed to day 3 | 7d     | raised a-1 open 2
            snoozed to day 9 | 7d     | nothing
            snoozed to day 9 | 9d-1us | nothing
            snoozed to day 9 | 9d     | raised a-1 open 2
            resolved by ann  | 7d-1us | nothing
            resolved by ann  | 7d     | raised a-2 open 1
            resolved by csm  | 1d     | a-1 open 1
            resolved by csm  | 7d-1us | a-1 open 1
            resolved by csm  | 7d     | raised a-2 open 1
            """)
    void reminds_after_the_period_and_not_before(String state, String age, String decision) {
        assertThat(shown(decide(in(state), concern(WARNING, Set.of("red"), after(age)))))
                .isEqualTo(decision);
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # state          | two days later               | decision
            open             | CRITICAL red                 | raised a-1 open 2
            open             | WARNING red,behavioral       | raised a-1 open 2
            open             | WARNING behavioral           | raised a-1 open 2
            open             | INFO behavioral              | raised a-1 open 2
            open             | INFO red                     | nothing
            acknowledged     | CRITICAL red                 | raised a-1 open 2
            snoozed to day 3 | CRITICAL red                 | raised a-1 open 2
            snoozed to day 9 | WARNING behavioral           | raised a-1 open 2
            resolved by ann  | CRITICAL red                 | raised a-2 open 1
            resolved by csm  | CRITICAL red                 | raised a-2 open 1
            """)
    void raises_what_got_worse_whatever_the_state(String state, String concern, String decision) {
        assertThat(shown(decide(in(state), concern(concern, after("2d"))))).isEqualTo(decision);
    }

    @Test
    void says_what_got_worse() {
        assertThat(decide(raisedOnMonday(), concern("CRITICAL red", after("1d")))
                        .reason())
                .isEqualTo("it is critical now");
        assertThat(decide(raisedOnMonday(), concern("WARNING red,contract_proximity,behavioral", after("1d")))
                        .reason())
                .isEqualTo("there is more to it: behavioral, contract_proximity");
    }

    @Test
    void compares_with_the_last_raise_and_not_with_what_was_seen_since() {
        Alert critical = Alert.raised("a-1", concern(CRITICAL, Set.of("red", "behavioral"), MONDAY));

        assertThat(shown(decide(critical, concern("WARNING red", after("1d"))))).isEqualTo("nothing");
        assertThat(shown(decide(critical, concern("CRITICAL red,behavioral", after("2d")))))
                .isEqualTo("nothing");
    }

    @Test
    void a_cause_that_comes_and_goes_raises_once_in_a_period() {
        Alert again = decide(raisedOnMonday(), concern("WARNING behavioral", after("1d")))
                .alert()
                .orElseThrow();

        assertThat(again.causes()).containsExactlyInAnyOrder("behavioral", "red");
        assertThat(shown(decide(again, concern("WARNING red", after("2d"))))).isEqualTo("nothing");
        assertThat(shown(decide(again, concern("WARNING red", after("8d-1us")))))
                .isEqualTo("nothing");
        assertThat(shown(decide(again, concern("WARNING red", after("8d"))))).isEqualTo("raised a-1 open 3");
    }

    @Test
    void forgets_earlier_causes_after_a_period() {
        Alert again = decide(raisedOnMonday(), concern("WARNING behavioral", after("7d")))
                .alert()
                .orElseThrow();

        assertThat(again.causes()).containsExactly("behavioral");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            open             | a-1 resolved 1
            acknowledged     | a-1 resolved 1
            snoozed to day 9 | a-1 resolved 1
            resolved by ann  | nothing
            resolved by csm  | nothing
            """)
    void resolves_what_is_over(String state, String decision) {
        assertThat(shown(RULES.decide(Optional.of(in(state)), Optional.empty(), after("2d"), () -> "a-2")))
                .isEqualTo(decision);
    }

    @Test
    void resolves_in_its_own_name() {
        AlertDecision decision =
                RULES.decide(Optional.of(raisedOnMonday()), Optional.empty(), after("2d"), () -> "a-2");

        assertThat(decision).isEqualTo(AlertDecision.keep(raisedOnMonday().resolved(after("2d"), "csm"), "recovered"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRITICAL red", "WARNING behavioral", ""})
    void a_look_from_before_the_last_raise_or_change_decides_nothing(String concern) {
        Alert acknowledged = raisedOnMonday().acknowledged(after("1d"), "ann");
        Instant beforeTheRaise = MONDAY.minus(1, ChronoUnit.MICROS);
        Instant beforeTheChange = after("1d-1us");

        assertThat(decideAt(raisedOnMonday(), concern, beforeTheRaise)).isEqualTo(AlertDecision.nothing());
        assertThat(decideAt(acknowledged, concern, beforeTheChange)).isEqualTo(AlertDecision.nothing());
        assertThat(decideAt(acknowledged, concern, after("1d"))).isNotEqualTo(AlertDecision.nothing());
    }

    private static AlertDecision decideAt(Alert alert, String concern, Instant at) {
        Optional<Concern> now = concern.isEmpty() ? Optional.empty() : Optional.of(concern(concern, at));
        return RULES.decide(Optional.of(alert), now, at, () -> "a-2");
    }

    @Test
    void three_scans_alike_raise_once() {
        Simulation simulation = new Simulation();

        for (String age : List.of("0d", "1d", "2d")) {
            simulation.scan(Optional.of(concern(WARNING, Set.of("red"), after(age))), after(age));
        }

        assertThat(simulation.raised).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void deciding_twice_changes_nothing_the_second_time(long seed) {
        Random random = new Random(seed);
        Simulation simulation = new Simulation();
        Instant at = MONDAY;
        for (int i = 0; i < 400; i++) {
            at = at.plus(Duration.ofHours(1 + random.nextInt(90)));
            Optional<Concern> concern = randomConcern(random, at);
            simulation.scan(concern, at);

            assertThat(RULES.decide(simulation.latest, concern, at, () -> "again"))
                    .isEqualTo(AlertDecision.nothing());

            simulation.somebodyActs(random, at.plusSeconds(60));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void never_raises_the_same_causes_twice_in_a_period_unless_it_is_more_severe(long seed) {
        Random random = new Random(seed);
        Simulation simulation = new Simulation();
        Instant at = MONDAY;
        for (int i = 0; i < 400; i++) {
            at = at.plus(Duration.ofHours(1 + random.nextInt(90)));
            simulation.scan(randomConcern(random, at), at);
            simulation.somebodyActs(random, at.plusSeconds(60));
        }

        assertThat(simulation.raised).hasSizeGreaterThan(100);
        for (int later = 1; later < simulation.raised.size(); later++) {
            Concern raised = simulation.raised.get(later);
            boolean moreSevere = raised.severity()
                    .isWorseThan(simulation.raised.get(later - 1).severity());
            assertThat(simulation.raised.subList(0, later))
                    .as("before %s", raised)
                    .noneMatch(earlier -> !moreSevere
                            && earlier.causes().equals(raised.causes())
                            && Duration.between(earlier.at(), raised.at()).compareTo(WEEK) < 0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void never_is_silent_for_longer_than_a_period_while_it_holds_and_nobody_acts(long seed) {
        Random random = new Random(seed);
        Simulation simulation = new Simulation();
        Instant at = MONDAY;
        for (int i = 0; i < 400; i++) {
            at = at.plus(Duration.ofHours(1 + random.nextInt(90)));
            Optional<Concern> concern = randomConcern(random, at);
            simulation.scan(concern, at);

            Instant now = at;
            assertThat(concern.isEmpty()
                            || simulation
                                    .latest
                                    .filter(alert -> alert.state() == AlertState.OPEN
                                            && Duration.between(alert.raisedAt(), now)
                                                            .compareTo(WEEK)
                                                    < 0)
                                    .isPresent())
                    .isTrue();
        }
    }

    private static Optional<Concern> randomConcern(Random random, Instant at) {
        Set<String> causes = new HashSet<>();
        for (String cause : List.of("red", "behavioral", "contract_proximity")) {
            if (random.nextBoolean()) {
                causes.add(cause);
            }
        }
        return causes.isEmpty()
                ? Optional.empty()
                : Optional.of(concern(Severity.values()[random.nextInt(3)], causes, at));
    }

    /** One alert through a sequence of scans. */
    private static final class Simulation {
        private final List<Concern> raised = new ArrayList<>();
        private Optional<Alert> latest = Optional.empty();
        private int ids;

        void scan(Optional<Concern> concern, Instant at) {
            ids++;
            AlertDecision decision = RULES.decide(latest, concern, at, () -> "a-" + ids);
            if (decision.raised()) {
                raised.add(concern.orElseThrow());
            }
            latest = decision.alert().or(() -> latest);
        }

        void somebodyActs(Random random, Instant at) {
            latest = latest.map(alert -> alert.state() == AlertState.RESOLVED
                    ? alert
                    : switch (random.nextInt(6)) {
                        case 0 -> alert.acknowledged(at, "ann");
                        case 1 -> alert.snoozed(at.plus(Duration.ofDays(1 + random.nextInt(12))), at, "ann");
                        case 2 -> alert.resolved(at, "ann");
                        default -> alert;
                    });
        }
    }
}
