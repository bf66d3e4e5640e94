package io.csm.domain.narrative;

import static io.csm.domain.signal.StandardSignals.CHAMPION_STATUS;
import static io.csm.domain.signal.StandardSignals.DAYS_SINCE_LAST_INTERACTION;
import static io.csm.domain.signal.StandardSignals.OUTREACH_RESPONSE;
import static io.csm.domain.signal.StandardSignals.STAKEHOLDER_ENGAGEMENT;
import static io.csm.domain.signal.StandardSignals.TOUCHPOINTS_30_DAYS;

import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.signal.Signal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Nobody speaks for us there any more, or nobody has spoken with them for long. */
final class RelationshipWorries {

    private static final Set<Signal> CHAMPION = Set.of(CHAMPION_STATUS);
    private static final Set<Signal> SILENCE =
            Set.of(DAYS_SINCE_LAST_INTERACTION, OUTREACH_RESPONSE, TOUCHPOINTS_30_DAYS);
    private static final Set<Signal> ENGAGEMENT = Set.of(STAKEHOLDER_ENGAGEMENT);

    private static final double LONG_SILENCE = 60;
    private static final long MANY_MESSAGES = 2;
    private static final double OF_A_CHAMPION = 8;

    private RelationshipWorries() {}

    static Stream<Worry> of(Situation situation) {
        return Stream.of(champion(situation), silence(situation), engagement(situation))
                .flatMap(Optional::stream);
    }

    private static Optional<Worry> champion(Situation situation) {
        Optional<Contact> gone = situation.people().championWhoLeft();
        if (gone.isEmpty() && !situation.word(CHAMPION_STATUS).equals("left")) {
            return Optional.empty();
        }
        String name = gone.map(Contact::name).map(Prose::plain).orElse("");
        String who = name.isEmpty() ? "the champion" : name + ", the champion,";
        String when = gone.flatMap(Contact::leftOn)
                .map(day -> " on " + Prose.day(day))
                .orElse("");
        return Optional.of(new Worry(
                CHAMPION,
                OF_A_CHAMPION + situation.lost(CHAMPION),
                situation.who() + " has lost its champion: " + (name.isEmpty() ? "who spoke for us" : name) + " left"
                        + when,
                who + " left" + when,
                Prose.sentence("nobody there has spoken for us since " + (name.isEmpty() ? "the champion" : name)
                        + " left" + when + situation.price(CHAMPION)),
                Optional.of(newChampion(situation, name))));
    }

    private static String newChampion(Situation situation, String name) {
        String instead = name.isEmpty() ? "" : " in place of " + name;
        String introducer = situation.people().oneOf("", ContactRole.EXECUTIVE_SPONSOR, ContactRole.USER);
        return introducer.isEmpty()
                ? "Win a new champion" + instead + " " + situation.deadline() + "; nobody else there is known by name."
                : "Win a new champion" + instead + ": ask " + introducer + " for an introduction this week.";
    }

    private static Optional<Worry> silence(Situation situation) {
        double days = situation.value(DAYS_SINCE_LAST_INTERACTION);
        long unanswered = situation.people().unanswered();
        boolean isLong = days > LONG_SILENCE;
        if (!isLong && unanswered < MANY_MESSAGES) {
            return Optional.empty();
        }
        String messages = unanswered < 1
                ? ""
                : unanswered == 1
                        ? "1 message since then went unanswered"
                        : Prose.count(unanswered, "message") + " since then went unanswered";
        String since = Double.isNaN(days) ? "" : situation.dayAndDistance((long) -days);
        String clause = isLong
                ? "the last conversation" + withWhom(situation, days) + " was " + since + also(messages)
                : "our last " + Prose.count(unanswered, "message") + " went unanswered";
        return Optional.of(new Worry(
                SILENCE,
                situation.lost(SILENCE) + unanswered,
                isLong
                        ? "Nobody has talked with " + situation.who() + " since "
                                + Prose.day(situation.day().minusDays((long) days)) + ", " + Prose.days((long) days)
                                + " now" + also(messages)
                        : situation.who() + " no longer answers: " + clause,
                clause,
                Prose.sentence((isLong
                                ? "we have been out of touch for " + Prose.days((long) days)
                                : "they do not answer")
                        + (unanswered > 0 ? ", with " + Prose.count(unanswered, "message") + " of ours unanswered" : "")
                        + situation.price(SILENCE)),
                Optional.of(call(situation, days))));
    }

    private static String also(String messages) {
        return messages.isEmpty() ? "" : ", and " + messages;
    }

    private static String call(Situation situation, double days) {
        String when = Double.isNaN(days)
                ? ""
                : "; the last two-way conversation was " + situation.dayAndDistance((long) -days);
        return "Call " + situation.people().closest() + " this week" + when + ".";
    }

    /** With whom, where the known conversation is the one that the score counts from. */
    private static String withWhom(Situation situation, double days) {
        LocalDate counted = situation.day().minusDays((long) days);
        return situation.people().lastConversation().filter(counted::equals).isPresent()
                ? situation.people().withWhom()
                : "";
    }

    private static Optional<Worry> engagement(Situation situation) {
        if (!situation.word(STAKEHOLDER_ENGAGEMENT).equals("low")) {
            return Optional.empty();
        }
        return Optional.of(new Worry(
                ENGAGEMENT,
                situation.lost(ENGAGEMENT),
                "The stakeholders at " + situation.who() + " are hardly engaged",
                "the stakeholders are hardly engaged",
                Prose.sentence("champion and sponsor hardly talk with us" + situation.price(ENGAGEMENT)),
                Optional.of(
                        "Put regular conversations with " + situation.people().decider()
                                + " into the calendar, one every other week for the next quarter.")));
    }
}
