package io.csm.app.sample;

import io.csm.domain.account.AccountId;
import io.csm.domain.fact.FactId;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.StandardSignals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * An account on the day of its newest snapshot, which is what its facts have to agree with: for one that left, the last
 * before it did. Nothing is told of it after that day.
 *
 * @param customer who
 * @param year in which
 * @param number of that month
 */
record LastMonth(Customer customer, Year year, int number) {

    static LastMonth of(Customer customer, Year year) {
        int month = Year.NEWEST;
        while (month > 0 && !customer.contract().runsOn(year.day(month))) {
            month--;
        }
        return new LastMonth(customer, year, month);
    }

    AccountId account() {
        return customer.id();
    }

    Plan plan() {
        return customer.role().plan();
    }

    LocalDate day() {
        return year.day(number);
    }

    /** The hour at which its signals are read on that day. */
    Instant readAt() {
        return Year.takenAt(day());
    }

    /** So many days before that day. */
    LocalDate daysAgo(int days) {
        return day().minusDays(days);
    }

    /** For how many days it has been a customer. */
    int age() {
        return (int) ChronoUnit.DAYS.between(customer.contract().startedOn(), day());
    }

    Dice dice(String purpose) {
        return customer.role().dice(purpose);
    }

    SignalSnapshot signals() {
        return signals(number);
    }

    private SignalSnapshot signals(int month) {
        return MonthOfSignals.of(customer, year, month, StandardSignals.CATALOGUE);
    }

    /** The share of the plan's features in use so many months before; in a pilot, before there were signals, as well. */
    double adoption(int monthsAgo) {
        int month = number - monthsAgo;
        return customer.contract().runsOn(year.day(month))
                ? signals(month).value(StandardSignals.FEATURE_ADOPTION_RATE).orElseThrow()
                : condition(monthsAgo).usage();
    }

    Condition condition(int monthsAgo) {
        return customer.life().in(number - monthsAgo);
    }

    /** The word that is given for a choice, such as {@code growing}. */
    String word(Signal signal) {
        return signal.show(number(signal));
    }

    double number(Signal signal) {
        return signals().value(signal).orElseThrow();
    }

    /** The id of its nth record of that kind; the system is made up, too. */
    FactId id(String system, String kind, int nth) {
        return new FactId(system, kind + "-" + customer.role().number() + "-" + nth);
    }
}
