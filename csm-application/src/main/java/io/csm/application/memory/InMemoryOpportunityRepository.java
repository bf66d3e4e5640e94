package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.expansion.port.OpportunityRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.OpportunityType;
import io.csm.domain.time.Quarter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class InMemoryOpportunityRepository implements OpportunityRepository {

    private static final Comparator<Opportunity> BY_QUARTER =
            Comparator.comparing(Opportunity::quarter).reversed();

    private record Key(AccountId account, OpportunityType type, Quarter quarter) {}

    private final InMemoryAccountRepository accounts;
    private final InMemoryUnits units;
    private final Map<TenantId, Map<Key, Opportunity>> opportunities = new HashMap<>();

    InMemoryOpportunityRepository(InMemoryAccountRepository accounts, InMemoryUnits units) {
        this.accounts = accounts;
        this.units = units;
    }

    @Override
    public synchronized List<Opportunity> append(TenantId tenant, Collection<Opportunity> all) {
        units.enter(tenant);
        all.forEach(opportunity -> accounts.require(tenant, opportunity.account()));
        return all.stream().filter(opportunity -> add(tenant, opportunity)).toList();
    }

    private boolean add(TenantId tenant, Opportunity opportunity) {
        Key key = new Key(opportunity.account(), opportunity.type(), opportunity.quarter());
        boolean added = of(tenant).putIfAbsent(key, opportunity) == null;
        if (added) {
            units.wrote(() -> of(tenant).remove(key));
        }
        return added;
    }

    @Override
    public synchronized List<Opportunity> listOf(TenantId tenant, AccountId account) {
        units.enter(tenant);
        return of(tenant).values().stream()
                .filter(opportunity -> opportunity.account().equals(account))
                .sorted(BY_QUARTER.thenComparing(Opportunity::type))
                .toList();
    }

    @Override
    public synchronized List<Opportunity> listLatest(TenantId tenant, int limit) {
        units.enter(tenant);
        return of(tenant).values().stream()
                .sorted(BY_QUARTER
                        .thenComparing(Opportunity::confidence, Comparator.reverseOrder())
                        .thenComparing(Opportunity::account)
                        .thenComparing(Opportunity::type))
                .limit(limit)
                .toList();
    }

    private Map<Key, Opportunity> of(TenantId tenant) {
        return opportunities.computeIfAbsent(tenant, any -> new HashMap<>());
    }
}
