package io.csm.domain.expansion;

import io.csm.domain.brief.AccountBrief;
import io.csm.domain.derivation.Feed;
import io.csm.domain.expansion.Mentions.Mention;
import io.csm.domain.narrative.Prose;
import io.csm.domain.narrative.Writer;
import io.csm.domain.time.Quarter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds that an account speaks of a connection to another system, and whether it asks for one. */
final class IntegrationFinder {

    private static final List<String> WORDS = List.of(
            "integrations?",
            "integrat(?:e|es|ed|ing)",
            "connectors?",
            "connect(?:ing)?\\s+to",
            "sync(?:ing)?\\s+with",
            "APIs?",
            "webhooks?");
    private static final int SEVERAL = 2;
    private static final int MOST_QUOTES = 3;

    private final AccountBrief brief;
    private final List<Mention> tickets;
    private final List<String> systems;
    private final boolean asksForSystem;

    private IntegrationFinder(AccountBrief brief, List<Mention> tickets, List<String> systems, boolean asksForSystem) {
        this.brief = brief;
        this.tickets = tickets;
        this.systems = systems;
        this.asksForSystem = asksForSystem;
    }

    static Optional<Opportunity> find(AccountBrief brief, ProductCatalogue catalogue) {
        Mentions mentions = new Mentions(brief);
        List<String> names = catalogue.integrations().stream()
                .filter(name -> !Prose.plain(name).isEmpty())
                .toList();
        List<Mention> tickets = mentions.tickets(
                Mentions.words(Stream.concat(WORDS.stream(), names.stream().map(IntegrationFinder::literally))));
        List<String> systems = names.stream()
                .filter(name -> !naming(name, mentions).isEmpty())
                .map(Prose::plain)
                .toList();
        boolean asksForSystem =
                names.stream().flatMap(name -> naming(name, mentions).stream()).anyMatch(Mention::asks);
        return tickets.isEmpty()
                ? Optional.empty()
                : Optional.of(new IntegrationFinder(brief, tickets, systems, asksForSystem).opportunity());
    }

    static String whyNone(AccountBrief brief) {
        return brief.facts().feeds().contains(Feed.TICKET)
                ? "no ticket speaks of a connection"
                : "no tickets are recorded";
    }

    private static List<Mention> naming(String system, Mentions mentions) {
        return mentions.tickets(Mentions.words(Stream.of(literally(system))));
    }

    private static String literally(String name) {
        return Pattern.quote(name.strip());
    }

    private Opportunity opportunity() {
        return new Opportunity(
                brief.account().id(),
                OpportunityType.INTEGRATION,
                Quarter.of(brief.day()),
                evidence(),
                Optional.empty(),
                talkTrack(),
                asking() >= SEVERAL || asksForSystem ? Confidence.MEDIUM : Confidence.LOW,
                Writer.RULES);
    }

    private long asking() {
        return tickets.stream().filter(Mention::asks).count();
    }

    private List<String> evidence() {
        List<String> evidence = new ArrayList<>();
        tickets.stream().limit(MOST_QUOTES).map(Mention::sentence).forEach(evidence::add);
        if (tickets.size() > MOST_QUOTES) {
            evidence.add(Prose.count(tickets.size() - MOST_QUOTES, "more ticket") + " in 180 days "
                    + (tickets.size() - MOST_QUOTES == 1 ? "speaks" : "speak") + " of a connection.");
        }
        if (!systems.isEmpty()) {
            evidence.add("The product can be connected to " + Prose.list(systems) + ".");
        }
        return evidence;
    }

    /** Says nothing of what the tickets say: that is quoted as evidence and is for us. */
    private String talkTrack() {
        String offer = systems.isEmpty()
                ? "I would like to understand which data should go where, and how often."
                : "We do have a connection to " + Prose.list(systems) + ", and I can show you how it works.";
        return occasion() + " " + offer + " Who on your side should join a call of half an hour?";
    }

    private String occasion() {
        long asking = asking();
        if (asking == 0) {
            return "Connections to other systems have come up in what you wrote to us.";
        }
        return "You asked us " + (asking == 1 ? "" : asking + " times ") + "about connecting another system.";
    }
}
