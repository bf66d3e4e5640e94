package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

final class InMemoryHealthScoreRepository implements HealthScoreRepository {

    private record Key(TenantId tenant, AccountId account) {}

    private final InMemoryAccountRepository accounts;
    private final Map<Key, NavigableMap<Instant, AccountHealth>> scores = new ConcurrentHashMap<>();

    InMemoryHealthScoreRepository(InMemoryAccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public int append(TenantId tenant, HealthPolicy policy, List<AccountHealth> all) {
        int added = 0;
        for (AccountHealth health : all) {
            AccountId account = health.score().snapshot().account();
            accounts.addIfUnknown(tenant, account);
            if (of(tenant, account).putIfAbsent(health.score().scoredAt(), health) == null) {
                added++;
            }
        }
        return added;
    }

    @Override
    public Optional<AccountHealth> findLatest(TenantId tenant, AccountId account, Instant asOf) {
        return Optional.ofNullable(of(tenant, account).floorEntry(asOf)).map(Map.Entry::getValue);
    }

    @Override
    public List<AccountHealth> history(TenantId tenant, AccountId account, Instant from, Instant to) {
        return List.copyOf(of(tenant, account).subMap(from, true, to, true).values());
    }

    @Override
    public void forEachAccount(TenantId tenant, Instant asOf, Instant earlier, Consumer<Row> consumer) {
        for (Account account : accounts.of(tenant).values()) {
            if (account.status() != AccountStatus.CHURNED) {
                findLatest(tenant, account.id(), asOf)
                        .ifPresent(latest ->
                                consumer.accept(new Row(account, latest, findLatest(tenant, account.id(), earlier))));
            }
        }
    }

    private NavigableMap<Instant, AccountHealth> of(TenantId tenant, AccountId account) {
        return scores.computeIfAbsent(new Key(tenant, account), any -> new ConcurrentSkipListMap<>());
    }
}
