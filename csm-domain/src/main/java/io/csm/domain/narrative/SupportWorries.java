package io.csm.domain.narrative;

import static io.csm.domain.signal.StandardSignals.AVG_TICKET_SENTIMENT;
import static io.csm.domain.signal.StandardSignals.CSAT_AVERAGE;
import static io.csm.domain.signal.StandardSignals.ESCALATION_COUNT_90_DAYS;
import static io.csm.domain.signal.StandardSignals.OPEN_ESCALATION;
import static io.csm.domain.signal.StandardSignals.OPEN_TICKET_COUNT;
import static io.csm.domain.signal.StandardSignals.TICKETS_30_DAYS;

import io.csm.domain.fact.Ticket;
import io.csm.domain.signal.Signal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The account waits for help, or is unhappy with the help it gets. */
final class SupportWorries {

    private static final Set<Signal> SUPPORT = Set.of(
            OPEN_TICKET_COUNT,
            AVG_TICKET_SENTIMENT,
            ESCALATION_COUNT_90_DAYS,
            OPEN_ESCALATION,
            TICKETS_30_DAYS,
            CSAT_AVERAGE);

    private static final double MANY_TICKETS = 3;
    private static final double MANY_ESCALATIONS = 2;
    private static final double POOR_CSAT = 3;
    private static final double OF_AN_ESCALATION = 6;

    private SupportWorries() {}

    static Stream<Worry> of(Situation situation) {
        List<Ticket> open = situation.openTickets();
        long escalated = open.stream().filter(situation::isEscalated).count();
        boolean unhappy = isUnhappy(situation);
        boolean many = Math.max(open.size(), situation.value(OPEN_TICKET_COUNT)) >= MANY_TICKETS;
        boolean byCounts =
                situation.value(ESCALATION_COUNT_90_DAYS) >= MANY_ESCALATIONS || situation.value(OPEN_ESCALATION) > 0;
        boolean poor = situation.value(CSAT_AVERAGE) < POOR_CSAT;
        if (escalated == 0 && !unhappy && !many && !byCounts && !poor) {
            return Stream.empty();
        }
        String clause = open.isEmpty() ? bySignals(situation) : byTickets(open, escalated);
        return Stream.of(new Worry(
                SUPPORT,
                situation.lost(SUPPORT) + (escalated > 0 ? OF_AN_ESCALATION : 0),
                situation.who() + (open.isEmpty() ? " is not well served: " : " is waiting for our help: ") + clause,
                clause,
                risk(situation, open, escalated, unhappy),
                Optional.of(action(situation, open, escalated))));
    }

    private static String byTickets(List<Ticket> open, long escalated) {
        Ticket first = open.get(0);
        String since = "been open since " + Prose.day(People.dayOf(first.openedAt()));
        if (escalated > 0) {
            String others = open.size() == 1 ? "" : ", beside " + Prose.count(open.size() - 1L, "other open ticket");
            return "the escalated ticket " + called(first) + " has " + since + others;
        }
        return open.size() == 1
                ? "the ticket " + called(first) + " has " + since
                : Prose.count(open.size(), "ticket") + " are open, the oldest (" + called(first) + ") since "
                        + Prose.day(People.dayOf(first.openedAt()));
    }

    private static String called(Ticket ticket) {
        return ticket.subject()
                .filter(subject -> !subject.isBlank())
                .map(Prose::quoted)
                .orElseGet(() -> Prose.plain(ticket.id().id()));
    }

    /** What the signals say where no ticket is known, the worst first, two of them. */
    private static String bySignals(Situation situation) {
        List<String> bad = new ArrayList<>();
        double escalations = situation.value(ESCALATION_COUNT_90_DAYS);
        double tickets = situation.value(OPEN_TICKET_COUNT);
        if (situation.value(OPEN_ESCALATION) > 0) {
            bad.add("an escalation is open");
        }
        if (escalations > 0) {
            bad.add("there " + (escalations == 1 ? "was " : "were ") + Prose.count((long) escalations, "escalation")
                    + " in 90 days");
        }
        if (tickets > 0) {
            bad.add(OPEN_TICKET_COUNT.say(tickets));
        }
        if (isUnhappy(situation)) {
            bad.add("ticket sentiment is " + situation.word(AVG_TICKET_SENTIMENT));
        }
        if (situation.value(CSAT_AVERAGE) < POOR_CSAT) {
            bad.add(CSAT_AVERAGE.say(situation.value(CSAT_AVERAGE)));
        }
        return Prose.list(bad.subList(0, Math.min(2, bad.size())));
    }

    private static boolean isUnhappy(Situation situation) {
        return List.of("negative", "critical").contains(situation.word(AVG_TICKET_SENTIMENT));
    }

    /** How many tickets are open, and how many of them are escalated. */
    private static String counted(List<Ticket> open, long escalated) {
        String tickets = Prose.count(open.size(), "ticket") + (open.size() == 1 ? " is open" : " are open");
        if (escalated == 0) {
            return tickets;
        }
        return tickets + (open.size() == 1 ? " and escalated" : ", " + escalated + " of them escalated");
    }

    private static String risk(Situation situation, List<Ticket> open, long escalated, boolean unhappy) {
        if (open.isEmpty()) {
            return Prose.sentence("support is a sore point: " + bySignals(situation) + situation.price(SUPPORT));
        }
        long waiting = ChronoUnit.DAYS.between(People.dayOf(open.get(0).openedAt()), situation.day());
        String tickets =
                counted(open, escalated) + "; " + called(open.get(0)) + " has waited for " + Prose.days(waiting);
        String mood = unhappy ? "; ticket sentiment is " + situation.word(AVG_TICKET_SENTIMENT) : "";
        return Prose.sentence(tickets + mood + situation.price(SUPPORT));
    }

    private static String action(Situation situation, List<Ticket> open, long escalated) {
        String whom = situation.people().closest();
        if (open.isEmpty()) {
            return "Ask " + whom + " what went wrong with support, and say what changes.";
        }
        if (escalated > 0) {
            return "Have the escalated ticket " + called(open.get(0)) + " solved, and tell " + whom
                    + " yourself by when; do not let it run into the next conversation.";
        }
        String tickets = open.size() == 1 ? "the open ticket " : "the " + open.size() + " open tickets, first ";
        return "Close " + tickets + called(open.get(0)) + ", and tell " + whom + " what came of it.";
    }
}
