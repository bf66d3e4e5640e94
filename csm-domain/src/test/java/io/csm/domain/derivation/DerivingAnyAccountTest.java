package io.csm.domain.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.account.AccountId;
import io.csm.domain.event.Event;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.fixture.RandomFacts;
import io.csm.domain.fixture.RandomFacts.AccountHistory;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DerivingAnyAccountTest {

    private static final int ACCOUNTS = 250;
    private static final Set<Feed> EVERY_FEED = EnumSet.allOf(Feed.class);

    static List<Viewpoint> viewpoints() {
        return Stream.of("2026-03-02T12:00:00Z", "2026-03-02T00:00:00Z", "2028-02-29T23:59:59.999999Z")
                .map(Instant::parse)
                .map(Viewpoint::at)
                .toList();
    }

    private static Stream<AccountHistory> histories(Viewpoint viewpoint) {
        RandomFacts random = RandomFacts.seeded(7, viewpoint.asOf());
        return IntStream.range(0, ACCOUNTS).mapToObj(i -> random.of(new AccountId("A-" + i)));
    }

    @ParameterizedTest
    @MethodSource("viewpoints")
    void finds_values_that_the_signal_takes_observed_by_then(Viewpoint viewpoint) {
        histories(viewpoint)
                .map(history -> history.seenFrom(viewpoint, EVERY_FEED))
                .flatMap(facts -> StandardDerivations.derive(facts).stream())
                .forEach(derived -> {
                    Signal signal = derived.signal();
                    assertThat(signal.fromText(signal.show(derived.value()))).isEqualTo(derived.value());
                    assertThat(derived.observedAt()).isBeforeOrEqualTo(viewpoint.asOf());
                });
    }

    @ParameterizedTest
    @MethodSource("viewpoints")
    void does_not_see_what_comes_later(Viewpoint viewpoint) {
        histories(viewpoint).forEach(history -> {
            AccountFacts all = history.seenFrom(viewpoint, EVERY_FEED);

            assertThat(StandardDerivations.derive(withoutWhatComesLater(all)))
                    .isEqualTo(StandardDerivations.derive(all));
        });
    }

    private static AccountFacts withoutWhatComesLater(AccountFacts facts) {
        Instant asOf = facts.viewpoint().asOf();
        return new AccountFacts(
                facts.viewpoint(),
                facts.terms(),
                facts.feeds(),
                facts.contacts(),
                facts.subscriptions(),
                facts.invoices(),
                facts.tickets().stream()
                        .filter(ticket -> !ticket.openedAt().isAfter(asOf))
                        .toList(),
                facts.touchpoints().stream()
                        .filter(touchpoint -> !touchpoint.occurredAt().isAfter(asOf))
                        .toList(),
                facts.events().stream()
                        .filter(event -> !event.occurredAt().isAfter(asOf))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("viewpoints")
    void finds_the_same_in_any_order(Viewpoint viewpoint) {
        Random random = new Random(7);
        histories(viewpoint).forEach(history -> {
            AccountFacts facts = history.seenFrom(viewpoint, EVERY_FEED);
            AccountFacts shuffled = shuffled(facts, random);

            assertThat(StandardDerivations.derive(shuffled)).isEqualTo(StandardDerivations.derive(facts));
            StandardDerivations.ALL.forEach(
                    derivation -> assertThat(derivation.evidence(shuffled)).isEqualTo(derivation.evidence(facts)));
        });
    }

    private static AccountFacts shuffled(AccountFacts facts, Random random) {
        return new AccountFacts(
                facts.viewpoint(),
                facts.terms(),
                facts.feeds(),
                shuffled(facts.contacts(), random),
                shuffled(facts.subscriptions(), random),
                shuffled(facts.invoices(), random),
                shuffled(facts.tickets(), random),
                shuffled(facts.touchpoints(), random),
                shuffled(facts.events(), random));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    @ParameterizedTest
    @MethodSource("viewpoints")
    void shows_evidence_of_what_happened_and_a_sum(Viewpoint viewpoint) {
        histories(viewpoint)
                .map(history -> history.seenFrom(viewpoint, EVERY_FEED))
                .forEach(facts -> StandardDerivations.ALL.forEach(derivation -> {
                    boolean tracked = derivation.derive(facts).isPresent();
                    List<Evidence> evidence = derivation.evidence(facts);
                    assertThat(derivation.sum(facts).startsWith("not tracked: "))
                            .isNotEqualTo(tracked);
                    assertThat(tracked || evidence.isEmpty()).isTrue();
                    assertThat(evidence)
                            .isSortedAccordingTo(Evidence.NEWEST_FIRST)
                            .allSatisfy(one -> assertThat(one.time())
                                    .matches(time -> time.filter(instant -> instant.isAfter(viewpoint.asOf()))
                                            .isEmpty()));
                }));
    }

    /** Otherwise the properties above, and others that use these histories, would look at little. */
    @ParameterizedTest
    @MethodSource("viewpoints")
    void meets_every_word_and_many_numbers_and_every_signal_not_tracked(Viewpoint viewpoint) {
        Map<String, Set<String>> seen = new TreeMap<>();
        histories(viewpoint)
                .map(history -> history.seenFrom(viewpoint, EVERY_FEED))
                .forEach(facts -> StandardDerivations.ALL.forEach(
                        derivation -> seen.computeIfAbsent(derivation.signal().name(), name -> new TreeSet<>())
                                .add(Derived.shown(derivation.signal(), facts))));

        StandardDerivations.ALL.forEach(derivation -> {
            Signal signal = derivation.signal();
            Set<String> values = seen.getOrDefault(signal.name(), Set.of());
            if (signal.type() == SignalType.CHOICE || signal.type() == SignalType.YES_NO) {
                assertThat(values).as(signal.name()).containsAll(signal.options());
            } else {
                assertThat(values).as(signal.name()).hasSizeGreaterThan(4);
            }
            boolean needsMoreThanFeeds =
                    Stream.of(derivation.needs().split("; ")).anyMatch(need -> !need.startsWith("feed of "));
            assertThat(values.contains("-")).as(signal.name()).isEqualTo(needsMoreThanFeeds);
        });
    }

    @Test
    void gives_the_same_histories_for_the_same_seed_and_others_for_another() {
        Viewpoint viewpoint = viewpoints().get(0);
        AccountId account = new AccountId("A-1");

        assertThat(RandomFacts.seeded(1, viewpoint.asOf()).of(account))
                .isEqualTo(RandomFacts.seeded(1, viewpoint.asOf()).of(account))
                .isNotEqualTo(RandomFacts.seeded(2, viewpoint.asOf()).of(account));
    }

    @Test
    void gives_every_fact_an_id_of_its_own_and_contacts_of_several_accounts_the_same_second_part() {
        Viewpoint viewpoint = viewpoints().get(0);
        List<AccountHistory> histories = histories(viewpoint).toList();

        assertThat(histories.stream()
                        .flatMap(history -> history.events().stream())
                        .map(Event::id))
                .doesNotHaveDuplicates();
        assertThat(histories.stream()
                        .flatMap(history -> history.facts(Ticket.class).stream())
                        .map(Ticket::id))
                .doesNotHaveDuplicates();
        assertThat(histories.stream()
                        .flatMap(history -> history.facts(Touchpoint.class).stream())
                        .map(Touchpoint::id))
                .doesNotHaveDuplicates();
        List<Contact> contacts = histories.stream()
                .flatMap(history -> history.facts(Contact.class).stream())
                .toList();
        assertThat(contacts).extracting(Contact::id).doesNotHaveDuplicates();
        assertThat(contacts.stream().map(contact -> contact.id().id()).distinct())
                .hasSize(3);
    }
}
