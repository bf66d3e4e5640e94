package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.adoption.port.PeerUsageRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.adoption.PeerUsage;
import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

final class InMemoryPeerUsageRepository implements PeerUsageRepository {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Instant END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z");

    private final InMemoryAccountRepository accounts;
    private final InMemoryHealthScoreRepository.Payers payers;
    private final InMemoryHealthScoreRepository scores;
    private final InMemoryEventRepository events;
    private final InMemoryUnits units;

    InMemoryPeerUsageRepository(
            InMemoryAccountRepository accounts,
            InMemoryHealthScoreRepository.Payers payers,
            InMemoryHealthScoreRepository scores,
            InMemoryEventRepository events,
            InMemoryUnits units) {
        this.accounts = accounts;
        this.payers = payers;
        this.scores = scores;
        this.events = events;
        this.units = units;
    }

    @Override
    public PeerUsage find(TenantId tenant, String plan, AccountId except, Instant asOf) {
        units.enter(tenant);
        List<AccountId> peers = accounts.of(tenant).values().stream()
                .filter(account -> account.plan().equals(Optional.of(plan)))
                .filter(account -> isCustomer(tenant, account, asOf))
                .map(Account::id)
                .filter(id -> !id.equals(except))
                .toList();
        return new PeerUsage(peers.size(), rates(tenant, peers, asOf), accountsByFeature(tenant, peers, asOf));
    }

    private boolean isCustomer(TenantId tenant, Account account, Instant asOf) {
        return account.isCustomer(LocalDate.ofInstant(asOf, ZoneOffset.UTC), payers.pays(tenant, account.id(), asOf));
    }

    private List<Double> rates(TenantId tenant, List<AccountId> peers, Instant asOf) {
        return scores.findLatest(tenant, peers, asOf).values().stream()
                .map(health -> PeerUsage.rate(health.score().snapshot()))
                .flatMap(rate -> rate.stream().boxed())
                .toList();
    }

    private Map<String, Integer> accountsByFeature(TenantId tenant, List<AccountId> peers, Instant asOf) {
        Map<String, Integer> counted = new TreeMap<>();
        peers.forEach(peer -> features(tenant, peer, asOf).forEach(used -> counted.merge(used, 1, Integer::sum)));
        return counted;
    }

    private Stream<String> features(TenantId tenant, AccountId peer, Instant asOf) {
        Instant after = asOf.minus(WINDOW);
        return events.allSeenFrom(tenant, peer, new Viewpoint(asOf, END_OF_TIME)).stream()
                .filter(event -> event.type().equals(StandardEvents.FEATURE_USED))
                .filter(event -> event.occurredAt().isAfter(after))
                .map(Event::subject)
                .flatMap(Optional::stream)
                .distinct();
    }
}
