package io.csm.app.sample;

import io.csm.application.signal.port.SignalSource;
import io.csm.domain.account.Account;
import io.csm.domain.event.Event;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.fact.Fact;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.user.User;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two hundred made-up customers of a made-up vendor, with a year of monthly signals. The same day gives the same
 * portfolio to the last digit; another day moves every date along with it and keeps accounts and stories.
 */
public final class SamplePortfolio {

    private static final String VENDOR = "Tidewater";

    private final Year year;
    private final List<Customer> customers;

    private SamplePortfolio(Year year) {
        this.year = year;
        this.customers = Cast.all().stream()
                .map(role -> Customer.of(role, year))
                .sorted(Comparator.comparing(Customer::id))
                .toList();
    }

    /** The portfolio whose newest snapshots are of that day. */
    public static SamplePortfolio asOf(LocalDate lastMonth) {
        return new SamplePortfolio(new Year(lastMonth));
    }

    /** Who sells what these accounts bought: shift-planning software. */
    public String vendor() {
        return VENDOR;
    }

    /** Every account, those that left included, with the facts of the newest month, by account id. */
    public List<Account> accounts() {
        return customers.stream().map(Customer::facts).toList();
    }

    /**
     * What is known of every account beside its signals, and agrees with the newest of them: contacts, subscriptions,
     * invoices, tickets and touchpoints, by account id. Of an account that left there is nothing later than that.
     */
    public List<Fact> facts() {
        return lastMonths().flatMap(SamplePortfolio::facts).toList();
    }

    private static Stream<Fact> facts(LastMonth last) {
        People people = People.of(last);
        return Stream.of(people.all(), Sales.of(last), Billing.of(last), Tickets.of(last), Meetings.of(last, people))
                .flatMap(List::stream);
    }

    /** What happened in the product in the half year before, and what people answered to surveys, by account id. */
    public List<Event> events() {
        return lastMonths()
                .flatMap(last -> Stream.concat(Usage.of(last).stream(), Surveys.of(last).stream()))
                .toList();
    }

    private Stream<LastMonth> lastMonths() {
        return customers.stream().map(customer -> LastMonth.of(customer, year));
    }

    /** Those who look after the accounts, by name. */
    public List<User> users() {
        return accounts().stream()
                .flatMap(account -> account.owner().stream())
                .distinct()
                .sorted()
                .map(SamplePortfolio::user)
                .toList();
    }

    private static User user(String name) {
        String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@tidewater.example";
        return new User(name, name, Optional.of(address));
    }

    /** What the vendor sells beside seats. */
    public static ProductCatalogue catalogue() {
        return Sales.CATALOGUE;
    }

    /** The days of the snapshots, twelve, the oldest first. */
    public List<LocalDate> months() {
        return year.months();
    }

    /** When the snapshots of that month are taken: 06:00 UTC. */
    public Instant takenAt(LocalDate month) {
        return Year.takenAt(month);
    }

    /**
     * A snapshot of each account that was a customer on that day, by account id.
     *
     * @param month one of {@link #months()}
     * @param catalogue the signals to tell of; the portfolio knows the standard thirteen and two on contacts
     * @throws IllegalArgumentException when the day is none of {@link #months()}
     */
    public SignalSource snapshots(LocalDate month, SignalCatalogue catalogue) {
        int number = months().indexOf(month);
        if (number < 0) {
            throw new IllegalArgumentException("the sample has snapshots of " + months() + " but not of " + month);
        }
        return new SnapshotsOfMonth(
                customers.stream()
                        .filter(customer -> customer.contract().runsOn(month))
                        .map(customer -> MonthOfSignals.of(customer, year, number, catalogue))
                        .iterator(),
                "sample 1 as of " + year.last() + " in " + month);
    }
}
