package io.csm.application.memory;

import io.csm.application.access.TenantId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tenants that are there. */
final class InMemoryTenants {

    private final InMemoryUnits units;
    private final Set<String> tenants = new TreeSet<>();

    InMemoryTenants(InMemoryUnits units) {
        this.units = units;
    }

    synchronized void introduce(TenantId tenant) {
        if (tenants.add(tenant.value())) {
            units.wrote(() -> forget(tenant));
        }
    }

    private synchronized void forget(TenantId tenant) {
        tenants.remove(tenant.value());
    }

    synchronized List<TenantId> list() {
        return tenants.stream().map(TenantId::new).toList();
    }
}
