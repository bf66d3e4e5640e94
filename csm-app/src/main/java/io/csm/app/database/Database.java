package io.csm.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL that is ready for use. {@link #open} starts an embedded one or reaches an external one, and makes sure
 * that row-level security will bind the application; {@link #close} ends all connections, and stops an embedded one.
 * Sessions of both data sources run in UTC.
 */
public final class Database implements AutoCloseable {

    private static final int LARGEST_APPLICATION_POOL = 32;
    private static final int LARGEST_OWNER_POOL = 3;

    private final Login login;
    private final HikariDataSource application;
    private final HikariDataSource owner;
    private final String description;
    private final Server server;

    private Database(Login application, Login owner, String description, Server server) {
        this.login = application;
        this.application = application.pool("csm-application", LARGEST_APPLICATION_POOL, 1);
        this.owner = owner.pool("csm-owner", LARGEST_OWNER_POOL, 0);
        this.description = description;
        this.server = server;
    }

    /**
     * Opens the database. An embedded one belongs to the first process that opens it and is stopped by its
     * {@link #close} or, should that not be called, when that process is asked to end (SIGTERM, Ctrl-C); after a kill the
     * next open clears up and loses nothing that was committed. Other processes use it while it runs.
     *
     * @param settings which database
     * @return the database, ready for use
     * @throws DatabaseUnavailable when it cannot be used, with a sentence that says why and what to do next
     */
    public static Database open(DatabaseSettings settings) {
        return settings.match(
                embedded -> new EmbeddedHome(embedded, EmbeddedHome.PATIENCE).open(Database::own, Database::share),
                Database::reach);
    }

    /**
     * Opens an embedded database that nobody else uses, neither now nor until it is closed.
     *
     * @throws DatabaseUnavailable also when another process uses it
     */
    public static Database openAlone(DatabaseSettings.Embedded settings) {
        return own(EmbeddedServer.start(settings));
    }

    private static Database own(EmbeddedServer server) {
        try {
            Roles.make(server.logins());
            return over(server.home(), server.logins(), server, "");
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    private static Database share(SharedServer server) {
        return over(server.home(), server.logins(), server, ", started by process " + server.owner());
    }

    private static Database over(PostgresHome home, EmbeddedLogins logins, Server server, String note) {
        Login application = logins.application(Roles.DATABASE);
        Login owner = logins.owner(Roles.DATABASE);
        String version = new RoleCheck(application, owner).passedBy();
        String description =
                "embedded PostgreSQL %s in %s, port %d%s".formatted(version, home.folder(), logins.port(), note);
        return new Database(application, owner, description, server);
    }

    private static Database reach(DatabaseSettings.External settings) {
        String url = settings.url();
        Login application = new Login(url, settings.shownUrl(), settings.user(), settings.password());
        Login owner = new Login(url, settings.shownUrl(), settings.ownerUser(), settings.ownerPassword());
        String version = new RoleCheck(application, owner).passedBy();
        String description = "PostgreSQL %s at %s".formatted(version, settings.shownUrl());
        return new Database(application, owner, description, new Server() {});
    }

    /**
     * The pool the application works with, of at most 10 connections; a caller waits up to 30 seconds for a free one.
     * Its role is bound by row-level security and can make temporary tables, but no others.
     *
     * @return the data source of {@link #applicationRole()}
     */
    public DataSource application() {
        return application;
    }

    /**
     * A pool of at most 3 connections, none of them kept open, for migrations.
     *
     * @return the data source of the role that owns the database
     */
    public DataSource owner() {
        return owner;
    }

    /**
     * The role that migrations grant rights to.
     *
     * @return its name, unquoted
     */
    public String applicationRole() {
        return login.user();
    }

    /**
     * A data source, without a pool, of the superuser of an embedded database. It is there for measurements: row-level
     * security does not bind it.
     *
     * @return the data source; empty when the database is external
     */
    public Optional<DataSource> superuser() {
        return server.superuser();
    }

    /**
     * The port the server listens on, for tools outside this process.
     *
     * @return 1 to 65535
     */
    public int port() {
        PGSimpleDataSource parsed = new PGSimpleDataSource();
        parsed.setUrl(login.url());
        return parsed.getPortNumbers()[0];
    }

    /**
     * The database in one line for people; without any secret.
     *
     * @return for example {@code embedded PostgreSQL 18.6 in /home/ann/.csm/postgres, port 40123}
     */
    public String describe() {
        return description;
    }

    /**
     * Whether an embedded database is still up; of an external one this does not know.
     *
     * @return false when it has ended although nobody has closed it here
     */
    public boolean isRunning() {
        return server.isRunning();
    }

    /**
     * What to tell a person when the database has ended although it is still open here, as it belonged to another process.
     *
     * @return a sentence; empty while all is well
     */
    public Optional<String> loss() {
        return server.loss();
    }

    /**
     * Leaves an embedded database running when the process is asked to end, until {@link #close} is called. For a caller
     * with a shutdown hook of its own, which has work to finish before it closes the database.
     */
    public void withoutShutdownHook() {
        server.withoutShutdownHook();
    }

    /** Ends all connections and stops an embedded database. Closing twice does no harm. */
    @Override
    public void close() {
        application.close();
        owner.close();
        server.close();
    }

    @Override
    public String toString() {
        return description;
    }
}
