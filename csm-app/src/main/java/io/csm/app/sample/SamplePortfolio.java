package io.csm.app.sample;

import io.csm.application.signal.port.SignalSource;
import io.csm.domain.account.Account;
import io.csm.domain.signal.SignalCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

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
