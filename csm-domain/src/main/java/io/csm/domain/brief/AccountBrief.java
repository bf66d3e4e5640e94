package io.csm.domain.brief;

import io.csm.domain.account.Account;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.derivation.DerivedValue;
import io.csm.domain.derivation.StandardDerivations;
import io.csm.domain.health.Trend;
import io.csm.domain.signal.Signal;
import io.csm.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that is known of one account as of its latest score. A text about the account rests on this and on nothing else,
 * so that nothing of another account can get into it.
 *
 * @param account who
 * @param health the latest score, and what the churn rules say of it
 * @param history the scores of the year up to it, the oldest first; the last one is {@code health}
 * @param facts subscriptions, invoices, tickets, touchpoints, contacts and events, seen from the latest score
 * @param owner the customer-success manager who looks after it; empty when nobody is known
 */
public record AccountBrief(
        Account account, AccountHealth health, List<AccountHealth> history, AccountFacts facts, Optional<User> owner) {

    /** How far back the history goes. */
    public static final Duration HISTORY = Duration.ofDays(366);

    private static final Duration TREND = Duration.ofDays(30);

    public AccountBrief {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(owner, "owner");
        history = List.copyOf(history);
        refuseOther(account.id(), health.score().snapshot().account());
        refuseOther(account.id(), facts.account());
        history.forEach(
                each -> refuseOther(account.id(), each.score().snapshot().account()));
    }

    private static void refuseOther(Object one, Object other) {
        if (!one.equals(other)) {
            throw new IllegalArgumentException("a brief must be about one account but holds " + one + " and " + other);
        }
    }

    /** As of when it speaks. */
    public Instant asOf() {
        return health.score().scoredAt();
    }

    /** The day as of which it speaks, in UTC. */
    public LocalDate day() {
        return LocalDate.ofInstant(asOf(), ZoneOffset.UTC);
    }

    /**
     * The value of a signal: as the score saw it, else as the facts give it. A score keeps only the derived values that
     * its scorecard reads.
     */
    public OptionalDouble value(Signal signal) {
        OptionalDouble seen = health.score().snapshot().value(signal);
        return seen.isPresent()
                ? seen
                : StandardDerivations.find(signal).flatMap(derivation -> derivation.derive(facts)).stream()
                        .mapToDouble(DerivedValue::value)
                        .findFirst();
    }

    /** The score nearest to, and not after, that instant; empty when there is none in the history. */
    public Optional<AccountHealth> at(Instant instant) {
        return history.stream()
                .filter(each -> !each.score().scoredAt().isAfter(instant))
                .reduce((earlier, later) -> later);
    }

    /** The score before the latest one. */
    public Optional<AccountHealth> previous() {
        return at(asOf().minusNanos(1000));
    }

    /** The trend against 30 days before; empty for a first score. */
    public Optional<Trend> trend() {
        return at(asOf().minus(TREND))
                .map(earlier ->
                        Trend.between(earlier.score().value(), health.score().value()));
    }
}
