package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.application.signal.KnownSignals;
import io.csm.application.signal.SignalValue;
import io.csm.application.signal.port.SignalSource;
import io.csm.application.signal.port.SignalValueRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.signal.SignalCatalogue;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

final class InMemorySignalValueRepository implements SignalValueRepository {

    private final InMemoryAccountRepository accounts;
    private final InMemoryHealthScoreRepository scores;
    private final InMemoryUnits units;
    private final Map<TenantId, Set<SignalValue>> values = new ConcurrentHashMap<>();

    InMemorySignalValueRepository(
            InMemoryAccountRepository accounts, InMemoryHealthScoreRepository scores, InMemoryUnits units) {
        this.units = units;
        this.accounts = accounts;
        this.scores = scores;
    }

    @Override
    public synchronized void append(TenantId tenant, Collection<SignalValue> all) {
        units.enter(tenant);
        all.stream()
                .filter(value -> accounts.find(tenant, value.account()).isEmpty())
                .findFirst()
                .ifPresent(value -> {
                    throw new AccountNotFound(value.account(), "is not known");
                });
        Set<SignalValue> known = values.computeIfAbsent(tenant, any -> new LinkedHashSet<>());
        for (SignalValue value : all) {
            if (known.add(value)) {
                units.wrote(() -> known.remove(value));
            }
        }
    }

    @Override
    public SignalSource known(TenantId tenant, SignalCatalogue catalogue, Instant asOf) {
        units.enter(tenant);
        Iterator<KnownSignals> known = List.copyOf(accounts.of(tenant).values()).stream()
                .filter(account -> account.status() != AccountStatus.CHURNED)
                .map(Account::id)
                .map(id -> new KnownSignals(
                        id,
                        scores.findLatest(tenant, id, asOf)
                                .map(AccountHealth::score)
                                .map(s -> s.snapshot()),
                        given(tenant, id, asOf)))
                .filter(KnownSignals::isNotEmpty)
                .iterator();
        return KnownSignals.source(known, catalogue, asOf, () -> {});
    }

    private synchronized List<SignalValue> given(TenantId tenant, AccountId account, Instant asOf) {
        return values.getOrDefault(tenant, Set.of()).stream()
                .filter(value -> value.account().equals(account))
                .filter(value -> !value.origin().observedAt().isAfter(asOf))
                .toList();
    }
}
