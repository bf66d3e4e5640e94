package io.csm.domain.alert;

import java.util.List;
import java.util.Objects;

/**
 * An alert in words, as they were when it was last raised.
 *
 * @param alert the alert
 * @param message one sentence for a person
 * @param evidence the sentences behind it, the weightiest first
 */
public record Notice(Alert alert, String message, List<String> evidence) {

    public Notice {
        Objects.requireNonNull(alert, "alert");
        evidence = List.copyOf(evidence);
        if (message.isBlank()) {
            throw new IllegalArgumentException("a notice must have a message");
        }
    }

    /** The same words of the same alert in another state. */
    public Notice of(Alert changed) {
        return new Notice(changed, message, evidence);
    }
}
