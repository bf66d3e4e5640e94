package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.quality.Oddity;
import io.csm.application.quality.Oddity.Kind;
import io.csm.application.quality.port.OddityFinder;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Viewpoint;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class InMemoryOddityFinder implements OddityFinder {

    private static final Pattern SUBSCRIPTION = Pattern.compile("\"subscription_id\"\\s*:\\s*\"([^\"\\\\]*)\"");

    private record Seen(Account account, AccountFacts facts, List<Event> events) {

        List<Event> churns() {
            return events.stream()
                    .filter(event -> event.type().equals(StandardEvents.CHURNED))
                    .toList();
        }
    }

    private final InMemoryAccountRepository accounts;
    private final InMemoryFactRepository facts;
    private final InMemoryEventRepository events;
    private final InMemoryUserRepository users;

    InMemoryOddityFinder(
            InMemoryAccountRepository accounts,
            InMemoryFactRepository facts,
            InMemoryEventRepository events,
            InMemoryUserRepository users) {
        this.accounts = accounts;
        this.facts = facts;
        this.events = events;
        this.users = users;
    }

    @Override
    public List<Oddity> find(TenantId tenant, Viewpoint viewpoint) {
        List<Seen> all = List.copyOf(accounts.of(tenant).values()).stream()
                .map(account -> new Seen(
                        account,
                        facts.find(tenant, account.id(), viewpoint),
                        events.allSeenFrom(tenant, account.id(), viewpoint)))
                .toList();
        LocalDate day = viewpoint.day();
        List<Seen> owned = users.list(tenant, 1).isEmpty()
                ? List.of()
                : all.stream()
                        .filter(seen -> seen.account().owner().isPresent())
                        .toList();
        return Stream.of(
                        accounts(
                                Kind.CHURNED_BUT_RUNNING,
                                all.stream().filter(this::isChurned),
                                seen -> runs(seen, day)),
                        accounts(
                                Kind.CHURN_TOLD_NOT_MARKED,
                                all.stream().filter(seen -> !seen.churns().isEmpty()),
                                seen -> !isChurned(seen)),
                        odd(
                                Kind.CHURN_WITHOUT_END,
                                all.stream()
                                        .flatMap(seen -> seen.churns().stream().map(event -> endsOn(seen, event)))),
                        odd(Kind.EVENT_BEFORE_SUBSCRIPTION, all.stream().flatMap(InMemoryOddityFinder::named)),
                        accounts(
                                Kind.OVERLAPPING_SUBSCRIPTIONS,
                                all.stream()
                                        .filter(seen ->
                                                !seen.facts().subscriptions().isEmpty()),
                                InMemoryOddityFinder::overlaps),
                        odd(Kind.TICKET_WITHOUT_SATISFACTION, all.stream().flatMap(seen -> closed(seen, viewpoint))),
                        accounts(
                                Kind.UNKNOWN_OWNER,
                                owned.stream(),
                                seen -> users.find(
                                                tenant, seen.account().owner().orElseThrow())
                                        .isEmpty()))
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean isChurned(Seen seen) {
        return seen.account().status() == AccountStatus.CHURNED;
    }

    private static boolean runs(Seen seen, LocalDate day) {
        return seen.facts().subscriptions().stream()
                .anyMatch(subscription -> !subscription.trial() && subscription.runsOn(day));
    }

    /** Something that could be odd. */
    private record Candidate(String id, boolean odd) {}

    private static Candidate endsOn(Seen seen, Event churn) {
        LocalDate day = LocalDate.ofInstant(churn.occurredAt(), ZoneOffset.UTC);
        boolean ends = seen.facts().subscriptions().stream()
                .anyMatch(subscription ->
                        subscription.endsOn().filter(day::equals).isPresent());
        return new Candidate(churn.id().id(), !ends);
    }

    private static Stream<Candidate> named(Seen seen) {
        return seen.events().stream().flatMap(event -> {
            Matcher named = SUBSCRIPTION.matcher(event.payload());
            LocalDate day = LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
            return named.find()
                    ? seen.facts().subscriptions().stream()
                            .filter(subscription -> subscription.id().id().equals(named.group(1)))
                            .map(subscription -> new Candidate(event.id().id(), day.isBefore(subscription.startsOn())))
                    : Stream.empty();
        });
    }

    private static boolean overlaps(Seen seen) {
        List<Subscription> all = seen.facts().subscriptions();
        return all.stream()
                .anyMatch(one ->
                        all.stream().anyMatch(other -> !one.id().equals(other.id()) && one.runsOn(other.startsOn())));
    }

    private static Stream<Candidate> closed(Seen seen, Viewpoint viewpoint) {
        return seen.facts().tickets().stream()
                .filter(ticket -> ticket.closedAt()
                        .filter(at -> !at.isAfter(viewpoint.asOf()))
                        .isPresent())
                .map(ticket -> new Candidate(ticket.id().id(), unanswered(ticket)));
    }

    private static boolean unanswered(Ticket ticket) {
        return ticket.satisfaction().isEmpty();
    }

    private static Optional<Oddity> accounts(Kind kind, Stream<Seen> all, Predicate<Seen> isOdd) {
        Function<Seen, Candidate> candidate =
                seen -> new Candidate(seen.account().id().value(), isOdd.test(seen));
        return odd(kind, all.map(candidate));
    }

    private static Optional<Oddity> odd(Kind kind, Stream<Candidate> all) {
        List<Candidate> candidates = all.toList();
        List<Candidate> odd = candidates.stream().filter(Candidate::odd).toList();
        return odd.stream()
                .map(Candidate::id)
                .min(Comparator.naturalOrder())
                .map(example -> new Oddity(kind, odd.size(), candidates.size(), example));
    }
}
