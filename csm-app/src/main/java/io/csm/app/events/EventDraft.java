package io.csm.app.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.application.event.Arrival;
import io.csm.domain.account.AccountId;
import io.csm.domain.event.Event;
import io.csm.domain.event.EventType;
import io.csm.domain.fact.FactId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * An event as it is told, before anybody looked whether it makes sense.
 *
 * @param source the system that tells of it
 * @param id its id there
 * @param sourceType the kind of that system
 * @param type what happened
 * @param account where
 * @param occurredAt when
 * @param person who did it; empty when it is not known
 * @param payload whatever else is said, by name
 */
public record EventDraft(
        String source,
        String id,
        String sourceType,
        String type,
        String account,
        Instant occurredAt,
        Optional<String> person,
        SortedMap<String, JsonNode> payload) {

    /**
     * The event that this is, and how it is written.
     *
     * @throws InvalidEvent when it makes no sense
     */
    public Arrival arrival() {
        try {
            EventType known = EventTypes.get(sourceType, type);
            SortedMap<String, JsonNode> all = new TreeMap<>(payload);
            Optional<String> subject = PayloadFields.subject(known, all);
            Optional<Long> quantity = PayloadFields.quantity(known, all);
            FactId key = made("id", id, "id ", () -> new FactId(source, id));
            AccountId where = made("account_id", account, "account id ", () -> new AccountId(account));
            Event event =
                    new Event(key, known, where, occurredAt, person, subject, quantity, EventDocument.payload(all));
            return new Arrival(event, EventDocument.write(this, all));
        } catch (InvalidEvent invalid) {
            throw account.isBlank() ? invalid : invalid.of(account);
        }
    }

    private static <T> T made(String field, String value, String prefix, Supplier<T> construction) {
        try {
            return construction.get();
        } catch (IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            String where = message.startsWith("source ") ? "source" : field;
            String rule = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
            throw new InvalidEvent(
                    where,
                    where.equals(field) ? EventDocument.shortened(value) : "",
                    rule.replaceFirst("^source ", "").replaceFirst(" but was '.*'$", ""));
        }
    }
}
