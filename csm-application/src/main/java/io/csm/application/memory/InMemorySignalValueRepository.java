package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.application.fact.port.FactRepository;
import io.csm.application.signal.KnownPortfolio;
import io.csm.application.signal.KnownSignals;
import io.csm.application.signal.ShelfLives;
import io.csm.application.signal.SignalValue;
import io.csm.application.signal.port.SignalSource;
import io.csm.application.signal.port.SignalValueRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.derivation.StandardDerivations;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.SignalCatalogue;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

final class InMemorySignalValueRepository implements SignalValueRepository {

    private final InMemoryAccountRepository accounts;
    private final InMemoryHealthScoreRepository scores;
    private final FactRepository facts;
    private final InMemoryUnits units;
    private final Map<TenantId, Set<SignalValue>> values = new ConcurrentHashMap<>();

    InMemorySignalValueRepository(
            InMemoryAccountRepository accounts,
            InMemoryHealthScoreRepository scores,
            FactRepository facts,
            InMemoryUnits units) {
        this.facts = facts;
        this.units = units;
        this.accounts = accounts;
        this.scores = scores;
    }

    @Override
    public synchronized Set<AccountId> append(TenantId tenant, Collection<SignalValue> all) {
        units.enter(tenant);
        all.stream()
                .filter(value -> accounts.find(tenant, value.account()).isEmpty())
                .findFirst()
                .ifPresent(value -> {
                    throw new AccountNotFound(value.account(), "is not known");
                });
        Set<SignalValue> known = values.computeIfAbsent(tenant, any -> new LinkedHashSet<>());
        Set<AccountId> changed = new LinkedHashSet<>();
        for (SignalValue value : all) {
            if (known.add(value)) {
                changed.add(value.account());
                units.wrote(() -> known.remove(value));
            }
        }
        return changed;
    }

    @Override
    public SignalSource known(TenantId tenant, SignalCatalogue catalogue, Viewpoint viewpoint, ShelfLives shelfLives) {
        units.enter(tenant);
        return known(
                tenant,
                catalogue,
                viewpoint,
                shelfLives,
                List.copyOf(accounts.of(tenant).values()).stream());
    }

    @Override
    public SignalSource known(
            TenantId tenant,
            SignalCatalogue catalogue,
            Viewpoint viewpoint,
            ShelfLives shelfLives,
            Collection<AccountId> some) {
        units.enter(tenant);
        return known(
                tenant,
                catalogue,
                viewpoint,
                shelfLives,
                some.stream().sorted().distinct().flatMap(id -> accounts.find(tenant, id).stream()));
    }

    private SignalSource known(
            TenantId tenant,
            SignalCatalogue catalogue,
            Viewpoint viewpoint,
            ShelfLives shelfLives,
            Stream<Account> portfolio) {
        Iterator<KnownSignals> known = portfolio
                .flatMap(account -> known(tenant, account, viewpoint).stream())
                .filter(KnownSignals::isNotEmpty)
                .iterator();
        return new KnownPortfolio(known, catalogue, viewpoint.asOf(), shelfLives, () -> {});
    }

    /** Empty when it is no customer. */
    private Optional<KnownSignals> known(TenantId tenant, Account account, Viewpoint viewpoint) {
        AccountFacts known = facts.find(tenant, account.id(), viewpoint);
        boolean pays = known.subscriptions().stream().anyMatch(each -> each.isPaidOn(viewpoint.day()));
        return account.isCustomer(viewpoint.day(), pays)
                ? Optional.of(new KnownSignals(
                        account.id(),
                        scores.findLatest(tenant, account.id(), viewpoint.asOf())
                                .map(health -> health.score().snapshot()),
                        given(tenant, account.id(), viewpoint),
                        StandardDerivations.derive(known)))
                : Optional.empty();
    }

    private synchronized List<SignalValue> given(TenantId tenant, AccountId account, Viewpoint viewpoint) {
        return values.getOrDefault(tenant, Set.of()).stream()
                .filter(value -> value.account().equals(account))
                .filter(value -> !value.origin().observedAt().isAfter(viewpoint.asOf()))
                .filter(value -> !value.receivedAt().isAfter(viewpoint.knownOn()))
                .toList();
    }
}
