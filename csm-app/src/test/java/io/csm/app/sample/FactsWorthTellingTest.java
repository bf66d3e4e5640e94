package io.csm.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Fact;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;
import io.csm.domain.user.User;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactsWorthTellingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final SamplePortfolio SAMPLE = SamplePortfolio.asOf(DAY);
    private static final List<Fact> FACTS = SAMPLE.facts();
    private static final List<Event> EVENTS = SAMPLE.events();

    private static <T extends Fact> Stream<T> all(Class<T> kind) {
        return FACTS.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Test
    void are_the_same_for_the_same_day_whatever_the_locale_and_time_zone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            SamplePortfolio again = SamplePortfolio.asOf(DAY);

            assertThat(again.facts()).isEqualTo(FACTS);
            assertThat(again.events()).isEqualTo(EVENTS);
            assertThat(again.users()).isEqualTo(SAMPLE.users());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void have_an_id_each() {
        assertThat(FACTS).extracting(fact -> fact.kind() + " " + fact.id()).doesNotHaveDuplicates();
        assertThat(EVENTS).extracting(Event::id).doesNotHaveDuplicates();
    }

    @Test
    void stay_few_enough_for_a_quick_demo() {
        assertThat(EVENTS).hasSizeBetween(10_000, 25_000);
        assertThat(FACTS).hasSizeBetween(5_000, 15_000);
    }

    @Test
    void end_before_an_account_left_and_before_the_newest_snapshots() {
        Map<AccountId, Instant> ends = new TreeMap<>();
        SAMPLE.accounts()
                .forEach(account -> ends.put(
                        account.id(),
                        account.churnedOn()
                                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                                .orElse(SAMPLE.takenAt(DAY))));

        assertThat(FACTS)
                .allMatch(fact -> fact.begins()
                        .map(begins -> begins.isBefore(ends.get(fact.account())))
                        .orElse(true));
        assertThat(EVENTS).allMatch(event -> event.occurredAt().isBefore(ends.get(event.account())));
        assertThat(all(Ticket.class))
                .allMatch(ticket -> ticket.closedAt()
                        .map(closed -> closed.isBefore(ends.get(ticket.account())))
                        .orElse(true));
    }

    @Test
    void have_subscriptions_that_add_up_to_the_revenue_and_renew_with_the_account() {
        Map<AccountId, List<Subscription>> subscriptions =
                all(Subscription.class).collect(Collectors.groupingBy(Subscription::account));

        assertThat(SAMPLE.accounts()).allSatisfy(account -> {
            List<Subscription> own = subscriptions.get(account.id());
            Money sum = own.stream()
                    .flatMap(one -> one.arr().stream())
                    .reduce(Money::plus)
                    .orElseThrow();
            assertThat(sum.amount())
                    .isEqualByComparingTo(account.arr().orElseThrow().amount());
            assertThat(own.get(0).plan()).isEqualTo(account.plan());
            assertThat(own.get(0).seats()).isEqualTo(account.seatsBought());
            assertThat(own).extracting(Subscription::renewsOn).containsOnly(account.renewsOn());
        });
    }

    @Test
    void have_modules_of_the_catalogue_at_some_accounts_and_not_at_others() {
        Set<String> plans = Set.of("starter", "business", "enterprise");
        List<String> modules = SAMPLE.catalogue().modules().stream()
                .map(ProductCatalogue.Module::name)
                .toList();

        List<String> owned = all(Subscription.class)
                .flatMap(subscription -> subscription.plan().stream())
                .filter(plan -> !plans.contains(plan))
                .toList();

        assertThat(owned).hasSizeBetween(20, 150).allMatch(modules::contains);
        assertThat(Set.copyOf(owned)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void ask_for_integrations_of_the_catalogue_in_some_tickets() {
        List<String> subjects =
                all(Ticket.class).flatMap(ticket -> ticket.subject().stream()).toList();

        assertThat(SAMPLE.catalogue().integrations())
                .allSatisfy(system -> assertThat(subjects.stream().filter(subject -> subject.contains(system)))
                        .hasSizeGreaterThan(3));
        assertThat(subjects).noneMatch(subject -> subject.contains("%"));
    }

    @Test
    void have_a_champion_a_sponsor_and_somebody_who_pays_at_each_account_and_champions_who_left() {
        Map<AccountId, Set<ContactRole>> roles = all(Contact.class)
                .collect(
                        Collectors.groupingBy(Contact::account, Collectors.mapping(Contact::role, Collectors.toSet())));

        assertThat(roles).hasSize(200);
        assertThat(roles.values())
                .allMatch(own -> own.containsAll(
                        Set.of(ContactRole.CHAMPION, ContactRole.EXECUTIVE_SPONSOR, ContactRole.BILLING)));
        assertThat(all(Contact.class).filter(contact -> contact.leftOn().isPresent()))
                .hasSizeBetween(8, 40)
                .allMatch(contact -> contact.role() == ContactRole.CHAMPION)
                .allMatch(contact -> contact.leftOn().orElseThrow().isBefore(DAY.plusDays(1)));
    }

    @Test
    void name_people_who_are_different_within_an_account_and_nobody_of_the_vendor() {
        Map<AccountId, List<String>> names = all(Contact.class)
                .collect(Collectors.groupingBy(
                        Contact::account, Collectors.mapping(Contact::name, Collectors.toList())));

        assertThat(names.values()).allSatisfy(own -> assertThat(own).doesNotHaveDuplicates());
        assertThat(names.values().stream().flatMap(List::stream))
                .allMatch(name -> name.matches("[A-Z][a-z]+ [A-Z][a-z]+(-[A-Z][a-z]+)?"))
                .doesNotContainAnyElementsOf(
                        SAMPLE.users().stream().map(User::name).toList());
    }

    @Test
    void talk_with_contacts_that_there_are_and_to_nobody_who_has_left() {
        Map<String, Contact> contacts = all(Contact.class)
                .collect(Collectors.toMap(contact -> contact.id().id(), contact -> contact));

        assertThat(all(Touchpoint.class)).allSatisfy(touchpoint -> {
            Contact contact = contacts.get(touchpoint.contact().orElseThrow());
            assertThat(contact.account()).isEqualTo(touchpoint.account());
            assertThat(contact.isThere(LocalDate.ofInstant(touchpoint.occurredAt(), ZoneOffset.UTC)))
                    .isTrue();
        });
    }

    @Test
    void bill_a_quarter_or_a_whole_of_the_revenue() {
        Map<AccountId, BigDecimal> revenue = SAMPLE.accounts().stream()
                .collect(Collectors.toMap(
                        Account::id, account -> account.arr().orElseThrow().amount()));

        assertThat(all(Invoice.class))
                .allMatch(invoice -> Stream.of(1, 4)
                        .anyMatch(times -> invoice.amount()
                                        .amount()
                                        .multiply(BigDecimal.valueOf(times))
                                        .compareTo(revenue.get(invoice.account()))
                                == 0));
        assertThat(all(Invoice.class).map(Invoice::account).distinct()).hasSize(200);
    }

    @Test
    void use_features_that_a_plan_includes_and_never_more_of_them() {
        Map<AccountId, Set<String>> used = EVENTS.stream()
                .filter(event -> event.type().equals(StandardEvents.FEATURE_USED))
                .collect(Collectors.groupingBy(
                        Event::account,
                        Collectors.mapping(event -> event.subject().orElseThrow(), Collectors.toSet())));

        assertThat(SAMPLE.accounts())
                .allSatisfy(account -> assertThat(used.getOrDefault(account.id(), Set.of()))
                        .hasSizeLessThanOrEqualTo(account.planFeatures().orElseThrow()));
        assertThat(EVENTS.stream().filter(event -> event.person().isPresent())).hasSizeGreaterThan(1_000);
    }

    @Test
    void know_everybody_who_looks_after_an_account() {
        List<Optional<String>> owners =
                SAMPLE.accounts().stream().map(Account::owner).distinct().toList();

        assertThat(SAMPLE.users())
                .extracting(user -> Optional.of(user.id()))
                .containsExactlyInAnyOrderElementsOf(owners);
        assertThat(SAMPLE.users())
                .contains(
                        new User("Jonas Petrescu", "Jonas Petrescu", Optional.of("jonas.petrescu@tidewater.example")));
    }
}
