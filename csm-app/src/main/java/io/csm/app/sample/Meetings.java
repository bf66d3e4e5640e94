package io.csm.app.sample;

import static io.csm.domain.signal.StandardSignals.STAKEHOLDER_ENGAGEMENT;

import io.csm.domain.fact.Contact;
import io.csm.domain.fact.Direction;
import io.csm.domain.fact.Touchpoint;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Calls and meetings on the days of the diary, with as many talks with champion and sponsor in the last ninety days as
 * the given engagement asks for. An account whose conversations are not logged has none.
 */
final class Meetings {

    private static final String CRM = "crm";
    /** A little less than ninety days, so that it is the same a few days later. */
    private static final int LATELY_DAYS = 86;
    /** A little more than ninety days. */
    private static final int PERHAPS_LATELY_DAYS = 92;

    private final LastMonth last;
    private final People people;
    private final Dice dice;
    private final Engagement engagement;
    private final List<Touchpoint> touchpoints = new ArrayList<>();
    private int withStakeholders;

    /** How many conversations with champion or sponsor in ninety days it takes, and how many it may have. */
    private enum Engagement {
        LOW(0, 1),
        MEDIUM(2, 5),
        HIGH(6, Integer.MAX_VALUE);

        private final int least;
        private final int most;

        Engagement(int least, int most) {
            this.least = least;
            this.most = most;
        }
    }

    private Meetings(LastMonth last, People people) {
        this.last = last;
        this.people = people;
        dice = last.dice("meetings");
        engagement = Engagement.valueOf(last.word(STAKEHOLDER_ENGAGEMENT).toUpperCase(Locale.ROOT));
    }

    static List<Touchpoint> of(LastMonth last, People people) {
        if (!last.customer().tracking().conversations()) {
            return List.of();
        }
        Meetings meetings = new Meetings(last, people);
        meetings.ofTheDiary();
        meetings.more();
        meetings.unanswered();
        return List.copyOf(meetings.touchpoints);
    }

    private List<LocalDate> days() {
        LocalDate newest = last.customer().diary().lastConversation(last.day());
        return last.customer().diary().conversations().stream()
                .filter(day -> !day.isAfter(newest))
                .toList();
    }

    private void ofTheDiary() {
        for (LocalDate day : days()) {
            boolean isLately = day.isAfter(last.daysAgo(PERHAPS_LATELY_DAYS));
            boolean withStakeholder = isLately ? withStakeholders < engagement.most : dice.chance(0.7);
            talk(day, withStakeholder ? stakeholder(day) : people.planner());
            withStakeholders += isLately && withStakeholder ? 1 : 0;
        }
    }

    /** The diary has the days on which somebody talked; on some of them several did. */
    private void more() {
        List<LocalDate> lately = days().stream()
                .filter(day -> day.isAfter(last.daysAgo(LATELY_DAYS)))
                .toList();
        while (!lately.isEmpty() && withStakeholders < engagement.least) {
            LocalDate day = dice.pick(lately);
            talk(day, stakeholder(day));
            withStakeholders++;
        }
    }

    private Contact stakeholder(LocalDate day) {
        boolean meetsSponsor = last.customer().life().in(last.number()).relationship() > 0.55;
        return meetsSponsor && dice.chance(0.4) ? people.sponsor() : people.championOn(day);
    }

    private void talk(LocalDate day, Contact with) {
        double relationship = last.condition(monthsBefore(day)).relationship();
        List<String> topics = dice.chance(relationship + 0.2) ? Subjects.MEETINGS : Subjects.HARD_MEETINGS;
        // on its very last day an account has talked before the signals are read
        int hour = day.isEqual(last.day()) ? 5 : dice.whole(8, 16);
        add(day, hour, Direction.TWO_WAY, dice.chance(0.6) ? "call" : "meeting", with, dice.pick(topics));
    }

    private int monthsBefore(LocalDate day) {
        return (int) Math.min(Year.MONTHS, ChronoUnit.DAYS.between(day, last.day()) / 30);
    }

    /** Where few answer, e-mails go out without an answer. */
    private void unanswered() {
        int many = engagement == Engagement.LOW ? dice.whole(2, 5) : dice.whole(0, 1);
        for (int nth = 0; nth < many; nth++) {
            LocalDate day = last.daysAgo(dice.whole(3, LATELY_DAYS));
            if (day.isAfter(last.customer().contract().startedOn())) {
                add(
                        day,
                        dice.whole(8, 16),
                        Direction.OUTBOUND,
                        "email",
                        people.championOn(day),
                        "Asked for a date to talk");
            }
        }
    }

    private void add(LocalDate day, int hour, Direction direction, String channel, Contact with, String summary) {
        touchpoints.add(new Touchpoint(
                last.account(),
                last.id(CRM, "touchpoint", touchpoints.size()),
                Year.at(day, hour, dice.whole(0, 59)),
                direction,
                channel,
                Optional.of(with.id().id()),
                Optional.empty(),
                Optional.of(summary)));
    }
}
