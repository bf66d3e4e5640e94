package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.event.port.EventRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.derivation.Feed;
import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.Viewpoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

final class InMemoryEventRepository implements EventRepository {

    private static final Comparator<Event> BY_TIME =
            Comparator.comparing(Event::occurredAt).thenComparing(Event::id);

    private record Received(Event event, Instant at) {}

    private final InMemoryAccountRepository accounts;
    private final InMemoryFeeds feeds;
    private final InMemoryUnits units;
    private final Map<TenantId, Map<FactId, Received>> events = new ConcurrentHashMap<>();

    InMemoryEventRepository(InMemoryAccountRepository accounts, InMemoryFeeds feeds, InMemoryUnits units) {
        this.accounts = accounts;
        this.feeds = feeds;
        this.units = units;
    }

    @Override
    public synchronized List<Outcome> append(TenantId tenant, List<Event> all, Instant receivedAt) {
        units.enter(tenant);
        Instant received = receivedAt.truncatedTo(ChronoUnit.MICROS);
        return all.stream().map(event -> add(tenant, event, received)).toList();
    }

    private Outcome add(TenantId tenant, Event event, Instant receivedAt) {
        if (!accounts.isKnown(tenant, event.account())) {
            return Outcome.UNKNOWN_ACCOUNT;
        }
        Map<FactId, Received> known = of(tenant);
        Optional<Event> before = Optional.ofNullable(known.get(event.id())).map(Received::event);
        if (before.isPresent()) {
            return before.get().equals(event) ? Outcome.DUPLICATE : Outcome.CONFLICT;
        }
        known.put(event.id(), new Received(event, receivedAt));
        units.wrote(() -> known.remove(event.id()));
        feeds.note(tenant, Feed.of(event), event.occurredAt(), receivedAt);
        return Outcome.STORED;
    }

    @Override
    public synchronized long count(TenantId tenant) {
        units.enter(tenant);
        return of(tenant).size();
    }

    /** As {@link AccountFacts#events()} holds them, by time. */
    synchronized List<Event> seenFrom(TenantId tenant, AccountId account, Viewpoint viewpoint) {
        List<Event> known = allSeenFrom(tenant, account, viewpoint);
        Instant after = viewpoint.asOf().minus(AccountFacts.EVENTS);
        Stream<Event> recent = known.stream().filter(event -> event.occurredAt().isAfter(after));
        Stream<Event> judged =
                known.stream().filter(event -> event.type().equals(StandardEvents.TAM_HEALTH)).max(BY_TIME).stream()
                        .filter(event -> !event.occurredAt().isAfter(after));
        return Stream.concat(judged, recent).toList();
    }

    /** All that is known of the account from there, by time. */
    synchronized List<Event> allSeenFrom(TenantId tenant, AccountId account, Viewpoint viewpoint) {
        return of(tenant).values().stream()
                .filter(received -> !received.at().isAfter(viewpoint.knownOn()))
                .map(Received::event)
                .filter(event -> event.account().equals(account))
                .filter(event -> !event.occurredAt().isAfter(viewpoint.asOf()))
                .sorted(BY_TIME)
                .toList();
    }

    private Map<FactId, Received> of(TenantId tenant) {
        return events.computeIfAbsent(tenant, any -> new LinkedHashMap<>());
    }
}
