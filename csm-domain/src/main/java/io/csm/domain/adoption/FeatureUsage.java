package io.csm.domain.adoption;

import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.derivation.Feed;
import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which features were used and by whom, as far as events tell. The end of a window belongs to it and its beginning does
 * not, as with the signals, so that the figures agree with them.
 */
final class FeatureUsage {

    private static final Duration MONTH = Duration.ofDays(30);

    private final boolean known;
    private final List<Event> events;
    private final List<Event> lately;
    private final Map<String, Long> now;
    private final Map<String, Long> before;

    FeatureUsage(AccountFacts facts) {
        Instant asOf = facts.viewpoint().asOf();
        known = facts.feeds().contains(Feed.USAGE);
        events = facts.events().stream()
                .filter(within(asOf.minus(AccountFacts.EVENTS), asOf))
                .toList();
        lately = events.stream().filter(within(asOf.minus(MONTH), asOf)).toList();
        now = uses(within(asOf.minus(MONTH), asOf));
        before = uses(within(asOf.minus(MONTH.multipliedBy(2)), asOf.minus(MONTH)));
    }

    private static Predicate<Event> within(Instant after, Instant upTo) {
        return event -> event.occurredAt().isAfter(after) && !event.occurredAt().isAfter(upTo);
    }

    private Map<String, Long> uses(Predicate<Event> window) {
        return usage(events)
                .filter(window)
                .collect(Collectors.groupingBy(
                        FeatureUsage::feature, TreeMap::new, Collectors.summingLong(Event::amount)));
    }

    /** None where nobody tells of usage at all. */
    private Stream<Event> usage(List<Event> among) {
        return among.stream().filter(event -> known && event.type().equals(StandardEvents.FEATURE_USED));
    }

    private static String feature(Event event) {
        return event.subject().orElseThrow();
    }

    /** Whether anybody tells of usage. */
    boolean isKnown() {
        return known;
    }

    /** Features with an event in the last 30 days, even one that counts no use: the signals count it too. */
    SortedSet<String> inUse() {
        return new TreeSet<>(now.keySet());
    }

    /** Features with an event in the 180 days. */
    SortedSet<String> everUsed() {
        return usage(events).map(FeatureUsage::feature).collect(Collectors.toCollection(TreeSet::new));
    }

    long uses(String feature) {
        return now.getOrDefault(feature, 0L);
    }

    long usesBefore(String feature) {
        return before.getOrDefault(feature, 0L);
    }

    /** The day of the newest use in the 180 days. */
    Optional<LocalDate> lastUse(String feature) {
        return lastDay(usage(events).filter(event -> feature(event).equals(feature)));
    }

    /** The day of the newest use of anything in the 180 days. */
    Optional<LocalDate> lastUse() {
        return lastDay(usage(events));
    }

    private static Optional<LocalDate> lastDay(Stream<Event> events) {
        return events.map(Event::occurredAt)
                .max(Comparator.naturalOrder())
                .map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    /** People who logged in or used anything in the last 30 days. */
    Set<String> people() {
        return people(lately.stream()
                .filter(event -> event.type().equals(StandardEvents.FEATURE_USED)
                        || event.type().equals(StandardEvents.LOGIN)));
    }

    /** People who used that feature in the last 30 days; empty when an event does not name who. */
    Optional<Set<String>> peopleOf(String feature) {
        List<Event> uses =
                usage(lately).filter(event -> feature(event).equals(feature)).toList();
        return uses.stream().allMatch(event -> event.person().isPresent())
                ? Optional.of(people(uses.stream()))
                : Optional.empty();
    }

    private static Set<String> people(Stream<Event> events) {
        return events.flatMap(event -> event.person().stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
