package io.csm.domain.derivation;

import io.csm.domain.event.Event;
import io.csm.domain.event.EventType;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.Direction;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;

/** Says of a fact or an event what it is, as evidence. */
final class Sentences {

    private static final Map<EventType, Function<Event, String>> EVENTS = Map.of(
            StandardEvents.FEATURE_USED, event -> who(event) + "used " + about(event) + times(event.amount()),
            StandardEvents.LOGIN, event -> who(event) + "logged in",
            StandardEvents.EMAIL_SENT, event -> "e-mail sent",
            StandardEvents.EMAIL_OPENED, event -> "e-mail opened",
            StandardEvents.WEBINAR_ATTENDED, event -> who(event) + "attended the webinar " + about(event),
            StandardEvents.TAM_HEALTH, event -> "the technical account manager reports " + about(event),
            StandardEvents.ESCALATION, event -> "escalated: " + about(event),
            StandardEvents.NPS_ANSWER, event -> "answered " + event.amount() + " of 10",
            StandardEvents.CSAT_ANSWER, event -> "answered " + event.amount() + " of 5");

    private Sentences() {}

    /** A count with its noun, {@code 1 day}, {@code 2 days}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    static Evidence of(Event event) {
        String sentence =
                EVENTS.getOrDefault(event.type(), other -> other.type().code()).apply(event);
        return Evidence.at(event.occurredAt(), event.id(), sentence);
    }

    private static String who(Event event) {
        return event.person().map(person -> person + " ").orElse("");
    }

    private static String about(Event event) {
        return event.subject().orElse("(not named)");
    }

    private static String times(long amount) {
        return amount == 1 ? "" : " " + count(amount, "time");
    }

    /** Of a touchpoint, seen from an instant: an answer after it is not there yet. */
    static Evidence of(Touchpoint touchpoint, Instant asOf) {
        String direction = touchpoint.direction().code().replace('_', '-') + " " + touchpoint.channel();
        String with = touchpoint.contact().map(contact -> " with " + contact).orElse("");
        String answer = touchpoint.direction() != Direction.OUTBOUND
                ? ""
                : touchpoint
                                .answeredAt()
                                .filter(answered -> !answered.isAfter(asOf))
                                .isPresent()
                        ? ", answered"
                        : ", not answered";
        return Evidence.at(touchpoint.occurredAt(), touchpoint.id(), direction + with + answer);
    }

    /** Of a ticket, for what happened to it at that instant. */
    static Evidence of(Ticket ticket, Instant when, String what) {
        return Evidence.at(when, ticket.id(), "ticket " + ticket.id().id() + " " + what);
    }

    static Evidence of(Contact contact, LocalDate day) {
        String name = contact.name().isBlank() ? contact.id().id() : contact.name();
        String role = contact.role().code().replace('_', ' ');
        return contact.isThere(day)
                ? Evidence.on(day, contact.id(), name + " is " + role)
                : Evidence.on(
                        contact.leftOn().orElse(day),
                        contact.id(),
                        name + ", " + role + ", left on " + contact.leftOn().orElse(day));
    }

    static Evidence of(Invoice invoice) {
        return Evidence.on(
                invoice.issuedOn(),
                invoice.id(),
                "invoice " + invoice.id().id() + " of " + invoice.amount() + " due " + invoice.dueOn() + " is unpaid");
    }

    static Evidence of(Subscription subscription, String what) {
        return Evidence.on(
                subscription.startsOn(),
                subscription.id(),
                "subscription " + subscription.id().id() + " " + what);
    }

    /** Of the account's own record, which is as it is on that day. */
    static Evidence of(Terms terms, LocalDate day, String what) {
        return Evidence.on(day, terms.id(), "the account's record: " + what);
    }
}
