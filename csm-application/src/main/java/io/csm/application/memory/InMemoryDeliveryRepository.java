package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.DomainEvent;
import io.csm.application.delivery.port.DeliveryRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

final class InMemoryDeliveryRepository implements DeliveryRepository {

    private static final Comparator<DomainEvent> THE_LATEST_FIRST =
            Comparator.comparing(DomainEvent::occurredAt).reversed().thenComparing(DomainEvent::id);

    private record Kept(Delivery delivery, Optional<Instant> leasedUntil) {

        boolean isDue(String channel, Instant now) {
            return delivery.channel().equals(channel)
                    && delivery.state() == Delivery.State.WAITING
                    && !delivery.nextAttemptAt().isAfter(now)
                    && leasedUntil.filter(until -> until.isAfter(now)).isEmpty();
        }

        boolean isNamedLike(Delivery other) {
            return delivery.channel().equals(other.channel()) && delivery.key().equals(other.key());
        }
    }

    private final InMemoryAccountRepository accounts;
    private final InMemoryUnits units;
    private final InMemoryTenants tenants;
    private final Map<TenantId, Map<String, DomainEvent>> events = new HashMap<>();
    private final Map<TenantId, NavigableMap<Long, Kept>> deliveries = new HashMap<>();
    private long last;

    InMemoryDeliveryRepository(InMemoryAccountRepository accounts, InMemoryUnits units, InMemoryTenants tenants) {
        this.accounts = accounts;
        this.units = units;
        this.tenants = tenants;
    }

    @Override
    public synchronized void appendEvents(TenantId tenant, Collection<DomainEvent> all) {
        units.enter(tenant);
        all.forEach(event -> event.account().ifPresent(account -> accounts.require(tenant, account)));
        Map<String, DomainEvent> known = eventsOf(tenant);
        for (DomainEvent event : all) {
            if (known.putIfAbsent(event.id(), event) == null) {
                units.wrote(() -> known.remove(event.id()));
            }
        }
    }

    @Override
    public synchronized List<DomainEvent> listEvents(TenantId tenant, int limit) {
        units.enter(tenant);
        return eventsOf(tenant).values().stream()
                .sorted(THE_LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void append(TenantId tenant, Collection<Delivery> all) {
        units.enter(tenant);
        all.forEach(delivery -> delivery.account().ifPresent(account -> accounts.require(tenant, account)));
        for (Delivery delivery : all) {
            if (of(tenant).values().stream().noneMatch(kept -> kept.isNamedLike(delivery))) {
                put(tenant, new Kept(numbered(++last, delivery), Optional.empty()));
                tenants.introduce(tenant);
            }
        }
    }

    private static Delivery numbered(long number, Delivery delivery) {
        return new Delivery(
                number,
                delivery.channel(),
                delivery.key(),
                delivery.account(),
                delivery.title(),
                delivery.content(),
                delivery.state(),
                delivery.attempts(),
                delivery.nextAttemptAt(),
                delivery.problem(),
                delivery.createdAt(),
                delivery.endedAt());
    }

    private void put(TenantId tenant, Kept kept) {
        long number = kept.delivery().number();
        Optional<Kept> before = Optional.ofNullable(of(tenant).put(number, kept));
        units.wrote(() -> before.ifPresentOrElse(
                old -> of(tenant).put(number, old), () -> of(tenant).remove(number)));
    }

    @Override
    public synchronized List<Delivery> lease(
            TenantId tenant, String channel, Instant now, Instant leasedUntil, int limit) {
        units.enter(tenant);
        List<Delivery> due = of(tenant).values().stream()
                .filter(kept -> kept.isDue(channel, now))
                .limit(limit)
                .map(Kept::delivery)
                .toList();
        due.forEach(delivery -> put(tenant, new Kept(delivery, Optional.of(leasedUntil))));
        return due;
    }

    @Override
    public synchronized void saveAll(TenantId tenant, Collection<Delivery> all) {
        units.enter(tenant);
        for (Delivery delivery : all) {
            change(
                    tenant,
                    delivery.number(),
                    kept -> kept.state() != Delivery.State.DELIVERED,
                    kept -> becoming(kept, delivery));
        }
    }

    private static Delivery becoming(Delivery kept, Delivery now) {
        return new Delivery(
                kept.number(),
                kept.channel(),
                kept.key(),
                kept.account(),
                kept.title(),
                kept.content(),
                now.state(),
                now.attempts(),
                now.nextAttemptAt(),
                now.problem(),
                kept.createdAt(),
                now.endedAt());
    }

    /** Changes one that is there and of which that holds; it is leased no longer. Tells how many. */
    private int change(TenantId tenant, long number, Predicate<Delivery> condition, UnaryOperator<Delivery> change) {
        Optional<Delivery> changed = Optional.ofNullable(of(tenant).get(number))
                .map(Kept::delivery)
                .filter(condition)
                .map(change);
        changed.ifPresent(delivery -> put(tenant, new Kept(delivery, Optional.empty())));
        return changed.isPresent() ? 1 : 0;
    }

    @Override
    public synchronized Optional<Delivery> find(TenantId tenant, long number) {
        units.enter(tenant);
        return Optional.ofNullable(of(tenant).get(number)).map(Kept::delivery);
    }

    @Override
    public synchronized List<Delivery> list(TenantId tenant, Set<Delivery.State> states, int limit) {
        units.enter(tenant);
        return of(tenant).descendingMap().values().stream()
                .map(Kept::delivery)
                .filter(delivery -> states.contains(delivery.state()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<String, Map<Delivery.State, Long>> count(TenantId tenant) {
        units.enter(tenant);
        Map<String, Map<Delivery.State, Long>> counted = new TreeMap<>();
        for (Kept kept : of(tenant).values()) {
            counted.computeIfAbsent(kept.delivery().channel(), any -> new EnumMap<>(Delivery.State.class))
                    .merge(kept.delivery().state(), 1L, Long::sum);
        }
        return Collections.unmodifiableMap(counted);
    }

    @Override
    public synchronized int retry(TenantId tenant, Collection<Long> numbers, Instant at) {
        units.enter(tenant);
        return numbers.stream()
                .mapToInt(number -> change(
                        tenant, number, kept -> kept.state() == Delivery.State.DEAD, kept -> waitingAgain(kept, at)))
                .sum();
    }

    private static Delivery waitingAgain(Delivery dead, Instant at) {
        return new Delivery(
                dead.number(),
                dead.channel(),
                dead.key(),
                dead.account(),
                dead.title(),
                dead.content(),
                Delivery.State.WAITING,
                dead.attempts(),
                at,
                dead.problem(),
                dead.createdAt(),
                Optional.empty());
    }

    private Map<String, DomainEvent> eventsOf(TenantId tenant) {
        return events.computeIfAbsent(tenant, any -> new HashMap<>());
    }

    private NavigableMap<Long, Kept> of(TenantId tenant) {
        return deliveries.computeIfAbsent(tenant, any -> new TreeMap<>());
    }
}
