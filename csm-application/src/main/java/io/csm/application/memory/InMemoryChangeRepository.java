package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.change.port.ChangeRepository;
import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

final class InMemoryChangeRepository implements ChangeRepository {

    private record Change(TenantId tenant, AccountId account, Instant at) {}

    private final InMemoryAccountRepository accounts;
    private final InMemoryUnits units;
    private final InMemoryTenants tenants;
    private final NavigableMap<Long, Change> waiting = new TreeMap<>();
    private long last;

    InMemoryChangeRepository(InMemoryAccountRepository accounts, InMemoryUnits units, InMemoryTenants tenants) {
        this.accounts = accounts;
        this.units = units;
        this.tenants = tenants;
    }

    @Override
    public synchronized void mark(TenantId tenant, Collection<AccountId> changed, Instant at) {
        units.enter(tenant);
        for (AccountId account : new LinkedHashSet<>(changed)) {
            if (accounts.isKnown(tenant, account)) {
                add(new Change(tenant, account, at.truncatedTo(ChronoUnit.MICROS)));
            }
        }
    }

    private void add(Change change) {
        long number = ++last;
        waiting.put(number, change);
        units.wrote(() -> waiting.remove(number));
        tenants.introduce(change.tenant());
    }

    @Override
    public synchronized Map<AccountId, Instant> take(TenantId tenant, int limit, Instant until) {
        units.enter(tenant);
        Map<AccountId, Instant> taken = new LinkedHashMap<>();
        for (Map.Entry<Long, Change> entry : List.copyOf(waiting.entrySet())) {
            Change change = entry.getValue();
            if (change.tenant().equals(tenant)
                    && !change.at().isAfter(until)
                    && (taken.size() < limit || taken.containsKey(change.account()))) {
                taken.merge(change.account(), change.at(), (one, other) -> one.isBefore(other) ? one : other);
                waiting.remove(entry.getKey());
                units.wrote(() -> waiting.put(entry.getKey(), change));
            }
        }
        return taken;
    }

    @Override
    public List<TenantId> listTenants() {
        return tenants.list();
    }
}
