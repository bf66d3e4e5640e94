package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.event.Quarantined;
import io.csm.application.event.Quarantined.State;
import io.csm.application.event.port.QuarantineRepository;
import io.csm.domain.fact.FactId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class InMemoryQuarantineRepository implements QuarantineRepository {

    private final InMemoryUnits units;
    private final Map<TenantId, NavigableMap<Long, Quarantined>> entries = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    InMemoryQuarantineRepository(InMemoryUnits units) {
        this.units = units;
    }

    @Override
    public synchronized void append(TenantId tenant, List<Quarantined> all) {
        units.enter(tenant);
        for (Quarantined entry : all) {
            if (open(tenant).noneMatch(entry::repeats)) {
                Quarantined numbered = entry.numbered(numbers.incrementAndGet());
                of(tenant).put(numbered.number(), numbered);
                units.wrote(() -> of(tenant).remove(numbered.number()));
            }
        }
    }

    @Override
    public synchronized List<Quarantined> listOpen(TenantId tenant, long after, int limit) {
        units.enter(tenant);
        return open(tenant).filter(entry -> entry.number() > after).limit(limit).toList();
    }

    @Override
    public synchronized long countOpen(TenantId tenant) {
        units.enter(tenant);
        return open(tenant).count();
    }

    @Override
    public synchronized void refuseAgain(TenantId tenant, List<Quarantined> entries, Instant at) {
        units.enter(tenant);
        for (Quarantined entry : entries) {
            Optional<Quarantined> open =
                    open(tenant).filter(each -> each.number() == entry.number()).findFirst();
            open.ifPresent(before -> replace(tenant, before, refused(tenant, before.refusedFor(entry))));
        }
    }

    private Quarantined refused(TenantId tenant, Quarantined entry) {
        boolean repeats = open(tenant).anyMatch(other -> other.number() != entry.number() && other.repeats(entry));
        return repeats ? entry.closed(State.DISCARDED) : entry;
    }

    private void replace(TenantId tenant, Quarantined before, Quarantined after) {
        of(tenant).put(after.number(), after);
        units.wrote(() -> of(tenant).put(before.number(), before));
    }

    @Override
    public synchronized int close(TenantId tenant, Collection<Long> wanted, State as, Instant at) {
        units.enter(tenant);
        return closeAll(tenant, open(tenant).filter(entry -> wanted.contains(entry.number())), as);
    }

    @Override
    public synchronized void closeStored(TenantId tenant, Collection<FactId> events, Instant at) {
        units.enter(tenant);
        Set<String> stored = events.stream().map(FactId::toString).collect(Collectors.toSet());
        closeAll(
                tenant, open(tenant).filter(entry -> stored.contains(entry.source() + " " + entry.id())), State.STORED);
    }

    private int closeAll(TenantId tenant, Stream<Quarantined> some, State as) {
        List<Quarantined> open = some.toList();
        open.forEach(entry -> replace(tenant, entry, entry.closed(as)));
        return open.size();
    }

    private Stream<Quarantined> open(TenantId tenant) {
        return of(tenant).values().stream().filter(entry -> entry.state() == State.OPEN);
    }

    private NavigableMap<Long, Quarantined> of(TenantId tenant) {
        return entries.computeIfAbsent(tenant, any -> new TreeMap<>());
    }
}
