package io.csm.domain.fact;

import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A request for support. Instants are kept to the microsecond.
 *
 * @param account whose
 * @param id as the support system has it
 * @param openedAt when it was opened; instants are kept to the microsecond
 * @param closedAt when it was closed, not before it was opened; empty: it is open
 * @param escalatedAt when it was escalated, not before it was opened; empty: it was not
 * @param sentiment of its text, from -100 (furious) to 100 (delighted); empty when nobody judged it
 * @param satisfaction the customer's answer afterwards, 1 to 5; empty when there is none
 * @param priority as the support system has it; empty when it is not known
 * @param subject its first line; empty when it is not known
 */
public record Ticket(
        AccountId account,
        FactId id,
        Instant openedAt,
        Optional<Instant> closedAt,
        Optional<Instant> escalatedAt,
        Optional<Integer> sentiment,
        Optional<Integer> satisfaction,
        Optional<String> priority,
        Optional<String> subject)
        implements Fact {

    public Ticket {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(id, "id");
        openedAt = openedAt.truncatedTo(ChronoUnit.MICROS);
        closedAt = closedAt.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        escalatedAt = escalatedAt.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(subject, "subject");
        refuseBefore(openedAt, "closed_at", closedAt);
        refuseBefore(openedAt, "escalated_at", escalatedAt);
        refuse("sentiment", sentiment, -100, 100);
        refuse("satisfaction", satisfaction, 1, 5);
    }

    private static void refuseBefore(Instant opened, String what, Optional<Instant> later) {
        later.filter(instant -> instant.isBefore(opened)).ifPresent(instant -> {
            throw new IllegalArgumentException(
                    what + " must not be before opened_at " + opened + " but was " + instant);
        });
    }

    private static void refuse(String what, Optional<Integer> value, int from, int to) {
        value.filter(number -> number < from || number > to).ifPresent(number -> {
            throw new IllegalArgumentException(
                    what + " must be a whole number from " + from + " to " + to + " but was " + number);
        });
    }

    @Override
    public FactKind kind() {
        return FactKind.TICKET;
    }

    @Override
    public Optional<Instant> begins() {
        return Optional.of(openedAt);
    }

    /** Whether it was opened by then and not closed. */
    public boolean isOpen(Instant at) {
        return !openedAt.isAfter(at) && closedAt.map(at::isBefore).orElse(true);
    }
}
