package io.csm.domain.expansion;

import io.csm.domain.account.Account;
import io.csm.domain.account.Money;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Terms;
import io.csm.domain.narrative.Prose;
import io.csm.domain.signal.StandardSignals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an account has bought: by its own record, else by the paid subscriptions that run on the day.
 *
 * @param seats bought, at least 1; empty when it is not known
 * @param use seats used per seat bought; empty when it is not tracked
 * @param useIsLeast whether more may be used than that, as the rate of a score ends at 2 seats per seat bought
 * @param arr annual recurring revenue, above 0; empty when it is not known, or not in one currency
 * @param plans the names of what it bought, in lower case
 * @param renewsOn empty when no renewal date is known
 * @param pays whether a paid subscription runs
 */
public record Contract(
        Optional<Integer> seats,
        OptionalDouble use,
        boolean useIsLeast,
        Optional<Money> arr,
        Set<String> plans,
        Optional<LocalDate> renewsOn,
        boolean pays) {

    /** A count of more days than a contract of ten years has is no date. */
    private static final int MOST_DAYS = 3650;

    private static final Duration ACTIVE = Duration.ofDays(30);
    private static final double HIGHEST_RATE = 2;

    public Contract {
        Objects.requireNonNull(seats, "seats");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(arr, "arr");
        Objects.requireNonNull(renewsOn, "renewsOn");
        plans = Set.copyOf(plans);
    }

    /** The contract as of the day of the brief. */
    public static Contract of(AccountBrief brief) {
        Account account = brief.account();
        Terms terms = brief.facts().terms();
        List<Subscription> running = running(brief, brief.day());
        Optional<Integer> seats = terms.seatsBought()
                .or(account::seatsBought)
                .or(() -> seats(running))
                .filter(bought -> bought > 0);
        OptionalDouble rate = brief.value(StandardSignals.SEATS_UTILIZATION_RATE);
        OptionalDouble counted = rate.isPresent() ? counted(brief, seats) : rate;
        return new Contract(
                seats,
                counted.isPresent() ? counted : rate,
                counted.isEmpty() && rate.isPresent() && rate.getAsDouble() >= HIGHEST_RATE,
                terms.arr()
                        .or(account::arr)
                        .or(() -> arrOn(brief, brief.day()))
                        .filter(arr -> arr.amount().signum() > 0),
                Stream.of(
                                terms.plan().stream(),
                                account.plan().stream(),
                                running.stream().flatMap(each -> each.plan().stream()))
                        .flatMap(each -> each)
                        .map(Contract::comparable)
                        .collect(Collectors.toCollection(TreeSet::new)),
                terms.renewsOn()
                        .or(account::renewsOn)
                        .or(() -> renewal(running, brief.day()))
                        .or(() -> renewal(brief)),
                !running.isEmpty());
    }

    /**
     * The people behind a rate that nobody gave, per seat: they are known exactly as long as their events are kept, and
     * however many they are. Empty where the rate was given, or nobody can be counted.
     */
    private static OptionalDouble counted(AccountBrief brief, Optional<Integer> seats) {
        boolean isGiven = brief.health()
                .score()
                .snapshot()
                .origin(StandardSignals.SEATS_UTILIZATION_RATE)
                .filter(origin -> !origin.isDerived())
                .isPresent();
        long people = isGiven ? 0 : activePeople(brief);
        return seats.stream()
                .filter(bought -> people > 0)
                .mapToDouble(bought -> (double) people / bought)
                .findFirst();
    }

    private static long activePeople(AccountBrief brief) {
        Instant since = brief.asOf().minus(ACTIVE);
        return brief.facts().events().stream()
                .filter(event -> event.type().equals(StandardEvents.LOGIN)
                        || event.type().equals(StandardEvents.FEATURE_USED))
                .filter(event ->
                        event.occurredAt().isAfter(since) && !event.occurredAt().isAfter(brief.asOf()))
                .flatMap(event -> event.person().stream())
                .distinct()
                .count();
    }

    private static List<Subscription> running(AccountBrief brief, LocalDate day) {
        return brief.facts().subscriptions().stream()
                .filter(subscription -> subscription.isPaidOn(day))
                .toList();
    }

    private static Optional<Integer> seats(List<Subscription> running) {
        return running.stream()
                .flatMap(subscription -> subscription.seats().stream())
                .reduce(Integer::sum);
    }

    /** What is only known as a count of days. */
    private static Optional<LocalDate> renewal(AccountBrief brief) {
        return brief.value(StandardSignals.DAYS_TO_RENEWAL).stream()
                .filter(days -> Math.abs(days) <= MOST_DAYS)
                .mapToObj(days -> brief.day().plusDays((long) days))
                .findFirst();
    }

    private static Optional<LocalDate> renewal(List<Subscription> running, LocalDate day) {
        return running.stream()
                .flatMap(subscription -> subscription.nextRenewal(day).stream())
                .min(Comparator.naturalOrder());
    }

    /** What the paid subscriptions of that day were worth a year; empty when it is not known, or in several currencies. */
    public static Optional<Money> arrOn(AccountBrief brief, LocalDate day) {
        List<Money> each = running(brief, day).stream()
                .flatMap(subscription -> subscription.arr().stream())
                .toList();
        boolean oneCurrency = each.stream().map(Money::currency).distinct().count() == 1;
        return oneCurrency ? each.stream().reduce(Money::plus) : Optional.empty();
    }

    private static String comparable(String plan) {
        return plan.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a module of that name is among what it bought, however it is written. */
    public boolean holds(String module) {
        return plans.contains(comparable(module));
    }

    /**
     * {@code 118 of 140 seats are in use}, or {@code 5 people use 3 seats}, or {@code at least 6 people use 3 seats}; empty
     * when either is not known.
     */
    public Optional<String> seatsInUse() {
        return seats.flatMap(bought -> seatsUsed()
                .map(used -> used > bought
                        ? (useIsLeast ? "at least " : "") + Prose.count(used) + " people use "
                                + Prose.count(bought, "seat")
                        : Prose.count(used) + " of " + Prose.count(bought, "seat") + (used == 1 ? " is" : " are")
                                + " in use"));
    }

    /** How many seats are used at least, as far as both the share and the seats are known. */
    public Optional<Long> seatsUsed() {
        return seats.filter(bought -> use.isPresent()).map(bought -> Math.round(use.getAsDouble() * bought));
    }
}
