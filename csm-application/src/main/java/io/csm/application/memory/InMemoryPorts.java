package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.access.TenantId;
import io.csm.application.account.port.AccountRepository;
import io.csm.application.adoption.port.PeerUsageRepository;
import io.csm.application.alert.port.AlertRepository;
import io.csm.application.change.port.ChangeRepository;
import io.csm.application.delivery.port.ChatThreads;
import io.csm.application.delivery.port.DeliveryRepository;
import io.csm.application.event.port.EventRepository;
import io.csm.application.event.port.QuarantineRepository;
import io.csm.application.expansion.port.OpportunityRepository;
import io.csm.application.fact.port.FactRepository;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.health.port.ScanRepository;
import io.csm.application.health.port.ScorecardRepository;
import io.csm.application.narrative.port.ModelJournal;
import io.csm.application.qbr.port.QbrRepository;
import io.csm.application.quality.port.OddityFinder;
import io.csm.application.shared.UnitOfWork;
import io.csm.application.signal.port.SignalValueRepository;
import io.csm.application.user.port.UserRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.fact.Viewpoint;
import java.time.Instant;

/** All ports in memory. One unit of work runs at a time; safe for use by several threads. */
public final class InMemoryPorts implements CustomerSuccess.Ports {

    private static final Instant END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z");

    private final InMemoryUnits unitOfWork = new InMemoryUnits();
    private final InMemoryAccountRepository accounts = new InMemoryAccountRepository(unitOfWork);
    private final InMemoryHealthScoreRepository healthScores =
            new InMemoryHealthScoreRepository(accounts, this::pays, unitOfWork);
    private final InMemoryTenants tenants = new InMemoryTenants(unitOfWork);
    private final InMemoryScanRepository scans = new InMemoryScanRepository(unitOfWork, tenants);
    private final InMemoryScorecardRepository scorecards = new InMemoryScorecardRepository(unitOfWork);
    private final InMemoryFeeds feeds = new InMemoryFeeds(unitOfWork);
    private final InMemoryEventRepository events = new InMemoryEventRepository(accounts, feeds, unitOfWork);
    private final InMemoryFactRepository facts = new InMemoryFactRepository(accounts, events, feeds, unitOfWork);
    private final InMemorySignalValueRepository signalValues =
            new InMemorySignalValueRepository(accounts, healthScores, facts, unitOfWork);
    private final InMemoryQuarantineRepository quarantine = new InMemoryQuarantineRepository(unitOfWork);
    private final InMemoryChangeRepository changes = new InMemoryChangeRepository(accounts, unitOfWork, tenants);
    private final InMemoryUserRepository users = new InMemoryUserRepository(unitOfWork);
    private final InMemoryAlertRepository alerts = new InMemoryAlertRepository(accounts, this::pays, unitOfWork);
    private final InMemoryDeliveryRepository deliveries = new InMemoryDeliveryRepository(accounts, unitOfWork, tenants);
    private final InMemoryChatThreads chatThreads = new InMemoryChatThreads(unitOfWork);
    private final InMemoryQbrRepository qbrs = new InMemoryQbrRepository(accounts, unitOfWork);
    private final InMemoryOpportunityRepository opportunities = new InMemoryOpportunityRepository(accounts, unitOfWork);
    private final InMemoryModelJournal modelJournal = new InMemoryModelJournal(unitOfWork);
    private final InMemoryPeerUsageRepository peerUsage =
            new InMemoryPeerUsageRepository(accounts, this::pays, healthScores, events, unitOfWork);
    private final InMemoryOddityFinder oddities = new InMemoryOddityFinder(accounts, facts, events, users);

    private boolean pays(TenantId tenant, AccountId account, Instant at) {
        Viewpoint now = new Viewpoint(at, END_OF_TIME);
        return facts.find(tenant, account, now).subscriptions().stream().anyMatch(each -> each.isPaidOn(now.day()));
    }

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
    public OddityFinder oddities() {
        return oddities;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public FactRepository facts() {
        return facts;
    }

    @Override
    public EventRepository events() {
        return events;
    }

    @Override
    public QuarantineRepository quarantine() {
        return quarantine;
    }

    @Override
    public ChangeRepository changes() {
        return changes;
    }

    @Override
    public UserRepository users() {
        return users;
    }

    @Override
    public AlertRepository alerts() {
        return alerts;
    }

    @Override
    public DeliveryRepository deliveries() {
        return deliveries;
    }

    @Override
    public QbrRepository qbrs() {
        return qbrs;
    }

    @Override
    public OpportunityRepository opportunities() {
        return opportunities;
    }

    @Override
    public ModelJournal modelJournal() {
        return modelJournal;
    }

    @Override
    public PeerUsageRepository peerUsage() {
        return peerUsage;
    }

    @Override
    public ChatThreads chatThreads() {
        return chatThreads;
    }
}
