package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.domain.signal.StandardSignals.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.access.TenantId;
import io.csm.application.signal.ShelfLives;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.derivation.StandardDerivations;
import io.csm.domain.event.Event;
import io.csm.domain.fact.Fact;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.fixture.RandomFacts;
import io.csm.domain.fixture.RandomFacts.AccountHistory;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever derives a portfolio at once must find what the rule for one account finds, to the last bit of every value and
 * the microsecond of every age.
 */
public abstract class DerivingAPortfolioContract extends PortsContract {

    private static final int ACCOUNTS = 15;
    private static final int BATCHES = 4;
    private static final Instant NOW = Instant.parse("2026-03-02T23:59:59.999999Z");
    private static final List<TenantId> TENANTS = List.of(ACME, GLOBEX);

    private static List<AccountId> portfolio() {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> account((i % 2 == 0 ? "A-" : "a-") + i))
                .toList();
    }

    /** From where the edges of the histories lie, and from elsewhere; before, with and after what was received late. */
    private static List<Viewpoint> viewpoints() {
        return List.of(
                Viewpoint.at(NOW),
                new Viewpoint(NOW, NOW.plus(Duration.ofDays(400))),
                new Viewpoint(NOW, NOW.minus(Duration.ofDays(40))),
                new Viewpoint(NOW.minus(Duration.ofDays(37)), NOW),
                Viewpoint.at(NOW.minus(Duration.ofDays(75))),
                new Viewpoint(NOW.plus(Duration.ofHours(30)), NOW.plus(Duration.ofDays(10))),
                Viewpoint.at(NOW.minus(Duration.ofDays(5_000))));
    }

    /** Two histories of each account under the same ids, so that versions follow each other, in any order of time. */
    private void report(TenantId tenant, Random random) {
        ports().accounts()
                .saveAll(tenant, portfolio().stream().map(Account::known).toList());
        for (int version = 0; version < 2; version++) {
            RandomFacts histories = RandomFacts.seeded(random.nextLong(), NOW);
            List<Fact> facts = new ArrayList<>();
            List<Event> events = new ArrayList<>();
            for (AccountId account : portfolio()) {
                AccountHistory history = histories.of(account);
                facts.add(history.terms());
                facts.addAll(history.facts());
                events.addAll(history.events());
            }
            inBatches(facts, random)
                    .forEach((receivedAt, batch) -> ports().facts().append(tenant, batch, receivedAt));
            inBatches(events, random)
                    .forEach((receivedAt, batch) -> ports().events().append(tenant, batch, receivedAt));
        }
    }

    private static <T> Map<Instant, List<T>> inBatches(List<T> all, Random random) {
        List<Instant> received = IntStream.range(0, BATCHES)
                .mapToObj(i -> NOW.plus(Duration.ofHours(random.nextInt(24 * 120) - 24L * 100)))
                .toList();
        Map<Instant, List<T>> batches = new HashMap<>();
        for (T one : all) {
            batches.computeIfAbsent(received.get(random.nextInt(BATCHES)), any -> new ArrayList<>())
                    .add(one);
        }
        return batches;
    }

    private SignalSource known(TenantId tenant, Viewpoint viewpoint) {
        return ports().signalValues().known(tenant, CATALOGUE, viewpoint, ShelfLives.none());
    }

    private SignalSource known(TenantId tenant, Viewpoint viewpoint, List<AccountId> accounts) {
        return ports().signalValues().known(tenant, CATALOGUE, viewpoint, ShelfLives.none(), accounts);
    }

    /** What one account at a time gives, in lines that show every bit. */
    private List<String> oneByOne(TenantId tenant, Viewpoint viewpoint) {
        return portfolio().stream()
                .map(account -> ports().facts().find(tenant, account, viewpoint))
                .flatMap(facts -> StandardDerivations.derive(facts).stream()
                        .map(value -> line(
                                facts.account(),
                                value.signal(),
                                value.value(),
                                SignalOrigin.derived(value.observedAt()))))
                .toList();
    }

    private static List<String> atOnce(SignalSource source) {
        Collected collected = Collected.from(source);
        assertThat(collected.refused()).isEmpty();
        return collected.accounts().stream()
                .map(collected::snapshot)
                .flatMap(snapshot -> snapshot.givenSignals().stream()
                        .map(signal -> line(
                                snapshot.account(),
                                signal,
                                snapshot.value(signal).orElseThrow(),
                                snapshot.origin(signal).orElseThrow())))
                .toList();
    }

    private static String line(AccountId account, Signal signal, double value, SignalOrigin origin) {
        return account + " " + signal.name() + " " + value + " " + Long.toHexString(Double.doubleToRawLongBits(value))
                + " " + origin;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void finds_what_the_rule_for_one_account_finds(long seed) {
        Random random = new Random(seed);
        TENANTS.forEach(tenant -> report(tenant, random));

        for (TenantId tenant : TENANTS) {
            for (Viewpoint viewpoint : viewpoints()) {
                assertThat(atOnce(known(tenant, viewpoint)))
                        .as("seed %s, tenant %s, %s", seed, tenant, viewpoint)
                        .containsExactlyInAnyOrderElementsOf(oneByOne(tenant, viewpoint));
            }
        }
    }

    @Test
    void finds_the_same_of_some_accounts_as_of_all() {
        report(ACME, new Random(7));
        List<AccountId> some = List.of(account("a-7"), account("A-2"), account("unknown"), account("A-12"));

        for (Viewpoint viewpoint : viewpoints()) {
            List<String> expected = atOnce(known(ACME, viewpoint)).stream()
                    .filter(line -> line.matches("(a-7|A-2|A-12) .*"))
                    .toList();
            assertThat(atOnce(known(ACME, viewpoint, some))).isEqualTo(expected);
        }
        assertThat(Collected.from(known(ACME, Viewpoint.at(NOW), some)).accounts())
                .containsExactly("A-12", "A-2", "a-7");
    }

    @Test
    void of_no_accounts_nothing_is_known() {
        report(ACME, new Random(7));

        assertThat(atOnce(known(ACME, Viewpoint.at(NOW), List.of()))).isEmpty();
        assertThat(atOnce(known(GLOBEX, Viewpoint.at(NOW), portfolio()))).isEmpty();
    }

    /** Or else the comparison would compare nothing. */
    @Test
    void histories_give_every_signal_that_ships_several_values() {
        report(ACME, new Random(1));
        Map<String, Set<Double>> values = new TreeMap<>();
        Collected collected = Collected.from(known(ACME, new Viewpoint(NOW, NOW.plus(Duration.ofDays(400)))));
        for (String account : collected.accounts()) {
            SignalSnapshot snapshot = collected.snapshot(account);
            for (Signal signal : snapshot.givenSignals()) {
                values.computeIfAbsent(signal.name(), any -> new TreeSet<>())
                        .add(snapshot.value(signal).orElseThrow());
            }
        }

        assertThat(values.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        CATALOGUE.signals().stream().map(Signal::name).toList());
        assertThat(values).allSatisfy((signal, found) -> assertThat(found).hasSizeGreaterThan(1));
    }
}
