package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.access.TenantId;
import io.csm.application.account.port.AccountRepository;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.health.port.ScanRepository;
import io.csm.application.health.port.ScorecardRepository;
import io.csm.application.shared.UnitOfWork;
import io.csm.application.signal.port.SignalValueRepository;
import java.util.Optional;
import java.util.function.Supplier;

/** All ports in memory. A unit of work serialises its callers but cannot undo; safe for use by several threads. */
public final class InMemoryPorts implements CustomerSuccess.Ports {

    private final InMemoryAccountRepository accounts = new InMemoryAccountRepository();
    private final InMemoryHealthScoreRepository healthScores = new InMemoryHealthScoreRepository(accounts);
    private final InMemorySignalValueRepository signalValues =
            new InMemorySignalValueRepository(accounts, healthScores);
    private final InMemoryScanRepository scans = new InMemoryScanRepository();
    private final InMemoryScorecardRepository scorecards = new InMemoryScorecardRepository();
    private final UnitOfWork unitOfWork = new OneAtATime();

    @Override
    public AccountRepository accounts() {
        return accounts;
    }

    @Override
    public SignalValueRepository signalValues() {
        return signalValues;
    }

    @Override
    public HealthScoreRepository healthScores() {
        return healthScores;
    }

    @Override
    public ScanRepository scans() {
        return scans;
    }

    @Override
    public ScorecardRepository scorecards() {
        return scorecards;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    private static final class OneAtATime implements UnitOfWork {
        private Optional<TenantId> inside = Optional.empty();

        @Override
        public synchronized <T> T commit(TenantId tenant, Supplier<T> work) {
            if (inside.isPresent() && !inside.get().equals(tenant)) {
                throw new IllegalStateException(
                        "tenant " + tenant + " cannot work inside the unit of tenant " + inside.get());
            }
            Optional<TenantId> outer = inside;
            inside = Optional.of(tenant);
            try {
                return work.get();
            } finally {
                inside = outer;
            }
        }
    }
}
