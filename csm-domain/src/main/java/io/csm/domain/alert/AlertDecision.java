package io.csm.domain.alert;

import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of an alert.
 *
 * @param alert the alert as it is to be stored; empty when nothing changes
 * @param raised whether somebody is to be told
 * @param reason why, in half a sentence
 */
public record AlertDecision(Optional<Alert> alert, boolean raised, String reason) {

    public AlertDecision {
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(reason, "reason");
        if (raised && alert.isEmpty()) {
            throw new IllegalArgumentException("what is raised must be there");
        }
    }

    /** Nothing changes. */
    public static AlertDecision nothing() {
        return new AlertDecision(Optional.empty(), false, "nothing changed");
    }

    static AlertDecision raise(Alert alert, String reason) {
        return new AlertDecision(Optional.of(alert), true, reason);
    }

    static AlertDecision keep(Alert alert, String reason) {
        return new AlertDecision(Optional.of(alert), false, reason);
    }
}
