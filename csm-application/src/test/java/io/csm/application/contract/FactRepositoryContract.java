package io.csm.application.contract;

import static io.csm.application.contract.FactBuilders.*;
import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.account.AccountNotFound;
import io.csm.application.fact.port.FactRepository.Appended;
import io.csm.domain.account.Account;
import io.csm.domain.account.Money;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Direction;
import io.csm.domain.fact.Fact;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Term;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;
import io.csm.domain.fact.Viewpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repository of facts must keep to. */
public abstract class FactRepositoryContract extends PortsContract {

    private static final Instant A_MICROSECOND_BEFORE_MONDAY = MONDAY.minusNanos(1_000);

    @BeforeEach
    void two_accounts_are_known() {
        ports().accounts().saveAll(ACME, List.of(named("A-1", "One"), named("A-2", "Two")));
    }

    private Appended append(Instant receivedAt, Fact... facts) {
        return ports().facts().append(ACME, List.of(facts), receivedAt);
    }

    private AccountFacts known(String account, Instant knownOn) {
        return ports().facts().find(ACME, account(account), new Viewpoint(WEDNESDAY, knownOn));
    }

    private List<String> subjects(Instant knownOn) {
        return known("A-1", knownOn).tickets().stream()
                .map(ticket -> ticket.subject().orElse(""))
                .toList();
    }

    @Test
    void every_kind_comes_back_as_it_was_reported() {
        Terms terms = Terms.of(AccountRepositoryContract.everythingKnown("A-1"));
        Contact contact = new Contact(
                account("A-1"),
                new FactId("crm", "Zoë"),
                "Zoë – née Müller",
                ContactRole.EXECUTIVE_SPONSOR,
                Optional.of(NEW_YEAR));
        Subscription subscription = new Subscription(
                account("A-1"),
                id("s-1"),
                Optional.of("pro"),
                Optional.of(0),
                Optional.of(Money.of("-0.0500", "CHF")),
                NEW_YEAR,
                Optional.of(NEW_YEAR.plusYears(1)),
                Optional.of(NEW_YEAR.plusDays(300)),
                Term.MONTHLY,
                true);
        Invoice invoice = new Invoice(
                account("A-1"),
                id("i-1"),
                Money.of("123456789012345678901234567890.000000000012345", "EUR"),
                NEW_YEAR,
                NEW_YEAR,
                Optional.of(NEW_YEAR.minusDays(9)));
        Ticket ticket = new Ticket(
                account("A-1"),
                id("t-1"),
                MONDAY,
                Optional.of(TUESDAY),
                Optional.of(WEDNESDAY),
                Optional.of(-100),
                Optional.of(5),
                Optional.of("urgent"),
                Optional.of("\uD83D\uDE00 it\tburns"));
        Touchpoint touchpoint = new Touchpoint(
                account("A-1"),
                id("p-1"),
                MONDAY,
                Direction.OUTBOUND,
                "email",
                Optional.of("Zoë"),
                Optional.of(TUESDAY),
                Optional.of("said hello"));

        Appended appended = append(MONDAY, touchpoint, ticket, invoice, subscription, contact, terms);

        assertThat(appended).isEqualTo(new Appended(6, 0, Set.of(account("A-1")), Set.of()));
        AccountFacts known = known("A-1", MONDAY);
        assertThat(known.terms()).isEqualTo(terms);
        assertThat(known.contacts()).containsExactly(contact);
        assertThat(known.subscriptions()).containsExactly(subscription);
        assertThat(known.invoices()).containsExactly(invoice);
        assertThat(known.tickets()).containsExactly(ticket);
        assertThat(known.touchpoints()).containsExactly(touchpoint);
    }

