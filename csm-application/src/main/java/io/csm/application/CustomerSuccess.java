package io.csm.application;

import io.csm.application.account.SaveAccounts;
import io.csm.application.account.port.AccountRepository;
import io.csm.application.adoption.port.PeerUsageRepository;
import io.csm.application.alert.port.AlertRepository;
import io.csm.application.change.MarkChanges;
import io.csm.application.change.port.ChangeRepository;
import io.csm.application.delivery.port.ChatThreads;
import io.csm.application.delivery.port.DeliveryRepository;
import io.csm.application.directory.port.AccountDirectory;
import io.csm.application.directory.port.RecordBook;
import io.csm.application.event.Arrival;
import io.csm.application.event.DiscardQuarantined;
import io.csm.application.event.IngestEvents;
import io.csm.application.event.ReplayQuarantine;
import io.csm.application.event.port.EventRepository;
import io.csm.application.event.port.QuarantineRepository;
import io.csm.application.expansion.port.OpportunityRepository;
import io.csm.application.fact.ReportFacts;
import io.csm.application.fact.port.FactRepository;
import io.csm.application.health.AssessAccount;
import io.csm.application.health.ExplainAccount;
import io.csm.application.health.HealthSettings;
import io.csm.application.health.ReadHistory;
import io.csm.application.health.ScanAccount;
import io.csm.application.health.ScanPortfolio;
import io.csm.application.health.ScoreAccount;
import io.csm.application.health.ScoreChanges;
import io.csm.application.health.Scorecards;
import io.csm.application.health.SummarizePortfolio;
import io.csm.application.health.TraceScore;
import io.csm.application.health.WhatIfAccount;
import io.csm.application.health.WhatIfPortfolio;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.health.port.ScanRepository;
import io.csm.application.health.port.ScorecardRepository;
import io.csm.application.memory.InMemoryPorts;
import io.csm.application.narrative.port.ModelJournal;
import io.csm.application.narrative.port.Narrator;
import io.csm.application.qbr.port.QbrRepository;
import io.csm.application.quality.FindOddities;
import io.csm.application.quality.port.OddityFinder;
import io.csm.application.shared.UnitOfWork;
import io.csm.application.signal.GiveSignals;
import io.csm.application.signal.ReadSignals;
import io.csm.application.signal.port.SignalValueRepository;
import io.csm.application.user.port.UserRepository;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * CSM as an embedder holds it: the use cases, wired with ports, settings and a clock. It starts no thread, opens no
 * socket, sets no global and logs nothing; what it does happens on the thread that calls it.
 */
public final class CustomerSuccess {

    private final Ports ports;
    private final HealthSettings settings;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Executor storing;
    private final Agent.Parts agent;

    private CustomerSuccess(
            Ports ports,
            HealthSettings settings,
            Clock clock,
            Supplier<String> ids,
            Executor storing,
            Agent.Parts agent) {
        this.ports = Objects.requireNonNull(ports, "ports");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.ids = Objects.requireNonNull(ids, "ids");
        this.storing = Objects.requireNonNull(storing, "storing");
        this.agent = agent;
    }

    /** Everything that CSM asks of the world around it. */
    public interface Ports {

        AccountRepository accounts();

        SignalValueRepository signalValues();

        HealthScoreRepository healthScores();

        ScanRepository scans();

        ScorecardRepository scorecards();

        FactRepository facts();

        EventRepository events();

        QuarantineRepository quarantine();

        ChangeRepository changes();

        UserRepository users();

        AlertRepository alerts();

        DeliveryRepository deliveries();

        QbrRepository qbrs();

        OpportunityRepository opportunities();

        ModelJournal modelJournal();

        PeerUsageRepository peerUsage();

        ChatThreads chatThreads();

        OddityFinder oddities();

        UnitOfWork unitOfWork();
    }

    /** CSM over those ports, with default settings and random ids. */
    public static CustomerSuccess over(Ports ports, Clock clock) {
        return new CustomerSuccess(
                ports,
                HealthSettings.defaults(),
                clock,
                () -> UUID.randomUUID().toString(),
                Runnable::run,
                Agent.Parts.defaults());
    }

    /** CSM that remembers in this process only: for a first try, and for tests. */
    public static CustomerSuccess inMemory(Clock clock) {
        return over(new InMemoryPorts(), clock);
    }

    /** The same with these settings; default {@link HealthSettings#defaults()}. */
    public CustomerSuccess withHealthSettings(HealthSettings others) {
        return new CustomerSuccess(ports, others, clock, ids, storing, agent);
    }

