package io.csm.domain.event;

import io.csm.domain.account.AccountId;
import io.csm.domain.fact.FactId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened at an account.
 *
 * @param id of the system that told of it; the same id twice is the same event
 * @param type what happened
 * @param account where
 * @param occurredAt when, kept to the microsecond
 * @param person who did it, as that system names them; empty when it is not known
 * @param subject what it was about; its type says whether it must be given and what it may be
 * @param quantity how much; its type says whether it must be given and what it may be
 * @param payload all that the system said, as a JSON object of at most 64 KiB; {@code {}} for nothing more
 */
public record Event(
        FactId id,
        EventType type,
        AccountId account,
        Instant occurredAt,
        Optional<String> person,
        Optional<String> subject,
        Optional<Long> quantity,
        String payload) {

    public Event {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(account, "account");
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(payload, "payload");
        type.refuse(subject, quantity);
    }

    /** The amount, 1 where nothing was said. */
    public long amount() {
        return quantity.orElse(1L);
    }
}
