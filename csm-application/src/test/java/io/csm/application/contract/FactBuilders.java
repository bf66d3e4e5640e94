package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.MONDAY;
import static io.csm.application.contract.Fixtures.account;

import io.csm.domain.account.Account;
import io.csm.domain.account.Money;
import io.csm.domain.event.Event;
import io.csm.domain.event.EventType;
import io.csm.domain.event.EventType.Quantity;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Direction;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Term;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Facts and events of which only what matters is said. */
public final class FactBuilders {

    public static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private FactBuilders() {}

    public static FactId id(String id) {
        return new FactId("system", id);
    }

    /** The terms of an account on that plan, and nothing more. */
    public static Terms onPlan(String account, String plan) {
        return Terms.of(Account.named(account(account), account).withPlan(plan).build());
    }

    public static Contact contact(String account, String id, ContactRole role) {
        return new Contact(account(account), id(id), "Kim", role, Optional.empty());
    }

    public static Subscription subscription(String account, String id, LocalDate startsOn) {
        return new Subscription(
                account(account),
                id(id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                startsOn,
                Optional.empty(),
                Optional.empty(),
                Term.ANNUAL,
                false);
    }

    public static Invoice invoice(String account, String id, LocalDate issuedOn) {
        return new Invoice(
                account(account), id(id), Money.of("99.50", "EUR"), issuedOn, issuedOn.plusDays(30), Optional.empty());
    }

    /** A ticket that was opened on Monday and is open. */
    public static Ticket ticket(String account, String id) {
        return ticketAbout(account, id, "help");
    }

    public static Ticket ticketAbout(String account, String id, String subject) {
        return new Ticket(
                account(account),
                id(id),
                MONDAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(subject));
    }

    public static Touchpoint touchpoint(String account, String id, Instant at) {
        return new Touchpoint(
                account(account),
                id(id),
                at,
                Direction.TWO_WAY,
                "call",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** An event that says no more than its type asks for. */
    public static Event event(String account, String id, EventType type, Instant at) {
        Optional<String> subject =
                Optional.of(type.subjects().stream().findFirst().orElse("something"));
        return new Event(
                id(id),
                type,
                account(account),
                at,
                Optional.empty(),
                subject.filter(any -> type.subjectRequired()),
                type.quantity().filter(Quantity::required).map(Quantity::from),
                "{}");
    }

    /** The same by that person. */
    public static Event by(String person, Event event) {
        return new Event(
                event.id(),
                event.type(),
                event.account(),
                event.occurredAt(),
                Optional.of(person),
                event.subject(),
                event.quantity(),
                event.payload());
    }

    /** The same about that. */
    public static Event about(String subject, Event event) {
        return new Event(
                event.id(),
                event.type(),
                event.account(),
                event.occurredAt(),
                event.person(),
                Optional.of(subject),
                event.quantity(),
                event.payload());
    }
}