    @Test
    void facts_of_which_little_is_known_come_back_as_they_were_reported() {
        Subscription subscription = subscription("A-1", "s-1", NEW_YEAR);
        Ticket bare = new Ticket(
                account("A-1"),
                id("t-1"),
                MONDAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        append(MONDAY, subscription, bare, invoice("A-1", "i-1", NEW_YEAR), touchpoint("A-1", "p-1", MONDAY));

        AccountFacts known = known("A-1", MONDAY);

        assertThat(known.subscriptions()).containsExactly(subscription);
        assertThat(known.tickets()).containsExactly(bare);
        assertThat(known.invoices()).containsExactly(invoice("A-1", "i-1", NEW_YEAR));
        assertThat(known.touchpoints()).containsExactly(touchpoint("A-1", "p-1", MONDAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "1",
                "-1",
                "9999",
                "10000",
                "10001",
                "0.0001",
                "0.00010",
                "0.00001",
                "-12345.6789",
                "100000000",
                "1.5",
                "12345678.90",
                "99999999999999999999.9999"
            })
    void amounts_are_exact(String amount) {
        Invoice invoice =
                new Invoice(account("A-1"), id("i-1"), Money.of(amount, "EUR"), NEW_YEAR, NEW_YEAR, Optional.empty());
        append(MONDAY, invoice);

        assertThat(known("A-1", MONDAY).invoices()).containsExactly(invoice);
        assertThat(append(TUESDAY, invoice).unchanged()).isEqualTo(1);
    }

    @Test
    void nothing_reported_is_nothing_stored() {
        assertThat(append(MONDAY)).isEqualTo(new Appended(0, 0, Set.of(), Set.of()));
    }

    @Test
    void an_account_of_which_nothing_was_reported_has_unknown_terms_and_nothing_else() {
        AccountFacts known = known("A-1", MONDAY);

        assertThat(known)
                .isEqualTo(new AccountFacts(
                        new Viewpoint(WEDNESDAY, MONDAY),
                        Terms.unknown(account("A-1")),
                        Set.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Test
    void facts_of_another_account_are_not_there() {
        append(MONDAY, ticket("A-2", "t-1"), onPlan("A-2", "pro"), touchpoint("A-2", "p-1", MONDAY));

        AccountFacts known = known("A-1", MONDAY);

        assertThat(known.tickets()).isEmpty();
        assertThat(known.touchpoints()).isEmpty();
        assertThat(known.terms()).isEqualTo(Terms.unknown(account("A-1")));
    }

    @Test
    void an_account_that_is_not_known_cannot_be_looked_at() {
        assertThatThrownBy(() -> known("A-9", MONDAY))
                .isInstanceOf(AccountNotFound.class)
                .hasMessageContaining("A-9");
    }

    @Test
    void a_version_is_known_from_the_instant_at_which_it_was_received() {
        append(MONDAY, ticketAbout("A-1", "t-1", "first"));

        assertThat(subjects(A_MICROSECOND_BEFORE_MONDAY)).isEmpty();
        assertThat(subjects(MONDAY)).containsExactly("first");
        assertThat(subjects(Instant.parse("9999-12-31T23:59:59Z"))).containsExactly("first");
    }

    @Test
    void the_next_version_ends_it() {
        append(MONDAY, ticketAbout("A-1", "t-1", "first"));
        Appended appended = append(TUESDAY, ticketAbout("A-1", "t-1", "second"));

        assertThat(appended).isEqualTo(new Appended(1, 0, Set.of(account("A-1")), Set.of()));
        assertThat(subjects(MONDAY)).containsExactly("first");
        assertThat(subjects(TUESDAY.minusNanos(1_000))).containsExactly("first");
        assertThat(subjects(TUESDAY)).containsExactly("second");
    }

    @Test
    void a_version_that_arrives_out_of_order_is_known_until_the_next_one() {
        append(WEDNESDAY, ticketAbout("A-1", "t-1", "third"));
        append(MONDAY, ticketAbout("A-1", "t-1", "first"));
        append(TUESDAY, ticketAbout("A-1", "t-1", "second"));

        assertThat(subjects(A_MICROSECOND_BEFORE_MONDAY)).isEmpty();
        assertThat(subjects(MONDAY)).containsExactly("first");
        assertThat(subjects(TUESDAY)).containsExactly("second");
        assertThat(subjects(WEDNESDAY)).containsExactly("third");
    }

    @Test
    void what_is_known_already_is_not_stored_again() {
        append(MONDAY, ticketAbout("A-1", "t-1", "first"), onPlan("A-1", "pro"));

        Appended again = append(TUESDAY, ticketAbout("A-1", "t-1", "first"), onPlan("A-1", "pro"));

        assertThat(again).isEqualTo(new Appended(0, 2, Set.of(), Set.of()));
    }

    @Test
    void what_was_known_at_that_instant_counts_and_not_what_is_known_now() {
        append(MONDAY, ticketAbout("A-1", "t-1", "first"));
        append(WEDNESDAY, ticketAbout("A-1", "t-1", "second"));

        assertThat(append(TUESDAY, ticketAbout("A-1", "t-1", "first")).unchanged())
                .isEqualTo(1);
        assertThat(append(TUESDAY, ticketAbout("A-1", "t-1", "second")).stored())
                .isEqualTo(1);

        assertThat(subjects(MONDAY)).containsExactly("first");
        assertThat(subjects(TUESDAY)).containsExactly("second");
        assertThat(subjects(WEDNESDAY)).containsExactly("second");
    }

    @Test
    void a_version_of_the_same_instant_replaces_it() {
        append(MONDAY, ticketAbout("A-1", "t-1", "wrong"), onPlan("A-1", "wrong"), touchpoint("A-1", "p-1", MONDAY));
        append(WEDNESDAY, ticketAbout("A-1", "t-1", "later"));

        Appended appended = append(
                MONDAY,
                ticketAbout("A-1", "t-1", "right"),
                onPlan("A-1", "right"),
                touchpoint("A-1", "p-1", MONDAY.minusSeconds(86_400 * 365)));

        assertThat(appended.stored()).isEqualTo(3);
        assertThat(subjects(MONDAY)).containsExactly("right");
        assertThat(subjects(WEDNESDAY)).containsExactly("later");
        assertThat(known("A-1", MONDAY).terms().plan()).contains("right");
        assertThat(known("A-1", MONDAY).touchpoints())
                .containsExactly(touchpoint("A-1", "p-1", MONDAY.minusSeconds(86_400 * 365)));
    }

    @Test
    void of_two_with_one_id_the_last_counts() {
        Appended appended = append(
                MONDAY, ticketAbout("A-1", "t-1", "first"), ticket("A-2", "t-2"), ticketAbout("A-1", "t-1", "last"));

        assertThat(appended).isEqualTo(new Appended(2, 0, Set.of(account("A-1"), account("A-2")), Set.of()));
        assertThat(subjects(MONDAY)).containsExactly("last");
    }

    @Test
    void an_id_names_one_fact_of_each_kind_and_source() {
        Ticket elsewhere = new Ticket(
                account("A-1"),
                new FactId("other", "1"),
                MONDAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        Appended appended = append(
                MONDAY, ticket("A-1", "1"), elsewhere, invoice("A-1", "1", NEW_YEAR), touchpoint("A-1", "1", MONDAY));

        assertThat(appended.stored()).isEqualTo(4);
        assertThat(known("A-1", MONDAY).tickets()).containsExactly(elsewhere, ticket("A-1", "1"));
    }

    @Test
    void facts_of_unknown_accounts_are_told_and_not_stored() {
        Appended appended = append(MONDAY, ticket("A-9", "t-1"), ticket("A-1", "t-2"), onPlan("A-8", "pro"));

        assertThat(appended)
                .isEqualTo(new Appended(1, 0, Set.of(account("A-1")), Set.of(account("A-8"), account("A-9"))));
        ports().accounts().saveAll(ACME, List.of(named("A-9", "Nine")));
        assertThat(known("A-9", MONDAY).tickets()).isEmpty();
    }

    @Test
    void a_fact_that_goes_to_another_account_changes_both() {
        append(MONDAY, ticket("A-1", "t-1"), touchpoint("A-1", "p-1", MONDAY));

        Appended appended = append(TUESDAY, ticket("A-2", "t-1"));

        assertThat(appended).isEqualTo(new Appended(1, 0, Set.of(account("A-1"), account("A-2")), Set.of()));
        assertThat(known("A-1", MONDAY).tickets()).hasSize(1);
        assertThat(known("A-1", TUESDAY).tickets()).isEmpty();
        assertThat(known("A-2", MONDAY).tickets()).isEmpty();
        assertThat(known("A-2", TUESDAY).tickets()).containsExactly(ticket("A-2", "t-1"));
    }

    @Test
    void facts_come_by_source_and_id() {
        append(MONDAY, ticket("A-1", "b"), ticket("A-1", "B"), ticket("A-1", "a"), ticket("A-1", "ä"));

        assertThat(known("A-1", MONDAY).tickets())
                .extracting(ticket -> ticket.id().id())
                .containsExactly("B", "a", "b", "ä");
    }

    @Test
    void a_touchpoint_may_be_the_first_or_the_last_that_is_kept() {
        Instant last = Instant.parse("2199-12-31T23:59:59.999999Z");

        append(MONDAY, touchpoint("A-1", "p-1", Instant.EPOCH), touchpoint("A-1", "p-2", last));

        assertThat(known("A-1", MONDAY).touchpoints())
                .extracting(Touchpoint::occurredAt)
                .containsExactly(Instant.EPOCH, last);
    }

    @Test
    void saving_an_account_with_other_terms_keeps_the_earlier_ones() {
        Account pro = Account.named(account("A-1"), "One")
                .withPlan("pro")
                .withPlanFeatures(12)
                .build();
        append(MONDAY, onPlan("A-1", "free"));
        append(TUESDAY, Terms.of(pro));

        assertThat(known("A-1", MONDAY).terms()).isEqualTo(onPlan("A-1", "free"));
        assertThat(known("A-1", TUESDAY).terms()).isEqualTo(Terms.of(pro));
        assertThat(known("A-1", A_MICROSECOND_BEFORE_MONDAY).terms()).isEqualTo(Terms.unknown(account("A-1")));
    }

    /** Whatever the order of arrival, as long as each version says something of its own. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_order_of_arrival_gives_the_same_history(long seed) {
        Random random = new Random(seed);
        Map<Instant, String> versions = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            versions.put(MONDAY.plusSeconds(random.nextInt(40)), "version " + i);
        }
        List<Instant> arrivals = new ArrayList<>(versions.keySet());
        Collections.shuffle(arrivals, random);

        arrivals.forEach(at -> append(at, ticketAbout("A-1", "t-1", versions.get(at))));

        TreeMap<Instant, String> expected = new TreeMap<>(versions);
        for (int second = -1; second <= 41; second++) {
            Instant knownOn = MONDAY.plusSeconds(second);
            assertThat(subjects(knownOn))
                    .isEqualTo(Optional.ofNullable(expected.floorEntry(knownOn)).map(Map.Entry::getValue).stream()
                            .toList());
        }
    }
}
