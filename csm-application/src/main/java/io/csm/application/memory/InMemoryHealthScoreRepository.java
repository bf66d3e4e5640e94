package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

final class InMemoryHealthScoreRepository implements HealthScoreRepository {

    private record Key(TenantId tenant, AccountId account) {}

    /** Knows who pays. */
    @FunctionalInterface
    interface Payers {
        boolean pays(TenantId tenant, AccountId account, Instant at);
    }

    private final InMemoryAccountRepository accounts;
    private final Payers payers;
    private final InMemoryUnits units;
    private final Map<Key, NavigableMap<Instant, AccountHealth>> scores = new ConcurrentHashMap<>();

    /** With a way to know whether an account pays on a day. */
    InMemoryHealthScoreRepository(InMemoryAccountRepository accounts, Payers payers, InMemoryUnits units) {
        this.accounts = accounts;
        this.payers = payers;
        this.units = units;
    }

    @Override
    public int append(TenantId tenant, HealthPolicy policy, List<AccountHealth> all) {
        units.enter(tenant);
        refuseOtherPolicies(policy, all);
        return (int) all.stream().filter(health -> add(tenant, health)).count();
    }

    private static void refuseOtherPolicies(HealthPolicy policy, List<AccountHealth> all) {
        all.stream().filter(health -> !policy.made(health)).findFirst().ifPresent(other -> {
            throw new IllegalArgumentException(
                    "the score of account " + other.score().snapshot().account() + " was made by another policy");
        });
    }

    private boolean add(TenantId tenant, AccountHealth health) {
        AccountId account = health.score().snapshot().account();
        Instant at = health.score().scoredAt();
        accounts.addIfUnknown(tenant, account);
        boolean added = of(tenant, account).putIfAbsent(at, health) == null;
        if (added) {
            units.wrote(() -> of(tenant, account).remove(at));
        }
        return added;
    }

    @Override
    public Optional<AccountHealth> findLatest(TenantId tenant, AccountId account, Instant asOf) {
        units.enter(tenant);
        return Optional.ofNullable(of(tenant, account).floorEntry(asOf)).map(Map.Entry::getValue);
    }

    @Override
    public Map<AccountId, AccountHealth> findLatest(TenantId tenant, Collection<AccountId> all, Instant asOf) {
        Map<AccountId, AccountHealth> latest = new HashMap<>();
        all.forEach(account -> findLatest(tenant, account, asOf).ifPresent(health -> latest.put(account, health)));
        return latest;
    }

    @Override
    public Set<AccountId> findScoredAfter(TenantId tenant, Collection<AccountId> all, Instant instant) {
        units.enter(tenant);
        return all.stream()
                .filter(account -> of(tenant, account).higherKey(instant) != null)
                .collect(Collectors.toSet());
    }

    @Override
    public List<AccountHealth> history(TenantId tenant, AccountId account, Instant from, Instant to) {
        units.enter(tenant);
        return List.copyOf(of(tenant, account).subMap(from, true, to, true).values());
    }

    @Override
    public void forEachAccount(TenantId tenant, Instant asOf, Instant earlier, Consumer<Row> consumer) {
        units.enter(tenant);
        for (Account account : accounts.of(tenant).values()) {
            if (isInPortfolio(tenant, account, asOf)) {
                findLatest(tenant, account.id(), asOf)
                        .ifPresent(latest ->
                                consumer.accept(new Row(account, latest, findLatest(tenant, account.id(), earlier))));
            }
        }
    }

    private boolean isInPortfolio(TenantId tenant, Account account, Instant asOf) {
        return account.status() != AccountStatus.CHURNED
                || (account.churnedOn().isEmpty() && payers.pays(tenant, account.id(), asOf));
    }

    private NavigableMap<Instant, AccountHealth> of(TenantId tenant, AccountId account) {
        return scores.computeIfAbsent(new Key(tenant, account), any -> new ConcurrentSkipListMap<>());
    }
}
