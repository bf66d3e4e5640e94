package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.application.fact.port.FactRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.derivation.Feed;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.Fact;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.FactKind;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;
import io.csm.domain.fact.Viewpoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

final class InMemoryFactRepository implements FactRepository {

    private record Key(FactKind kind, FactId id) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparing(Key::id);

        static Key of(Fact fact) {
            return new Key(fact.kind(), fact.id());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final InMemoryAccountRepository accounts;
    private final InMemoryEventRepository events;
    private final InMemoryFeeds feeds;
    private final InMemoryUnits units;

    /** The versions of each fact, by the instant from which they are known. */
    private final Map<TenantId, NavigableMap<Key, NavigableMap<Instant, Fact>>> facts = new ConcurrentHashMap<>();

    InMemoryFactRepository(
            InMemoryAccountRepository accounts,
            InMemoryEventRepository events,
            InMemoryFeeds feeds,
            InMemoryUnits units) {
        this.accounts = accounts;
        this.events = events;
        this.feeds = feeds;
        this.units = units;
    }

    @Override
    public synchronized Appended append(TenantId tenant, Collection<? extends Fact> all, Instant receivedAt) {
        units.enter(tenant);
        Instant from = receivedAt.truncatedTo(ChronoUnit.MICROS);
        Map<Key, Fact> last = new LinkedHashMap<>();
        Set<AccountId> unknown = new TreeSet<>();
        for (Fact fact : all) {
            if (accounts.isKnown(tenant, fact.account())) {
                last.put(Key.of(fact), fact);
            } else {
                unknown.add(fact.account());
            }
        }
        Set<AccountId> changed = new TreeSet<>();
        int stored = 0;
        for (Map.Entry<Key, Fact> fact : last.entrySet()) {
            NavigableMap<Instant, Fact> versions = of(tenant).computeIfAbsent(fact.getKey(), any -> new TreeMap<>());
            if (add(tenant, versions, fact.getValue(), from, changed)) {
                stored++;
            }
        }
        return new Appended(stored, last.size() - stored, changed, unknown);
    }

    private boolean add(
            TenantId tenant, NavigableMap<Instant, Fact> versions, Fact fact, Instant from, Set<AccountId> changed) {
        Optional<Fact> inForce = inForce(versions, from);
        if (inForce.filter(fact::equals).isPresent()) {
            return false;
        }
        Optional<Fact> replaced = Optional.ofNullable(versions.put(from, fact));
        units.wrote(() -> replaced.ifPresentOrElse(old -> versions.put(from, old), () -> versions.remove(from)));
        feeds.note(tenant, Feed.of(fact), fact.begins().orElse(from), from);
        inForce.map(Fact::account).ifPresent(changed::add);
        changed.add(fact.account());
        return true;
    }

    private static Optional<Fact> inForce(NavigableMap<Instant, Fact> versions, Instant at) {
        return Optional.ofNullable(versions.floorEntry(at)).map(Map.Entry::getValue);
    }

    @Override
    public synchronized AccountFacts find(TenantId tenant, AccountId account, Viewpoint viewpoint) {
        units.enter(tenant);
        if (!accounts.isKnown(tenant, account)) {
            throw new AccountNotFound(account, "is not known");
        }
        List<Fact> known = of(tenant).values().stream()
                .flatMap(versions -> inForce(versions, viewpoint.knownOn()).stream())
                .filter(fact -> fact.account().equals(account))
                .toList();
        return new AccountFacts(
                viewpoint,
                only(Terms.class, known).findFirst().orElseGet(() -> Terms.unknown(account)),
                feeds.seenFrom(tenant, viewpoint),
                only(Contact.class, known).toList(),
                only(Subscription.class, known).toList(),
                only(Invoice.class, known).toList(),
                only(Ticket.class, known).toList(),
                only(Touchpoint.class, known).toList(),
                events.seenFrom(tenant, account, viewpoint));
    }

    private static <F extends Fact> Stream<F> only(Class<F> kind, List<Fact> facts) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    private NavigableMap<Key, NavigableMap<Instant, Fact>> of(TenantId tenant) {
        return facts.computeIfAbsent(tenant, any -> new TreeMap<>());
    }
}
