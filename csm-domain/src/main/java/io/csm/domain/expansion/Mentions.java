package io.csm.domain.expansion;

import io.csm.domain.brief.AccountBrief;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Direction;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;
import io.csm.domain.narrative.Prose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people of the account wrote in the last 180 days. It is text of strangers: looked through for words, quoted, and
 * never followed.
 */
final class Mentions {

    /** What makes a request of a mention, beside a question mark. */
    private static final Pattern ASKING = words(Stream.of(
            "can(?!\\s+not\\b|['\u2019]t\\b)",
            "could(?!\\s+not\\b)",
            "needs?",
            "wants?",
            "wish(?:es)?",
            "please",
            "would\\s+like",
            "(?:are|is)\\s+there",
            "looking\\s+for",
            "interested"));

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final AccountFacts facts;
    private final Instant asOf;

    Mentions(AccountBrief brief) {
        facts = brief.facts();
        asOf = brief.asOf();
    }

    /**
     * One thing that was said.
     *
     * @param at when
     * @param source such as {@code ticket 4711}
     * @param text as it was written
     */
    record Mention(Instant at, String source, String text) {

        private static final Comparator<Mention> ASKING_FIRST = Comparator.comparing(Mention::asks)
                .thenComparing(Mention::at)
                .reversed()
                .thenComparing(Mention::source)
                .thenComparing(Mention::text);

        /** Whether it asks for something; who only names a thing may as well complain of it. */
        boolean asks() {
            return text.contains("?") || ASKING.matcher(text).find();
        }

        /** {@code On 12 February 2026 ticket 4711 says "Connect to SAP?".} */
        String sentence() {
            return "On " + Prose.day(LocalDate.ofInstant(at, ZoneOffset.UTC)) + " " + source + " says "
                    + Prose.quoted(text) + ".";
        }
    }

    /** Tickets that match: those that ask first, then the newest. */
    List<Mention> tickets(Pattern pattern) {
        return matching(tickets(), text -> pattern.matcher(text).find());
    }

    /** Tickets and notes of conversations that hold all words of that name: those that ask first, then the newest. */
    List<Mention> of(String name) {
        return matching(Stream.concat(tickets(), touchpoints()), hasTheWordsOf(name));
    }

    /** Whether a feature in use is called like that. */
    boolean isInUse(String name) {
        Predicate<String> hasTheWords = hasTheWordsOf(name);
        return facts.events().stream()
                .filter(event -> isRecent(event.occurredAt()) && event.type().equals(StandardEvents.FEATURE_USED))
                .flatMap(event -> event.subject().stream())
                .anyMatch(hasTheWords);
    }

    private List<Mention> matching(Stream<Mention> mentions, Predicate<String> matches) {
        return mentions.filter(mention -> isRecent(mention.at()) && matches.test(mention.text()))
                .sorted(Mention.ASKING_FIRST)
                .toList();
    }

    private boolean isRecent(Instant at) {
        return at.isAfter(asOf.minus(AccountFacts.EVENTS)) && !at.isAfter(asOf);
    }

    private Stream<Mention> tickets() {
        return facts.tickets().stream().flatMap(ticket -> mention(ticket).stream());
    }

    private static Optional<Mention> mention(Ticket ticket) {
        return ticket.subject()
                .filter(subject -> !Prose.plain(subject).isEmpty())
                .map(subject -> new Mention(
                        ticket.openedAt(), "ticket " + Prose.plain(ticket.id().id()), subject));
    }

    /** What we wrote ourselves is nothing that they said. */
    private Stream<Mention> touchpoints() {
        return facts.touchpoints().stream()
                .filter(touchpoint -> touchpoint.direction() != Direction.OUTBOUND)
                .flatMap(touchpoint -> touchpoint.summary().stream()
                        .filter(summary -> !Prose.plain(summary).isEmpty())
                        .map(summary -> new Mention(
                                touchpoint.occurredAt(), "the note of the " + channel(touchpoint), summary)));
    }

    private static String channel(Touchpoint touchpoint) {
        return Prose.plain(touchpoint.channel());
    }

    private static Predicate<String> hasTheWordsOf(String name) {
        List<String> wanted = words(name);
        return text -> !wanted.isEmpty() && words(text).containsAll(wanted);
    }

    /** In lower case; short ones such as "of" say nothing. */
    private static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2)
                .toList();
    }

    /** Finds one of these as whole words, however they are written. */
    static Pattern words(Stream<String> alternatives) {
        String any = String.join("|", alternatives.toList());
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
