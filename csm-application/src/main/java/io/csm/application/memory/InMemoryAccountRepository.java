package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.application.account.port.AccountRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

final class InMemoryAccountRepository implements AccountRepository {

    private final Map<TenantId, ConcurrentSkipListMap<AccountId, Account>> accounts = new ConcurrentHashMap<>();

    private final InMemoryUnits units;

    InMemoryAccountRepository(InMemoryUnits units) {
        this.units = units;
    }

    @Override
    public void saveAll(TenantId tenant, Collection<Account> all) {
        units.enter(tenant);
        all.forEach(account -> put(tenant, account));
    }

    private void put(TenantId tenant, Account account) {
        Optional<Account> before = Optional.ofNullable(of(tenant).put(account.id(), account));
        units.wrote(() -> before.ifPresentOrElse(
                old -> of(tenant).put(old.id(), old), () -> of(tenant).remove(account.id())));
    }

    void addIfUnknown(TenantId tenant, AccountId id) {
        if (of(tenant).putIfAbsent(id, Account.known(id)) == null) {
            units.wrote(() -> of(tenant).remove(id));
        }
    }

    @Override
    public List<Account> findAll(TenantId tenant, Collection<AccountId> wanted) {
        units.enter(tenant);
        return wanted.stream()
                .distinct()
                .flatMap(id -> Optional.ofNullable(of(tenant).get(id)).stream())
                .toList();
    }

    @Override
    public Optional<Account> find(TenantId tenant, AccountId account) {
        units.enter(tenant);
        return Optional.ofNullable(of(tenant).get(account));
    }

    @Override
    public List<Account> listStartingWith(TenantId tenant, String text, int limit) {
        units.enter(tenant);
        String wanted = text.toLowerCase(Locale.ROOT);
        return of(tenant).values().stream()
                .filter(account -> account.id().value().toLowerCase(Locale.ROOT).startsWith(wanted)
                        || account.name().toLowerCase(Locale.ROOT).startsWith(wanted))
                .limit(limit)
                .toList();
    }

    @Override
    public long count(TenantId tenant) {
        units.enter(tenant);
        return of(tenant).size();
    }

    boolean isKnown(TenantId tenant, AccountId account) {
        return of(tenant).containsKey(account);
    }

    Account require(TenantId tenant, AccountId account) {
        return find(tenant, account).orElseThrow(() -> new AccountNotFound(account, "is not known"));
    }

    ConcurrentSkipListMap<AccountId, Account> of(TenantId tenant) {
        return accounts.computeIfAbsent(tenant, any -> new ConcurrentSkipListMap<>());
    }
}
