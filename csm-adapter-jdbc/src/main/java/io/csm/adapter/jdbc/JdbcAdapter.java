package io.csm.adapter.jdbc;

import io.csm.application.CustomerSuccess;
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
import io.csm.application.retention.port.HistoryStore;
import io.csm.application.shared.UnitOfWork;
import io.csm.application.signal.port.SignalValueRepository;
import io.csm.application.user.port.UserRepository;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * All ports on PostgreSQL 15 or later.
 *
 * <pre>{@code
 * JdbcAdapter.migrate(owner, "csm_app");                 // as the role that owns the tables
 * CustomerSuccess csm = CustomerSuccess.over(JdbcAdapter.over(application), Clock.systemUTC()); // as csm_app
 * }</pre>
 *
 * <p>The application connects as a role that owns nothing and does not bypass row-level security; it needs the right to
 * make temporary tables, which PostgreSQL gives to everybody. A call takes one connection, a scan of stored signals
 * three at a time: one holds the lock of the scan, one reads, one writes. Safe for use by several threads.
 */
public final class JdbcAdapter implements CustomerSuccess.Ports {

    private final TenantTransactions transactions;
    private final AccountRepository accounts;
    private final SignalValueRepository signalValues;
    private final HealthScoreRepository healthScores;
    private final ScanRepository scans;
    private final ScorecardRepository scorecards;
    private final FactRepository facts;
    private final EventRepository events;
    private final QuarantineRepository quarantine;
    private final ChangeRepository changes;
    private final UserRepository users;
    private final AlertRepository alerts;
    private final DeliveryRepository deliveries;
    private final QbrRepository qbrs;
    private final OpportunityRepository opportunities;
    private final ModelJournal modelJournal;
    private final PeerUsageRepository peerUsage;

    private JdbcAdapter(DataSource application) {
        Jdbi jdbi = jdbi(application);
        PolicyDictionary policies = new PolicyDictionary();
        LayoutDictionary layouts = new LayoutDictionary();
        transactions = new TenantTransactions(jdbi);
        TenantIntroductions tenants = new TenantIntroductions(transactions);
        accounts = new JdbiAccountRepository(transactions);
        signalValues = new JdbiSignalValueRepository(transactions, policies, layouts);
        healthScores = new JdbiHealthScoreRepository(transactions, policies, layouts);
        scans = new JdbiScanRepository(transactions, tenants);
        scorecards = new JdbiScorecardRepository(transactions);
        facts = new JdbiFactRepository(transactions);
        events = new JdbiEventRepository(transactions);
        quarantine = new JdbiQuarantineRepository(transactions);
        changes = new JdbiChangeRepository(transactions, tenants);
        users = new JdbiUserRepository(transactions);
        alerts = new JdbiAlertRepository(transactions);
        deliveries = new JdbiDeliveryRepository(transactions, tenants);
        qbrs = new JdbiQbrRepository(transactions);
        opportunities = new JdbiOpportunityRepository(transactions);
        modelJournal = new JdbiModelJournal(transactions);
        peerUsage = new JdbiPeerUsageRepository(transactions, healthScores);
    }

    private static Jdbi jdbi(DataSource connections) {
        Jdbi jdbi = Jdbi.create(connections);
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        jdbi.registerArrayType(LocalDate.class, "date");
        jdbi.registerArrayType(OffsetDateTime.class, "timestamptz");
        jdbi.registerArrayType(UUID.class, "uuid");
        return jdbi;
    }

    /** The ports over connections of the application role; the schema must be migrated. */
    public static JdbcAdapter over(DataSource application) {
        return new JdbcAdapter(application);
    }

    /**
     * Brings the schema up to date and gives the application role what it needs; nothing happens when that is done
     * already. Several instances may call this at once.
     *
     * @param owner connections of the role that owns, or will own, the schemas {@code csm} and {@code csm_flyway}
     * @param applicationRole an existing role: lower-case letters, digits and underscores
     */
    public static void migrate(DataSource owner, String applicationRole) {
        Migrations.run(owner, applicationRole);
    }

    /**
     * The histories of all tenants, for removing what is too old to keep.
     *
     * @param owner connections of the role that owns the tables
     */
    public HistoryStore histories(DataSource owner) {
        return new PartitionedHistoryStore(
                jdbi(owner), transactions, () -> changes().listTenants());
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
        return new JdbiOddityFinder(transactions);
    }

    @Override
    public UnitOfWork unitOfWork() {
        return transactions;
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
        return new JdbiChatThreads(transactions);
    }
}
