package io.csm.application;

import io.csm.application.CustomerSuccess.Ports;
import io.csm.application.access.TenantId;
import io.csm.application.adoption.ReportAdoption;
import io.csm.application.adoption.TrackFeatureAdoption;
import io.csm.application.alert.AnnounceAlerts;
import io.csm.application.alert.AnswerAlert;
import io.csm.application.alert.CheckContracts;
import io.csm.application.alert.RaiseAlerts;
import io.csm.application.brief.BriefAccount;
import io.csm.application.delivery.DeliverDue;
import io.csm.application.delivery.Dispatch;
import io.csm.application.directory.ReadDirectory;
import io.csm.application.directory.port.AccountDirectory;
import io.csm.application.directory.port.RecordBook;
import io.csm.application.expansion.CheckExpansion;
import io.csm.application.handoff.HealthScanTask;
import io.csm.application.handoff.RunHandoff;
import io.csm.application.narrative.RuleNarrator;
import io.csm.application.narrative.port.Narrator;
import io.csm.application.qbr.GenerateQbr;
import io.csm.application.qbr.PrepareContractReviews;
import io.csm.application.qbr.PrepareQuarterlyReviews;
import io.csm.application.workspace.PublishHealth;
import io.csm.application.workspace.WorkspaceChannel;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The agent as an embedder holds it: from a number to an answer that is prepared for a person to approve. It writes by
 * rules until it is given a narrator, and tells nobody until channels are connected. Like {@link CustomerSuccess} it
 * starts no thread and opens no socket.
 */
public final class Agent {

    private final CustomerSuccess csm;
    private final Ports ports;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Parts parts;

    /** What may be exchanged. */
    record Parts(
            AgentSettings settings,
            Narrator narrator,
            Optional<AccountDirectory> directory,
            Optional<RecordBook> records) {

        static Parts defaults() {
            return new Parts(AgentSettings.defaults(), new RuleNarrator(), Optional.empty(), Optional.empty());
        }
    }

    Agent(CustomerSuccess csm, Ports ports, Clock clock, Supplier<String> ids, Parts parts) {
        this.csm = Objects.requireNonNull(csm, "csm");
        this.ports = ports;
        this.clock = clock;
        this.ids = ids;
        this.parts = parts;
    }

    public AgentSettings settings() {
        return parts.settings();
    }

    /** Does one of the four tasks. */
    public RunHandoff runHandoff() {
        return new RunHandoff(healthScan(), generateQbr(), checkExpansion(), trackFeatureAdoption());
    }

    private HealthScanTask healthScan() {
        return new HealthScanTask(
                csm.scorecards(),
                this::readDirectory,
                csm.readSignals(),
                csm.scanPortfolio(),
                csm.scanAccount(),
                announceAlerts(),
                briefAccount(),
                parts.narrator());
    }

    /** Puts together what is known of an account. */
    public BriefAccount briefAccount() {
        return new BriefAccount(ports.accounts(), ports.healthScores(), ports.facts(), ports.users(), clock);
    }

    /** Writes texts: by rules, or by a language model with the rules behind it. */
    public Narrator narrator() {
        return parts.narrator();
    }

    public GenerateQbr generateQbr() {
        return new GenerateQbr(
                briefAccount(),
                reportAdoption(),
                parts.narrator(),
                ports.qbrs(),
                dispatch(),
                ports.unitOfWork(),
                parts.settings().catalogue(),
                clock);
    }

    public PrepareQuarterlyReviews prepareQuarterlyReviews() {
        return new PrepareQuarterlyReviews(ports.healthScores(), ports.qbrs(), generateQbr(), clock);
    }

    public PrepareContractReviews prepareContractReviews() {
        return new PrepareContractReviews(ports.healthScores(), ports.qbrs(), generateQbr(), clock);
    }

    public CheckExpansion checkExpansion() {
        return new CheckExpansion(
                briefAccount(),
                parts.narrator(),
                ports.opportunities(),
                dispatch(),
                ports.unitOfWork(),
                parts.settings().catalogue(),
                clock);
    }

    public TrackFeatureAdoption trackFeatureAdoption() {
        return new TrackFeatureAdoption(
                briefAccount(), reportAdoption(), parts.narrator(), dispatch(), ports.unitOfWork(), clock);
    }

    private ReportAdoption reportAdoption() {
        return new ReportAdoption(ports.peerUsage());
    }

    /** Raises alerts out of health that is stored; scans do so by themselves. */
    public RaiseAlerts raiseAlerts() {
        return new RaiseAlerts(
                ports.alerts(),
                ports.healthScores(),
                dispatch(),
                parts.settings().alerts().rules(),
                ids);
    }

    public AnnounceAlerts announceAlerts() {
        return new AnnounceAlerts(
                ports.alerts(),
                briefAccount(),
                parts.narrator(),
                dispatch(),
                ports.unitOfWork(),
                parts.settings().alerts(),
                clock);
    }

    public AnswerAlert answerAlert() {
        return new AnswerAlert(ports.alerts(), ports.unitOfWork(), clock);
    }

    public CheckContracts checkContracts() {
        return new CheckContracts(ports.healthScores(), raiseAlerts(), ports.unitOfWork(), clock);
    }

    public DeliverDue deliverDue() {
        return new DeliverDue(
                ports.deliveries(), ports.unitOfWork(), parts.settings().retries(), clock);
    }

    /** Reads the workspace; empty when none is connected. */
    public Optional<ReadDirectory> readDirectory(TenantId tenant) {
        return parts.directory()
                .filter(directory -> isWorkspaceOf(tenant))
                .map(directory -> new ReadDirectory(directory, ports.accounts(), csm.giveSignals(), clock));
    }

    /** Writes health into the workspace; empty when none is connected. */
    public Optional<PublishHealth> publishHealth(TenantId tenant) {
        return parts.directory()
                .filter(directory -> isWorkspaceOf(tenant))
                .flatMap(directory -> parts.records()
                        .map(records -> new PublishHealth(directory, records, ports.healthScores(), clock)));
    }

    /** Takes deliveries to the workspace; empty when none is connected. */
    public Optional<WorkspaceChannel> workspaceChannel() {
        return parts.records()
                .map(records -> new WorkspaceChannel(
                        parts.directory(),
                        records,
                        ports.qbrs(),
                        ports.opportunities(),
                        ports.accounts(),
                        ports.healthScores()));
    }

    private boolean isWorkspaceOf(TenantId tenant) {
        return parts.settings().channels().isWorkspaceOf(tenant);
    }

    private Dispatch dispatch() {
        return new Dispatch(ports.deliveries(), parts.settings().channels());
    }
}
