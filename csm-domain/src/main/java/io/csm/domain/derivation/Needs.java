package io.csm.domain.derivation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Without what a signal is not tracked.
 *
 * @param sent of each of these sets the tenant must send one feed at least
 * @param input what must be known of the account itself, in words; empty: nothing
 */
record Needs(List<Set<Feed>> sent, Optional<String> input) {

    /** The tenant sends each of these. */
    static Needs feeds(Feed... each) {
        return new Needs(Arrays.stream(each).map(Set::of).toList(), Optional.empty());
    }

    /** The tenant sends one of these at least. */
    static Needs anyFeed(Feed one, Feed other) {
        return new Needs(List.of(Set.of(one, other)), Optional.empty());
    }

    /** This is known of the account, whatever the tenant sends. */
    static Needs only(String words) {
        return feeds().and(words);
    }

    /** These needs, and this is known of the account; a rule looks after it and says what is missing. */
    Needs and(String words) {
        return new Needs(sent, Optional.of(words));
    }

    /** The first feed that is missing, in words. */
    Optional<String> missing(Set<Feed> feeds) {
        return sent.stream()
                .filter(alternatives -> alternatives.stream().noneMatch(feeds::contains))
                .map(Needs::words)
                .findFirst();
    }

    /** All of them, such as {@code feed of touchpoints; a two-way touchpoint}. */
    String words() {
        return Stream.concat(sent.stream().map(Needs::words), input.stream()).collect(Collectors.joining("; "));
    }

    private static String words(Collection<Feed> alternatives) {
        return alternatives.stream().sorted().map(Needs::word).collect(Collectors.joining(" or of ", "feed of ", ""));
    }

    private static String word(Feed feed) {
        return switch (feed) {
            case USAGE -> "`feature_used` events";
            case LOGIN -> "`login` or `feature_used` events";
            case PERSON -> "`login` or `feature_used` events that name a person";
            case EMAIL_SENT -> "`email_sent` events";
            case WEBINAR -> "`webinar_attended` events";
            case TOUCHPOINT -> "touchpoints";
            case STAKEHOLDER -> "champions or executive sponsors";
            case SPONSOR -> "executive sponsors";
            case SUBSCRIPTION -> "subscriptions";
            case INVOICE -> "invoices";
            case TICKET -> "tickets";
            case ESCALATION -> "`escalation` events";
        };
    }
}
