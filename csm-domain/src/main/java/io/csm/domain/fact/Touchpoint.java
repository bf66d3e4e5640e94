package io.csm.domain.fact;

import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A contact between us and the account. Instants are kept to the microsecond.
 *
 * @param account whose
 * @param id as the system has it
 * @param occurredAt when, from 1970 to 2199; instants are kept to the microsecond
 * @param direction who spoke
 * @param channel such as {@code call}, {@code meeting} or {@code email}
 * @param contact the id of the contact it was with; empty when it is not known
 * @param answeredAt when an outbound one was answered; empty: it was not
 * @param summary what it was about; empty when it is not known
 */
public record Touchpoint(
        AccountId account,
        FactId id,
        Instant occurredAt,
        Direction direction,
        String channel,
        Optional<String> contact,
        Optional<Instant> answeredAt,
        Optional<String> summary)
        implements Fact {

    public Touchpoint {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(id, "id");
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        answeredAt = answeredAt.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(summary, "summary");
        refuseOutside(occurredAt);
        refuseBefore(occurredAt, answeredAt);
    }

    private static void refuseOutside(Instant occurred) {
        if (!Era.holds(occurred)) {
            throw new IllegalArgumentException("occurred_at " + Era.RULE + " but was " + occurred);
        }
    }

    private static void refuseBefore(Instant occurred, Optional<Instant> answered) {
        answered.filter(instant -> instant.isBefore(occurred)).ifPresent(instant -> {
            throw new IllegalArgumentException(
                    "answered_at must not be before occurred_at " + occurred + " but was " + instant);
        });
    }

    @Override
    public FactKind kind() {
        return FactKind.TOUCHPOINT;
    }

    @Override
    public Optional<Instant> begins() {
        return Optional.of(occurredAt);
    }

    public boolean isTwoWay() {
        return direction == Direction.TWO_WAY;
    }
}
