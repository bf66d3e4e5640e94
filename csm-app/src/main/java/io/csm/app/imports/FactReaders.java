package io.csm.app.imports;

import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Direction;
import io.csm.domain.fact.Fact;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Term;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;

/** Reads each kind of fact out of the fields of a row. */
final class FactReaders {

    private FactReaders() {}

    static Fact contact(FieldValues values) {
        return new Contact(
                values.account(),
                values.factId(),
                values.text("name").orElse(""),
                values.requiredWord("role", ContactRole.values(), ContactRole::code),
                values.day("left_on"));
    }

    static Fact subscription(FieldValues values) {
        return new Subscription(
                values.account(),
                values.factId(),
                values.text("plan"),
                values.whole("seats", 0, Integer.MAX_VALUE),
                values.money("arr"),
                values.requiredDay("starts_on"),
                values.day("ends_on"),
                values.day("renews_on"),
                values.requiredWord("term", Term.values(), Term::code),
                values.flag("trial").orElse(false));
    }

    static Fact invoice(FieldValues values) {
        return new Invoice(
                values.account(),
                values.factId(),
                values.money("amount").orElseThrow(() -> values.refused("amount", "", "must not be empty")),
                values.pastDay("issued_on").orElseThrow(() -> values.refused("issued_on", "", "must not be empty")),
                values.requiredDay("due_on"),
                values.pastDay("paid_on"));
    }

    static Fact ticket(FieldValues values) {
        return new Ticket(
                values.account(),
                values.factId(),
                values.requiredPastInstant("opened_at"),
                values.pastInstant("closed_at"),
                values.pastInstant("escalated_at"),
                values.whole("sentiment", -100, 100),
                values.whole("satisfaction", 1, 5),
                values.text("priority"),
                values.text("subject"));
    }

    static Fact touchpoint(FieldValues values) {
        return new Touchpoint(
                values.account(),
                values.factId(),
                values.requiredPastInstant("occurred_at"),
                values.requiredWord("direction", Direction.values(), Direction::code),
                values.requiredText("channel"),
                values.text("contact"),
                values.pastInstant("answered_at"),
                values.text("summary"));
    }
}
