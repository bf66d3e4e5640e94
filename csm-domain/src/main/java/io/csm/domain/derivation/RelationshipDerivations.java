package io.csm.domain.derivation;

import static io.csm.domain.derivation.Derivation.derivation;
import static io.csm.domain.derivation.Feed.SPONSOR;
import static io.csm.domain.derivation.Feed.STAKEHOLDER;
import static io.csm.domain.derivation.Feed.TOUCHPOINT;
import static io.csm.domain.derivation.Needs.feeds;
import static io.csm.domain.derivation.Sentences.count;
import static io.csm.domain.derivation.Window.LAST_30_DAYS;
import static io.csm.domain.derivation.Window.LAST_90_DAYS;

import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Direction;
import io.csm.domain.fact.Touchpoint;
import io.csm.domain.signal.StakeholderEngagement;
import io.csm.domain.signal.StandardSignals;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who speaks with whom, and whether they answer. */
final class RelationshipDerivations {

    static final Derivation DAYS_SINCE_LAST_INTERACTION = derivation(
            StandardSignals.DAYS_SINCE_LAST_INTERACTION,
            "two-way touchpoints",
            "ever",
            "days since the day of the last one",
            feeds(TOUCHPOINT).and("a two-way touchpoint"),
            Age.TOUCHPOINT,
            RelationshipDerivations::sinceLastConversation);

    static final Derivation STAKEHOLDER_ENGAGEMENT = derivation(
            StandardSignals.STAKEHOLDER_ENGAGEMENT,
            "two-way touchpoints; champions and executive sponsors, also those who left",
            LAST_90_DAYS.words(),
            "two-way touchpoints with one of them: at least 6: high; at least 2: medium; else low",
            feeds(TOUCHPOINT, STAKEHOLDER),
            Age.TOUCHPOINT,
            RelationshipDerivations::engagement);

    static final Derivation TOUCHPOINTS_30_DAYS = derivation(
            StandardSignals.TOUCHPOINTS_30_DAYS,
            "touchpoints of any direction",
            LAST_30_DAYS.words(),
            "their number",
            feeds(TOUCHPOINT),
            Age.TOUCHPOINT,
            RelationshipDerivations::touchpoints);

    static final Derivation CHAMPION_STATUS = derivation(
            StandardSignals.CHAMPION_STATUS,
            "champions; two-way touchpoints",
            LAST_90_DAYS.words(),
            "no champion is there: left; a two-way touchpoint with one who is, or no feed of touchpoints: active; else"
                    + " at_risk",
            feeds(STAKEHOLDER).and("a champion, there or not"),
            Age.TOUCHPOINT,
            RelationshipDerivations::champion);

    static final Derivation EXECUTIVE_ACCESS = derivation(
            StandardSignals.EXECUTIVE_ACCESS,
            "two-way touchpoints; executive sponsors who are there",
            LAST_90_DAYS.words(),
            "a two-way touchpoint with one of them: yes; else no",
            feeds(SPONSOR, TOUCHPOINT),
            Age.TOUCHPOINT,
            RelationshipDerivations::executiveAccess);

    static final Derivation OUTREACH_RESPONSE = derivation(
            StandardSignals.OUTREACH_RESPONSE,
            "outbound touchpoints and when they were answered",
            LAST_90_DAYS.words(),
            "share answered by now: none: none; below 1/3: rare; below 2/3: slow; else responsive",
            feeds(TOUCHPOINT).and("an outbound touchpoint in the window"),
            Age.TOUCHPOINT,
            RelationshipDerivations::response);

    private static final int HIGH = 6;
    private static final int MEDIUM = 2;

    private RelationshipDerivations() {}

    private static Finding sinceLastConversation(History history) {
        return history.touchpoints()
                .filter(Touchpoint::isTwoWay)
                .max(Comparator.comparing(Touchpoint::occurredAt).thenComparing(Touchpoint::id))
                .map(last -> sinceConversation(last, history))
                .orElseGet(() -> Finding.notTracked("there was never a two-way touchpoint"));
    }

    private static Finding sinceConversation(Touchpoint last, History history) {
        long days = ChronoUnit.DAYS.between(History.dayOf(last.occurredAt()), history.day());
        return Finding.whole(
                days,
                () -> count(days, "day") + " since the last two-way touchpoint",
                () -> Stream.of(Sentences.of(last, history.asOf())));
    }

