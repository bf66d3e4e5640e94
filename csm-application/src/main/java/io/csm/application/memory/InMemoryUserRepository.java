package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.user.port.UserRepository;
import io.csm.domain.user.User;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

final class InMemoryUserRepository implements UserRepository {

    private final InMemoryUnits units;
    private final Map<TenantId, NavigableMap<String, User>> users = new ConcurrentHashMap<>();

    InMemoryUserRepository(InMemoryUnits units) {
        this.units = units;
    }

    @Override
    public void saveAll(TenantId tenant, Collection<User> all) {
        units.enter(tenant);
        for (User user : all) {
            Optional<User> before = Optional.ofNullable(of(tenant).put(user.id(), user));
            units.wrote(() -> before.ifPresentOrElse(
                    old -> of(tenant).put(old.id(), old), () -> of(tenant).remove(user.id())));
        }
    }

    @Override
    public Optional<User> find(TenantId tenant, String id) {
        units.enter(tenant);
        return Optional.ofNullable(of(tenant).get(id));
    }

    @Override
    public List<User> list(TenantId tenant, int limit) {
        units.enter(tenant);
        return of(tenant).values().stream().limit(limit).toList();
    }

    private NavigableMap<String, User> of(TenantId tenant) {
        return users.computeIfAbsent(tenant, any -> new ConcurrentSkipListMap<>());
    }
}
