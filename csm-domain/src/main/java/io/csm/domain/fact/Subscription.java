package io.csm.domain.fact;

import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * What an account subscribed to. An account may have several at once.
 *
 * @param account whose
 * @param id as the billing system has it
 * @param plan its name; empty when it is not known
 * @param seats bought with it, 0 or more; empty when it is not known
 * @param arr annual recurring revenue; empty when it is not known
 * @param startsOn the first day
 * @param endsOn the last day, not before the first; empty: it runs on
 * @param renewsOn the day on which it is renewed, where the system says so; empty: see {@link #nextRenewal}
 * @param term how it goes on
 * @param trial whether it is free and on trial: then it neither renews nor counts as revenue or seats
 */
public record Subscription(
        AccountId account,
        FactId id,
        Optional<String> plan,
        Optional<Integer> seats,
        Optional<Money> arr,
        LocalDate startsOn,
        Optional<LocalDate> endsOn,
        Optional<LocalDate> renewsOn,
        Term term,
        boolean trial)
        implements Fact {

    public Subscription {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(arr, "arr");
        Objects.requireNonNull(startsOn, "startsOn");
        Objects.requireNonNull(renewsOn, "renewsOn");
        Objects.requireNonNull(term, "term");
        seats.filter(count -> count < 0).ifPresent(count -> {
            throw new IllegalArgumentException("seats must be at least 0 but was " + count);
        });
        endsOn.filter(end -> end.isBefore(startsOn)).ifPresent(end -> {
            throw new IllegalArgumentException("ends_on must not be before starts_on " + startsOn + " but was " + end);
        });
    }

    @Override
    public FactKind kind() {
        return FactKind.SUBSCRIPTION;
    }

    @Override
    public Optional<Instant> begins() {
        return Optional.of(startsOn.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Whether that day lies within it, both ends included. */
    public boolean runsOn(LocalDate day) {
        return !startsOn.isAfter(day) && endsOn.map(end -> !end.isBefore(day)).orElse(true);
    }

    /** Whether it runs on that day and is no trial. */
    public boolean isPaidOn(LocalDate day) {
        return !trial && runsOn(day);
    }

    /**
     * The day on which it is renewed, seen from a day on which it runs: what the system says; else its last day; else,
     * of an annual one, the first anniversary of its start that is not before that day. A trial and a monthly one that
     * runs on have none.
     */
    public Optional<LocalDate> nextRenewal(LocalDate day) {
        if (trial || !runsOn(day)) {
            return Optional.empty();
        }
        return renewsOn.or(() -> endsOn).or(() -> term == Term.ANNUAL ? anniversary(day) : Optional.empty());
    }

    private Optional<LocalDate> anniversary(LocalDate day) {
        int years = Math.max(1, day.getYear() - startsOn.getYear());
        LocalDate candidate = startsOn.plusYears(years);
        return Optional.of(candidate.isBefore(day) ? startsOn.plusYears(years + 1L) : candidate);
    }
}
