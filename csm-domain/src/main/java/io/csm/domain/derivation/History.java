package io.csm.domain.derivation;

import static io.csm.domain.event.StandardEvents.FEATURE_USED;
import static io.csm.domain.event.StandardEvents.LOGIN;

import io.csm.domain.event.Event;
import io.csm.domain.event.EventType;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What had happened at an account by the instant from which one looks; what came later is not seen. */
final class History {

    private static final Comparator<Event> OLDEST_FIRST =
            Comparator.comparing(Event::occurredAt).thenComparing(Event::id);

    private final AccountFacts facts;
    private final Instant asOf;
    private final LocalDate day;
    private final Map<Window, Window.Span> spans = new EnumMap<>(Window.class);

    History(AccountFacts facts) {
        this.facts = facts;
        asOf = facts.viewpoint().asOf();
        day = facts.viewpoint().day();
        for (Window window : Window.values()) {
            spans.put(window, window.before(asOf));
        }
    }

    Instant asOf() {
        return asOf;
    }

    /** The day from which one looks. */
    LocalDate day() {
        return day;
    }

    Terms terms() {
        return facts.terms();
    }

    Set<Feed> feeds() {
        return facts.feeds();
    }

    boolean has(Feed feed) {
        return facts.feeds().contains(feed);
    }

    /** Whether that is not after the instant from which one looks. */
    boolean happened(Instant instant) {
        return !instant.isAfter(asOf);
    }

    Predicate<Instant> in(Window window) {
        return spans.getOrDefault(window, window.before(asOf))::holds;
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Events of these types that occurred in that window, in no order. */
    Stream<Event> events(Window window, EventType... types) {
        Predicate<Instant> inWindow = in(window);
        List<EventType> wanted = List.of(types);
        return facts.events().stream()
                .filter(event -> inWindow.test(event.occurredAt()) && wanted.contains(event.type()));
    }

    /** The newest event of that type in that window; of two at the same instant the one with the greater id. */
    Optional<Event> newest(EventType type, Window window) {
        return events(window, type).max(OLDEST_FIRST);
    }

    /** The newest event of that type, however old. */
    Optional<Event> newest(EventType type) {
        return facts.events().stream()
                .filter(event -> event.type().equals(type) && happened(event.occurredAt()))
                .max(OLDEST_FIRST);
    }

    /** Events of somebody using a feature. */
    Stream<Event> usage(Window window) {
        return events(window, FEATURE_USED);
    }

    /** Events of somebody being there: logging in, or using a feature. */
    Stream<Event> activity(Window window) {
        return events(window, LOGIN, FEATURE_USED);
    }

    Stream<Touchpoint> touchpoints() {
        return facts.touchpoints().stream().filter(touchpoint -> happened(touchpoint.occurredAt()));
    }

    Stream<Touchpoint> touchpoints(Window window) {
        Predicate<Instant> inWindow = in(window);
        return facts.touchpoints().stream().filter(touchpoint -> inWindow.test(touchpoint.occurredAt()));
    }

    /** Two-way touchpoints with one of these contacts. */
    Stream<Touchpoint> conversations(Window window, Set<String> contacts) {
        return touchpoints(window)
                .filter(Touchpoint::isTwoWay)
                .filter(touchpoint ->
                        touchpoint.contact().filter(contacts::contains).isPresent());
    }

    Stream<Contact> contacts() {
        return facts.contacts().stream();
    }

    Stream<Invoice> invoices() {
        return facts.invoices().stream();
    }

    /** Tickets of which that instant, if there is one, lies in the window. */
    Stream<Ticket> tickets(Window window, Function<Ticket, Optional<Instant>> instant) {
        Predicate<Instant> inWindow = in(window);
        return facts.tickets().stream()
                .filter(ticket -> instant.apply(ticket).filter(inWindow).isPresent());
    }

    Stream<Ticket> ticketsOpened(Window window) {
        return tickets(window, ticket -> Optional.of(ticket.openedAt()));
    }

    Stream<Ticket> openTickets() {
        return facts.tickets().stream().filter(ticket -> ticket.isOpen(asOf));
    }

    /** Subscriptions that run on that day, trials not among them. */
    Stream<Subscription> running(LocalDate on) {
        return facts.subscriptions().stream().filter(subscription -> !subscription.trial() && subscription.runsOn(on));
    }
}
