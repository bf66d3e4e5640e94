package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.qbr.port.QbrRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryQbrRepository implements QbrRepository {

    private static final Comparator<Qbr> THE_LATEST_FIRST = Comparator.comparing(Qbr::generatedAt)
            .reversed()
            .thenComparing(Qbr::account)
            .thenComparing(Qbr::period)
            .thenComparing(qbr -> qbr.trigger().code());

    private record Key(AccountId account, Quarter period, QbrTrigger trigger) {}

    private final InMemoryAccountRepository accounts;
    private final InMemoryUnits units;
    private final Map<TenantId, Map<Key, Qbr>> reviews = new HashMap<>();

    InMemoryQbrRepository(InMemoryAccountRepository accounts, InMemoryUnits units) {
        this.accounts = accounts;
        this.units = units;
    }

    @Override
    public synchronized void save(TenantId tenant, Qbr qbr) {
        units.enter(tenant);
        accounts.require(tenant, qbr.account());
        Key key = new Key(qbr.account(), qbr.period(), qbr.trigger());
        Optional<Qbr> before = Optional.ofNullable(of(tenant).put(key, qbr));
        units.wrote(() -> before.ifPresentOrElse(
                old -> of(tenant).put(key, old), () -> of(tenant).remove(key)));
    }

    @Override
    public synchronized Optional<Qbr> find(TenantId tenant, AccountId account, Quarter period, QbrTrigger trigger) {
        units.enter(tenant);
        return Optional.ofNullable(of(tenant).get(new Key(account, period, trigger)));
    }

    @Override
    public synchronized List<Qbr> listLatest(TenantId tenant, int limit) {
        units.enter(tenant);
        return of(tenant).values().stream()
                .sorted(THE_LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    private Map<Key, Qbr> of(TenantId tenant) {
        return reviews.computeIfAbsent(tenant, any -> new HashMap<>());
    }
}