    /** The same with ids from there; default random UUIDs. */
    public CustomerSuccess withIds(Supplier<String> others) {
        return new CustomerSuccess(ports, settings, clock, others, storing, agent);
    }

    /**
     * The same with scans that store a batch there while they score the next one; default: the calling thread does one
     * after the other.
     */
    public CustomerSuccess withStoringOn(Executor executor) {
        return new CustomerSuccess(ports, settings, clock, ids, executor, agent);
    }

    /** The same with these settings of the agent; default {@link AgentSettings#defaults()}. */
    public CustomerSuccess withAgentSettings(AgentSettings others) {
        return with(new Agent.Parts(others, agent.narrator(), agent.directory(), agent.records()));
    }

    /** The same with texts written there; default {@link io.csm.application.narrative.RuleNarrator}. */
    public CustomerSuccess withNarrator(Narrator narrator) {
        return with(new Agent.Parts(agent.settings(), narrator, agent.directory(), agent.records()));
    }

    /** The same with that workspace; default none. */
    public CustomerSuccess withWorkspace(Optional<AccountDirectory> directory, RecordBook records) {
        return with(new Agent.Parts(agent.settings(), agent.narrator(), directory, Optional.of(records)));
    }

    private CustomerSuccess with(Agent.Parts parts) {
        return new CustomerSuccess(ports, settings, clock, ids, storing, parts);
    }

    /** What turns numbers into answers: alerts, reviews, opportunities, texts. */
    public Agent agent() {
        return new Agent(this, ports, clock, ids, agent);
    }

    public Ports ports() {
        return ports;
    }

    /** The clock that it was given. */
    public Clock clock() {
        return clock;
    }

    public Scorecards scorecards() {
        return new Scorecards(ports.scorecards(), settings, clock);
    }

    public ScoreAccount scoreAccount() {
        return new ScoreAccount(ports.healthScores(), agent().raiseAlerts(), ports.unitOfWork());
    }

    /** Scores one account by what is known of it now. */
    public ScanAccount scanAccount() {
        return new ScanAccount(readSignals(), scoreAccount(), clock);
    }

    public ScanPortfolio scanPortfolio() {
        return new ScanPortfolio(
                ports.healthScores(), ports.scans(), agent().raiseAlerts(), ports.unitOfWork(), clock, ids, storing);
    }

    public ScoreChanges scoreChanges() {
        return new ScoreChanges(
                ports.changes(),
                readSignals(),
                ports.healthScores(),
                ports.accounts(),
                agent().raiseAlerts(),
                ports.unitOfWork(),
                clock);
    }

    public ExplainAccount explainAccount() {
        return new ExplainAccount(ports.accounts(), ports.healthScores());
    }

    public TraceScore traceScore() {
        return new TraceScore(ports.facts(), ports.scans(), clock);
    }

    public AssessAccount assessAccount() {
        return new AssessAccount(ports.accounts(), readSignals());
    }

    public ReadHistory readHistory() {
        return new ReadHistory(ports.accounts(), ports.healthScores());
    }

    public WhatIfAccount whatIfAccount() {
        return new WhatIfAccount(ports.healthScores());
    }

    public WhatIfPortfolio whatIfPortfolio() {
        return new WhatIfPortfolio(ports.healthScores(), ports.scans(), readSignals());
    }

    public SummarizePortfolio summarizePortfolio() {
        return new SummarizePortfolio(ports.healthScores());
    }

    public SaveAccounts saveAccounts() {
        return new SaveAccounts(ports.accounts(), ports.facts(), markChanges(), ports.unitOfWork());
    }

    public ReportFacts reportFacts() {
        return new ReportFacts(ports.facts(), markChanges(), ports.unitOfWork());
    }

    public IngestEvents ingestEvents() {
        return new IngestEvents(ports.events(), ports.quarantine(), markChanges(), ports.unitOfWork());
    }

    public ReadSignals readSignals() {
        return new ReadSignals(ports.signalValues(), settings.shelfLives());
    }

    /** Tries quarantined events again; the reader reads a document as it is read on arrival. */
    public ReplayQuarantine replayQuarantine(Function<String, Arrival> reader) {
        return new ReplayQuarantine(ports.quarantine(), ingestEvents(), ports.unitOfWork(), reader);
    }

    public DiscardQuarantined discardQuarantined() {
        return new DiscardQuarantined(ports.quarantine());
    }

    public FindOddities findOddities() {
        return new FindOddities(ports.oddities());
    }

    public GiveSignals giveSignals() {
        return new GiveSignals(ports.signalValues(), markChanges(), ports.unitOfWork());
    }

    private MarkChanges markChanges() {
        return new MarkChanges(ports.changes(), clock);
    }
}