    private static Finding engagement(History history) {
        Set<String> stakeholders = ids(history, contact -> contact.role().isStakeholder());
        long conversations = history.conversations(LAST_90_DAYS, stakeholders).count();
        StakeholderEngagement engagement = conversations >= HIGH
                ? StakeholderEngagement.HIGH
                : conversations >= MEDIUM ? StakeholderEngagement.MEDIUM : StakeholderEngagement.LOW;
        return Finding.of(
                StandardSignals.STAKEHOLDER_ENGAGEMENT.valueOf(engagement),
                () -> count(conversations, "two-way touchpoint") + " with champion or sponsor in 90 days",
                () -> evidence(history, history.conversations(LAST_90_DAYS, stakeholders)));
    }

    private static Finding touchpoints(History history) {
        long touchpoints = history.touchpoints(LAST_30_DAYS).count();
        return Finding.whole(
                touchpoints,
                () -> count(touchpoints, "touchpoint") + " in 30 days",
                () -> evidence(history, history.touchpoints(LAST_30_DAYS)));
    }

    private static Finding champion(History history) {
        List<Contact> champions = history.contacts()
                .filter(contact -> contact.role() == ContactRole.CHAMPION)
                .toList();
        if (champions.isEmpty()) {
            return Finding.notTracked("no champion is known");
        }
        Set<String> there = champions.stream()
                .filter(champion -> champion.isThere(history.day()))
                .map(champion -> champion.id().id())
                .collect(Collectors.toSet());
        long conversations = history.conversations(LAST_90_DAYS, there).count();
        String status = there.isEmpty() ? "left" : !history.has(TOUCHPOINT) || conversations > 0 ? "active" : "at_risk";
        return Finding.of(
                StandardSignals.CHAMPION_STATUS.fromText(status),
                () -> there.size() + " of " + count(champions.size(), "champion") + " there, "
                        + count(conversations, "two-way touchpoint") + " with them in 90 days",
                () -> Stream.concat(
                        champions.stream().map(champion -> Sentences.of(champion, history.day())),
                        evidence(history, history.conversations(LAST_90_DAYS, there))));
    }

    private static Finding executiveAccess(History history) {
        Set<String> sponsors = ids(
                history, contact -> contact.role() == ContactRole.EXECUTIVE_SPONSOR && contact.isThere(history.day()));
        long conversations = history.conversations(LAST_90_DAYS, sponsors).count();
        return Finding.of(
                StandardSignals.EXECUTIVE_ACCESS.fromFlag(conversations > 0),
                () -> count(sponsors.size(), "sponsor") + " there, " + count(conversations, "two-way touchpoint")
                        + " with them in 90 days",
                () -> evidence(history, history.conversations(LAST_90_DAYS, sponsors)));
    }

    private static Finding response(History history) {
        List<Touchpoint> sent = history.touchpoints(LAST_90_DAYS)
                .filter(touchpoint -> touchpoint.direction() == Direction.OUTBOUND)
                .toList();
        if (sent.isEmpty()) {
            return Finding.notTracked("nobody reached out in 90 days");
        }
        long answered = sent.stream()
                .filter(touchpoint ->
                        touchpoint.answeredAt().filter(history::happened).isPresent())
                .count();
        return Finding.of(
                StandardSignals.OUTREACH_RESPONSE.fromText(response(answered, sent.size())),
                () -> answered + " of " + count(sent.size(), "outbound touchpoint") + " in 90 days answered",
                () -> evidence(history, sent.stream()));
    }

    private static String response(long answered, long sent) {
        if (answered == 0) {
            return "none";
        }
        return 3 * answered < sent ? "rare" : 3 * answered < 2 * sent ? "slow" : "responsive";
    }

    private static Set<String> ids(History history, Predicate<Contact> which) {
        return history.contacts()
                .filter(which)
                .map(contact -> contact.id().id())
                .collect(Collectors.toSet());
    }

    private static Stream<Evidence> evidence(History history, Stream<Touchpoint> touchpoints) {
        return touchpoints.map(touchpoint -> Sentences.of(touchpoint, history.asOf()));
    }
}
