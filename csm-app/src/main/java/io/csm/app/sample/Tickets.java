package io.csm.app.sample;

import static io.csm.domain.signal.StandardSignals.AVG_TICKET_SENTIMENT;
import static io.csm.domain.signal.StandardSignals.OPEN_TICKET_COUNT;

import io.csm.domain.fact.Ticket;
import io.csm.domain.signal.TicketSentiment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A year of requests for support. As many are open as the signals of the last day say, one for each escalation was
 * escalated on the day that the diary has, and those of the last three months sound as the signals say.
 */
final class Tickets {

    private static final String DESK = "helpdesk";
    /** A little more than the ninety days whose mood is given. */
    private static final int OF_ONE_MOOD_DAYS = 95;

    private static final int A_YEAR = 365;
    private static final int LONGEST_OPEN_DAYS = 45;

    private final LastMonth last;
    private final Dice dice;
    private final TicketSentiment mood;
    private final List<Ticket> tickets = new ArrayList<>();
    private int open;

    private Tickets(LastMonth last) {
        this.last = last;
        dice = last.dice("tickets");
        mood = TicketSentiment.valueOf(last.word(AVG_TICKET_SENTIMENT).toUpperCase(Locale.ROOT));
        open = (int) last.number(OPEN_TICKET_COUNT);
    }

    static List<Ticket> of(LastMonth last) {
        Tickets tickets = new Tickets(last);
        tickets.escalated();
        tickets.stillOpen();
        tickets.closed();
        return List.copyOf(tickets.tickets);
    }

    private void escalated() {
        for (LocalDate on : last.customer().diary().escalations()) {
            if (on.isBefore(last.day()) && on.isAfter(last.daysAgo(A_YEAR))) {
                Instant at = Year.at(on, dice.whole(9, 16), dice.whole(0, 59));
                boolean isOpen = open > 0 && on.isAfter(last.daysAgo(LONGEST_OPEN_DAYS));
                open -= isOpen ? 1 : 0;
                add(at.minus(Duration.ofHours(dice.whole(3, 40))), Optional.of(at), isOpen, Subjects.TROUBLE);
            }
        }
    }

    private void stillOpen() {
        for (; open > 0; open--) {
            int daysAgo = Math.max(1, Math.min(dice.whole(1, LONGEST_OPEN_DAYS), last.age()));
            add(opened(daysAgo), Optional.empty(), true, dice.chance(0.2) ? Subjects.INTEGRATIONS : subjects(daysAgo));
        }
    }

    /** Some each month, more of them in a bad one; at least one whose mood counts. */
    private void closed() {
        add(opened(Math.max(1, Math.min(last.age(), dice.whole(20, 80)))), Optional.empty(), false, subjects(30));
        for (int month = 0; month < Year.MONTHS; month++) {
            double trouble = 1 - last.condition(month).calm();
            int many = (int) (last.plan().tickets() * (4 * trouble + dice.between(0, 1.6)));
            for (int nth = 0; nth < many; nth++) {
                int daysAgo = dice.whole(30 * month + 4, 30 * month + 29);
                if (daysAgo < last.age()) {
                    add(
                            opened(daysAgo),
                            Optional.empty(),
                            false,
                            dice.chance(0.12) ? Subjects.INTEGRATIONS : subjects(daysAgo));
                }
            }
        }
    }

    private List<String> subjects(int daysAgo) {
        double calm = last.condition(Math.min(daysAgo / 30, Year.NEWEST)).calm();
        return dice.chance(calm) ? Subjects.QUESTIONS : Subjects.TROUBLE;
    }

    private Instant opened(int daysAgo) {
        return Year.at(last.daysAgo(daysAgo), dice.whole(7, 17), dice.whole(0, 59));
    }

    private void add(Instant opened, Optional<Instant> escalated, boolean isOpen, List<String> subjects) {
        Optional<Instant> closed = isOpen ? Optional.empty() : Optional.of(closed(escalated.orElse(opened)));
        boolean isRecent = opened.isAfter(last.readAt().minus(Duration.ofDays(OF_ONE_MOOD_DAYS)));
        int sentiment = isRecent ? sentiment(mood) : sentiment(dice.pick(List.of(mood, TicketSentiment.NEUTRAL)));
        tickets.add(new Ticket(
                last.account(),
                last.id(DESK, "ticket", tickets.size()),
                opened,
                closed,
                escalated,
                Optional.of(sentiment),
                closed.filter(any -> dice.chance(0.6)).map(any -> satisfaction(sentiment)),
                Optional.of(escalated.isPresent() ? "urgent" : dice.chance(0.2) ? "high" : "normal"),
                Optional.of(Subjects.pick(subjects, dice))));
    }

    /** Never after the signals were read. */
    private Instant closed(Instant after) {
        Instant closed = after.plus(Duration.ofHours(dice.whole(2, 110)));
        Instant latest = last.readAt().minus(Duration.ofHours(1));
        return closed.isBefore(latest) ? closed : latest.isBefore(after) ? after : latest;
    }

    private int sentiment(TicketSentiment of) {
        return switch (of) {
            case POSITIVE -> dice.whole(28, 75);
            case NEUTRAL -> dice.whole(-22, 22);
            case NEGATIVE -> dice.whole(-72, -28);
            case CRITICAL -> dice.whole(-100, -80);
        };
    }

    private int satisfaction(int sentiment) {
        return Math.max(1, Math.min(5, (int) Math.round(3 + sentiment / 40.0 + dice.between(-0.7, 0.9))));
    }
}
