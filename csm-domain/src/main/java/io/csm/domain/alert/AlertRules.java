package io.csm.domain.alert;

import io.csm.domain.churn.AccountHealth;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
        return List.of();
    }

    /** A renewal within the churn window, as a concern of the daily look at contracts. */
    public static Optional<Concern> renewal(AccountHealth health) {
        return Optional.empty();
    }

    /**
     * What to do about one type of alert of one account.
     *
     * @param latest the latest alert of that type of the account, in whatever state; empty when there was none
     * @param concern the condition; empty when it does not hold
     * @param at when one looked, the instant of the score
     * @param newId the id of a new alert, should there be one
     */
    public AlertDecision decide(Optional<Alert> latest, Optional<Concern> concern, java.time.Instant at, String newId) {
        return AlertDecision.nothing();
    }
}
