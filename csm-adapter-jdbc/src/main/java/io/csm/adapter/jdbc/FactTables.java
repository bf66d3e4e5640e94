package io.csm.adapter.jdbc;

import static io.csm.adapter.jdbc.FactColumn.amount;
import static io.csm.adapter.jdbc.FactColumn.currency;
import static io.csm.adapter.jdbc.FactColumn.day;
import static io.csm.adapter.jdbc.FactColumn.instant;
import static io.csm.adapter.jdbc.FactColumn.number;
import static io.csm.adapter.jdbc.FactColumn.smallNumber;
import static io.csm.adapter.jdbc.FactColumn.text;
import static io.csm.adapter.jdbc.FactColumn.yesOrNo;

import io.csm.domain.account.AccountId;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Direction;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.FactKind;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Term;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of all kinds of facts. */
final class FactTables {

    private static final List<String> BY_ACCOUNT = List.of("account_no");
    private static final List<String> BY_ID = List.of("source", "fact_id");

    static final FactTable<Terms> TERMS = new FactTable<>(
            "terms",
            Terms.class,
            BY_ACCOUNT,
            List.of(
                    text("plan", Terms::plan),
                    number("plan_features", Terms::planFeatures),
                    number("seats_bought", Terms::seatsBought),
                    amount("arr", Terms::arr),
                    currency("arr_currency", Terms::arr),
                    day("renews_on", Terms::renewsOn),
                    text("stage", Terms::stage)),
            FactTables::terms);

    static final FactTable<Contact> CONTACTS = new FactTable<>(
            "contact",
            Contact.class,
            BY_ID,
            List.of(
                    text("name", contact -> Optional.of(contact.name())),
                    text("role", contact -> Optional.of(contact.role().code())),
                    day("left_on", Contact::leftOn)),
            FactTables::contact);

    static final FactTable<Subscription> SUBSCRIPTIONS = new FactTable<>(
            "subscription",
            Subscription.class,
            BY_ID,
            List.of(
                    text("plan", Subscription::plan),
                    number("seats", Subscription::seats),
                    amount("arr", Subscription::arr),
                    currency("arr_currency", Subscription::arr),
                    day("starts_on", subscription -> Optional.of(subscription.startsOn())),
                    day("ends_on", Subscription::endsOn),
                    day("renews_on", Subscription::renewsOn),
                    text("term", subscription -> Optional.of(subscription.term().code())),
                    yesOrNo("trial", Subscription::trial)),
            FactTables::subscription);

    static final FactTable<Invoice> INVOICES = new FactTable<>(
            "invoice",
            Invoice.class,
            BY_ID,
            List.of(
                    amount("amount", invoice -> Optional.of(invoice.amount())),
                    currency("amount_currency", invoice -> Optional.of(invoice.amount())),
                    day("issued_on", invoice -> Optional.of(invoice.issuedOn())),
                    day("due_on", invoice -> Optional.of(invoice.dueOn())),
                    day("paid_on", Invoice::paidOn)),
            FactTables::invoice);

    static final FactTable<Ticket> TICKETS = new FactTable<>(
            "ticket",
            Ticket.class,
            BY_ID,
            List.of(
                    instant("opened_at", ticket -> Optional.of(ticket.openedAt())),
                    instant("closed_at", Ticket::closedAt),
                    instant("escalated_at", Ticket::escalatedAt),
                    smallNumber("sentiment", Ticket::sentiment),
                    smallNumber("satisfaction", Ticket::satisfaction),
                    text("priority", Ticket::priority),
                    text("subject", Ticket::subject)),
            FactTables::ticket);

    static final FactTable<Touchpoint> TOUCHPOINTS = new FactTable<>(
            "touchpoint",
            Touchpoint.class,
            BY_ID,
            List.of(
                    instant("occurred_at", touchpoint -> Optional.of(touchpoint.occurredAt())),
                    text(
                            "direction",
                            touchpoint -> Optional.of(touchpoint.direction().code())),
                    text("channel", touchpoint -> Optional.of(touchpoint.channel())),
                    text("contact_id", Touchpoint::contact),
                    instant("answered_at", Touchpoint::answeredAt),
                    text("summary", Touchpoint::summary)),
            FactTables::touchpoint);

    private FactTables() {}

    static FactTable<?> of(FactKind kind) {
        return switch (kind) {
            case TERMS -> TERMS;
            case CONTACT -> CONTACTS;
            case SUBSCRIPTION -> SUBSCRIPTIONS;
            case INVOICE -> INVOICES;
            case TICKET -> TICKETS;
            case TOUCHPOINT -> TOUCHPOINTS;
        };
    }

    private static Terms terms(AccountId account, ResultSet row) throws SQLException {
        return new Terms(
                account,
                Columns.text(row, "plan"),
                Columns.number(row, "plan_features"),
                Columns.number(row, "seats_bought"),
                Columns.money(row, "arr"),
                Columns.day(row, "renews_on"),
                Columns.text(row, "stage"));
    }

    private static Contact contact(AccountId account, ResultSet row) throws SQLException {
        return new Contact(
                account,
                id(row),
                row.getString("name"),
                ContactRole.valueOf(constant(row, "role")),
                Columns.day(row, "left_on"));
    }

    private static Subscription subscription(AccountId account, ResultSet row) throws SQLException {
        return new Subscription(
                account,
                id(row),
                Columns.text(row, "plan"),
                Columns.number(row, "seats"),
                Columns.money(row, "arr"),
                Columns.day(row, "starts_on").orElseThrow(),
                Columns.day(row, "ends_on"),
                Columns.day(row, "renews_on"),
                Term.valueOf(constant(row, "term")),
                row.getBoolean("trial"));
    }

    private static Invoice invoice(AccountId account, ResultSet row) throws SQLException {
        return new Invoice(
                account,
                id(row),
                Columns.money(row, "amount").orElseThrow(),
                Columns.day(row, "issued_on").orElseThrow(),
                Columns.day(row, "due_on").orElseThrow(),
                Columns.day(row, "paid_on"));
    }

    private static Ticket ticket(AccountId account, ResultSet row) throws SQLException {
        return new Ticket(
                account,
                id(row),
                Times.read(row, "opened_at"),
                Columns.instant(row, "closed_at"),
                Columns.instant(row, "escalated_at"),
                Columns.number(row, "sentiment"),
                Columns.number(row, "satisfaction"),
                Columns.text(row, "priority"),
                Columns.text(row, "subject"));
    }

    private static Touchpoint touchpoint(AccountId account, ResultSet row) throws SQLException {
        return new Touchpoint(
                account,
                id(row),
                Times.read(row, "occurred_at"),
                Direction.valueOf(constant(row, "direction")),
                row.getString("channel"),
                Columns.text(row, "contact_id"),
                Columns.instant(row, "answered_at"),
                Columns.text(row, "summary"));
    }

    private static FactId id(ResultSet row) throws SQLException {
        return new FactId(row.getString("source"), row.getString("fact_id"));
    }

    private static String constant(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }
}
