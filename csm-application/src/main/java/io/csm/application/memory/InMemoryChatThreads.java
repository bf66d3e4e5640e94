package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.delivery.port.ChatThreads;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryChatThreads implements ChatThreads {

    private final InMemoryUnits units;
    private final Map<TenantId, Map<String, String>> threads = new ConcurrentHashMap<>();

    InMemoryChatThreads(InMemoryUnits units) {
        this.units = units;
    }

    @Override
    public Optional<String> find(TenantId tenant, String thread) {
        units.enter(tenant);
        return Optional.ofNullable(of(tenant).get(thread));
    }

    @Override
    public void save(TenantId tenant, String thread, String ts) {
        units.enter(tenant);
        Optional<String> before = Optional.ofNullable(of(tenant).put(thread, ts));
        units.wrote(() -> before.ifPresentOrElse(
                old -> of(tenant).put(thread, old), () -> of(tenant).remove(thread)));
    }

    private Map<String, String> of(TenantId tenant) {
        return threads.computeIfAbsent(tenant, any -> new ConcurrentHashMap<>());
    }
}
