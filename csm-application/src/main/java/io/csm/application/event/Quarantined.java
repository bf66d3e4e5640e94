package io.csm.application.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * An event that was not taken, and why.
 *
 * @param number its own number within the tenant, given by the repository; 0 before
 * @param source the system it came from; empty when it was not readable
 * @param id its id there; empty when it was not readable
 * @param account the account that it names; empty when it was not readable
 * @param document how it was written, as one JSON object
 * @param field what is wrong
 * @param value what stands there, shortened
 * @param rule what must stand there
 * @param receivedAt when it arrived
 * @param state what became of it
 */
public record Quarantined(
        long number,
        String source,
        String id,
        String account,
        String document,
        String field,
        String value,
        String rule,
        Instant receivedAt,
        State state) {

    /** What became of a quarantined event. */
    public enum State {
        /** Waits for somebody. */
        OPEN,
        /** Was taken later, here or under the same id from elsewhere. */
        STORED,
        /** Somebody decided against it. */
        DISCARDED
    }

    public Quarantined {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(state, "state");
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
