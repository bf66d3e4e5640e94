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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryOpportunityRepository implements OpportunityRepository {

    private static final Comparator<Opportunity> BY_QUARTER =
            Comparator.comparing(Opportunity::quarter).reversed();

    private record Key(AccountId account, OpportunityType type, Quarter quarter) {

        static Key of(Opportunity opportunity) {
            return new Key(opportunity.account(), opportunity.type(), opportunity.quarter());
        }
    }

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
        Map<Key, Opportunity> first = new LinkedHashMap<>();
        all.forEach(opportunity -> first.putIfAbsent(Key.of(opportunity), opportunity));
        return first.values().stream()
                .filter(opportunity -> add(tenant, opportunity))
                .toList();
    }

    private boolean add(TenantId tenant, Opportunity opportunity) {
        Key key = Key.of(opportunity);
        Optional<Opportunity> kept = Optional.ofNullable(of(tenant).get(key));
        if (kept.isPresent() && !opportunity.replaces(kept.get())) {
            return false;
        }
        of(tenant).put(key, opportunity);
        units.wrote(() -> kept.ifPresentOrElse(
                before -> of(tenant).put(key, before), () -> of(tenant).remove(key)));
        return true;
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
