package io.csm.application.delivery;

import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that CSM did and that others may want to hear of.
 *
 * @param id names it, and is the same however often it is told; 1 to 400 characters
 * @param type such as {@code alert_raised} or {@code handle_expansion_opportunity}
 * @param account about whom; empty for the portfolio
 * @param occurredAt when
 * @param payload what it says, as {@link Content} takes it
 */
public record DomainEvent(
        String id, String type, Optional<AccountId> account, Instant occurredAt, Map<String, Object> payload) {

    private static final int LONGEST_ID = 400;

    public DomainEvent {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(occurredAt, "occurredAt");
        payload = Content.copyOf(payload);
        if (id.isBlank() || id.length() > LONGEST_ID || type.isBlank()) {
            throw new IllegalArgumentException("an event must have a type and an id of 1 to " + LONGEST_ID
                    + " characters but was of type '" + type + "' with id '" + id + "'");
        }
    }
}
