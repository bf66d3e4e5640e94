package io.csm.app;

import io.csm.adapter.jdbc.JdbcAdapter;
import io.csm.app.config.CsmSettings;
import io.csm.app.database.Database;
import io.csm.application.CustomerSuccess;
import io.csm.application.delivery.port.DeliveryChannel;
import io.csm.application.health.ScanPortfolio;
import io.csm.application.retention.RunRetention;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The composition root: a database, the adapters over it, and the use cases over them. */
public final class Csm implements AutoCloseable {

    private final Database database;
    private final CustomerSuccess customerSuccess;
    private final ExecutorService storing;
    private final RunRetention runRetention;
    private final Connections connections;
    private final List<DeliveryChannel> channels;

    private Csm(
            Database database,
            CustomerSuccess customerSuccess,
            ExecutorService storing,
            RunRetention runRetention,
            Connections connections) {
        this.database = database;
        this.customerSuccess = customerSuccess;
        this.storing = storing;
        this.runRetention = runRetention;
        this.connections = connections;
        this.channels = connections.channels(customerSuccess);
    }

    /**
     * Opens the database, brings its schema up to date, and wires everything.
     *
     * @throws io.csm.app.database.DatabaseUnavailable with a sentence that says why and what to do
     */
    public static Csm open(CsmSettings settings, Clock clock) {
        return over(Database.open(settings.database()), settings, clock);
    }

    /**
     * As {@link #open}, alone and with nothing in it: whatever was stored there is removed, and nobody else may use it
     * meanwhile. For the demo.
     */
    public static Csm openEmpty(CsmSettings settings, Clock clock) {
        Database database = settings.database().match(Database::openAlone, external -> {
            throw new IllegalArgumentException("only an embedded database may be emptied");
        });
        try {
            removeEverything(database);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
        return over(database, settings, clock);
    }

    private static Csm over(Database database, CsmSettings settings, Clock clock) {
        try {
            JdbcAdapter.migrate(database.owner(), database.applicationRole());
            JdbcAdapter jdbc = JdbcAdapter.over(database.application());
            ExecutorService storing = Executors.newFixedThreadPool(ScanPortfolio.BATCHES_AT_ONCE, Csm::background);

            Connections connections = Connections.open(settings, jdbc.modelJournal(), jdbc.chatThreads(), clock);

            CustomerSuccess customerSuccess = connections.connect(
                    CustomerSuccess.over(jdbc, clock)
                            .withHealthSettings(settings.health())
                            .withStoringOn(storing),
                    settings);

            RunRetention retention = new RunRetention(jdbc.histories(database.owner()), settings.retention(), clock);

            return new Csm(database, customerSuccess, storing, retention, connections);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private static Thread background(Runnable work) {
        Thread thread = new Thread(work, "csm-storing");
        thread.setDaemon(true);
        return thread;
    }

    private static void removeEverything(Database database) {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists csm cascade");
            statement.execute("drop schema if exists csm_scheduler cascade");
            statement.execute("drop schema if exists csm_flyway cascade");
        } catch (SQLException refused) {
            throw new IllegalStateException("what an earlier demo left cannot be removed", refused);
        }
    }

    public CustomerSuccess customerSuccess() {
        return customerSuccess;
    }

    /** Retention is a matter of the installation, not of a tenant. */
    public RunRetention runRetention() {
        return runRetention;
    }

    /** The channels that are connected. */
    public List<DeliveryChannel> channels() {
        return channels;
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        storing.shutdown();
        connections.close();
        database.close();
    }
}
