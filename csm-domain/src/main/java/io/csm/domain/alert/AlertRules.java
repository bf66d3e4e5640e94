package io.csm.domain.alert;

import io.csm.domain.churn.AccountHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * When a concern becomes an alert. An alert is raised when its condition begins to hold, when it gets worse, and when it
 * still holds after the reminder period; the same causes never raise twice within that period.
 *
 * @param reminder from one raise of the same causes to the next, 1 hour to 365 days; default 7 days
 */
public record AlertRules(Duration reminder) {

    /** The default reminder period. */
    public static final Duration DEFAULT_REMINDER = Duration.ofDays(7);

    public AlertRules {
        if (reminder.compareTo(Duration.ofHours(1)) < 0 || reminder.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException(
                    "the reminder period must be from 1 hour to 365 days but was " + reminder);
        }
    }

    public static AlertRules defaults() {
        return new AlertRules(DEFAULT_REMINDER);
    }

    /**
     * What the health of an account gives reason to tell somebody of.
     *
     * @param health the health now
     * @param previous the one before it; empty for a first score
     */
    public static List<Concern> concerns(AccountHealth health, Optional<AccountHealth> previous) {
        return Stream.concat(
                        HealthConcerns.churnRisk(health).stream(),
                        previous.flatMap(before -> HealthConcerns.dip(health, before)).stream())
                .toList();
    }

    /**
     * That the contract renews within the churn window, whatever the health; empty when it does not, when the date has
     * passed, and when it is not known. A scan does not ask for it; the daily check of contracts does.
     *
     * @param health the latest health, from whenever it is
     * @param at when one looks; the days are counted on to then
     */
    public static Optional<Concern> renewal(AccountHealth health, Instant at) {
        return HealthConcerns.renewal(health, at);
    }

    /**
     * What to do about one type of alert of one account. It is held against the concern for which the alert was last
     * raised; a look from before the last raise or change decides nothing.
     *
     * @param latest the latest alert of that type of the account, in whatever state; empty when there was none
     * @param concern the condition; empty when it does not hold
     * @param at when one looked, the instant of the score
     * @param newId gives the id of a new alert, should there be one
     */
    public AlertDecision decide(Optional<Alert> latest, Optional<Concern> concern, Instant at, Supplier<String> newId) {
        if (latest.isEmpty()) {
            return concern.map(begun -> AlertDecision.raise(Alert.raised(newId.get(), begun), "it was not so before"))
                    .orElseGet(AlertDecision::nothing);
        }
        Alert alert = latest.get();
        if (at.isBefore(alert.raisedAt()) || at.isBefore(alert.changedAt())) {
            return AlertDecision.nothing();
        }
        return concern.map(holding -> whileItHolds(alert, holding, at, newId)).orElseGet(() -> whenOver(alert, at));
    }

    private static AlertDecision whenOver(Alert alert, Instant at) {
        return alert.state() == AlertState.RESOLVED
                ? AlertDecision.nothing()
                : AlertDecision.keep(alert.resolved(at, Alert.CSM), "recovered");
    }

    private AlertDecision whileItHolds(Alert alert, Concern concern, Instant at, Supplier<String> newId) {
        boolean due = Duration.between(alert.raisedAt(), at).compareTo(reminder) >= 0;
        Optional<String> worse = worse(alert, concern);
        if (worse.isPresent()) {
            Concern raised = due ? concern : concern.withCauses(alert.causes());
            return AlertDecision.raise(again(alert, raised, newId), worse.get());
        }
        if (alert.snoozedUntil().filter(until -> until.isAfter(at)).isPresent()) {
            return AlertDecision.nothing();
        }
        if (due) {
            return AlertDecision.raise(again(alert, concern, newId), "it still holds");
        }
        return quietly(alert, at);
    }

    private static AlertDecision quietly(Alert alert, Instant at) {
        return switch (alert.state()) {
            case OPEN, ACKNOWLEDGED -> AlertDecision.nothing();
            case SNOOZED -> AlertDecision.keep(alert.reopened(at), "the snooze is over");
            case RESOLVED ->
                alert.endedByItself()
                        ? AlertDecision.keep(alert.reopened(at), "it is so again")
                        : AlertDecision.nothing();
        };
    }

    private static Alert again(Alert alert, Concern concern, Supplier<String> newId) {
        return alert.state() == AlertState.RESOLVED ? Alert.raised(newId.get(), concern) : alert.raisedAgain(concern);
    }

    /** Why the concern is worse than the one for which the alert was last raised; empty when it is not. */
    private static Optional<String> worse(Alert alert, Concern concern) {
        if (concern.severity().isWorseThan(alert.concern().severity())) {
            return Optional.of("it is " + concern.severity().code() + " now");
        }
        if (alert.causes().containsAll(concern.causes())) {
            return Optional.empty();
        }
        Set<String> more = new TreeSet<>(concern.causes());
        more.removeAll(alert.causes());
        return Optional.of("there is more to it: " + String.join(", ", more));
    }
}
