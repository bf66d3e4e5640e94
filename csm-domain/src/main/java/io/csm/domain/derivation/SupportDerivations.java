package io.csm.domain.derivation;

import static io.csm.domain.derivation.Derivation.derivation;
import static io.csm.domain.derivation.Feed.TICKET;
import static io.csm.domain.derivation.Needs.anyFeed;
import static io.csm.domain.derivation.Needs.feeds;
import static io.csm.domain.derivation.Sentences.count;
import static io.csm.domain.derivation.Window.LAST_30_DAYS;
import static io.csm.domain.derivation.Window.LAST_90_DAYS;
import static io.csm.domain.event.StandardEvents.ESCALATION;

import io.csm.domain.fact.Ticket;
import io.csm.domain.signal.StandardSignals;
import io.csm.domain.signal.TicketSentiment;
import java.util.List;
import java.util.stream.Stream;

/** What goes wrong, and how people take it. */
final class SupportDerivations {

    static final Derivation OPEN_TICKET_COUNT = derivation(
            StandardSignals.OPEN_TICKET_COUNT,
            "tickets opened and not closed",
            "now",
            "their number",
            feeds(TICKET),
            Age.NOW,
            SupportDerivations::open);

    static final Derivation AVG_TICKET_SENTIMENT = derivation(
            StandardSignals.AVG_TICKET_SENTIMENT,
            "tickets opened, of which the sentiment is known",
            LAST_90_DAYS.words(),
            "mean of the sentiments: at least 25: positive; at least -25: neutral; at least -75: negative; else critical",
            feeds(TICKET).and("the sentiment of a ticket opened in the window"),
            Age.NOW,
            SupportDerivations::sentiment);

    static final Derivation ESCALATION_COUNT_90_DAYS = derivation(
            StandardSignals.ESCALATION_COUNT_90_DAYS,
            "tickets escalated; `escalation` events",
            LAST_90_DAYS.words(),
            "number of both",
            anyFeed(TICKET, Feed.ESCALATION),
            Age.NOW,
            SupportDerivations::escalations);

    static final Derivation TICKETS_30_DAYS = derivation(
            StandardSignals.TICKETS_30_DAYS,
            "tickets opened",
            LAST_30_DAYS.words(),
            "their number",
            feeds(TICKET),
            Age.NOW,
            SupportDerivations::opened);

    static final Derivation OPEN_ESCALATION = derivation(
            StandardSignals.OPEN_ESCALATION,
            "tickets opened and not closed",
            "now",
            "one that was escalated: yes; else no",
            feeds(TICKET),
            Age.NOW,
            SupportDerivations::openEscalation);

    private SupportDerivations() {}

    private static Finding open(History history) {
        long open = history.openTickets().count();
        return Finding.whole(
                open,
                () -> count(open, "ticket") + " open",
                () -> history.openTickets().map(SupportDerivations::opened));
    }

    private static Finding opened(History history) {
        long opened = history.ticketsOpened(LAST_30_DAYS).count();
        return Finding.whole(
                opened,
                () -> count(opened, "ticket") + " opened in 30 days",
                () -> history.ticketsOpened(LAST_30_DAYS).map(SupportDerivations::opened));
    }

    private static Evidence opened(Ticket ticket) {
        return Sentences.of(ticket, ticket.openedAt(), "opened");
    }

    private static Finding sentiment(History history) {
        List<Ticket> judged = history.ticketsOpened(LAST_90_DAYS)
                .filter(ticket -> ticket.sentiment().isPresent())
                .toList();
        if (judged.isEmpty()) {
            return Finding.notTracked("nobody judged a ticket opened in 90 days");
        }
        long sum = judged.stream().mapToLong(SupportDerivations::sentimentOf).sum();
        return Finding.of(
                StandardSignals.AVG_TICKET_SENTIMENT.valueOf(sentiment(sum, judged.size())),
                () -> "sentiments of " + count(judged.size(), "ticket") + " in 90 days add up to " + sum,
                () -> judged.stream()
                        .map(ticket -> Sentences.of(
                                ticket, ticket.openedAt(), "opened, with sentiment " + sentimentOf(ticket))));
    }

    private static int sentimentOf(Ticket ticket) {
        return ticket.sentiment().orElseThrow();
    }

    /** Compares the sums, as the mean would have to be rounded. */
    private static TicketSentiment sentiment(long sum, long tickets) {
        if (sum >= 25 * tickets) {
            return TicketSentiment.POSITIVE;
        }
        if (sum >= -25 * tickets) {
            return TicketSentiment.NEUTRAL;
        }
        return sum >= -75 * tickets ? TicketSentiment.NEGATIVE : TicketSentiment.CRITICAL;
    }

    private static Finding escalations(History history) {
        long tickets = history.tickets(LAST_90_DAYS, Ticket::escalatedAt).count();
        long events = history.events(LAST_90_DAYS, ESCALATION).count();
        return Finding.whole(
                tickets + events,
                () -> count(tickets, "ticket") + " escalated and " + count(events, "other escalation") + " in 90 days",
                () -> Stream.concat(
                        history.tickets(LAST_90_DAYS, Ticket::escalatedAt).map(SupportDerivations::escalated),
                        history.events(LAST_90_DAYS, ESCALATION).map(Sentences::of)));
    }

    private static Finding openEscalation(History history) {
        List<Ticket> escalated = history.openTickets()
                .filter(ticket -> ticket.escalatedAt().filter(history::happened).isPresent())
                .toList();
        return Finding.of(
                StandardSignals.OPEN_ESCALATION.fromFlag(!escalated.isEmpty()),
                () -> count(escalated.size(), "escalated ticket") + " open",
                () -> escalated.stream().map(SupportDerivations::escalated));
    }

    private static Evidence escalated(Ticket ticket) {
        return Sentences.of(ticket, ticket.escalatedAt().orElseThrow(), "escalated");
    }
}
