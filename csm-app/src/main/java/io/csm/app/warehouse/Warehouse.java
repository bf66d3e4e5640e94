package io.csm.app.warehouse;

import io.csm.app.database.Secret;
import io.csm.domain.health.Scorecard;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** A database where signals are computed. CSM reads there and changes nothing. */
public final class Warehouse {

    private static final int FETCH_SIZE = 1_000;

    private final WarehouseSettings settings;
    private final Drivers drivers;

    /**
     * A warehouse that is reached when it is asked.
     *
     * @param drivers the folder with jars of JDBC drivers; it need not exist
     */
    public Warehouse(WarehouseSettings settings, Path drivers) {
        this.settings = settings;
        this.drivers = new Drivers(drivers);
    }

    /**
     * The snapshots that the query returns: a column {@code account_id}, and one for each signal that it knows.
     *
     * @param query one select statement
     * @throws WarehouseUnavailable with a sentence that says why
     */
    public WarehouseSignals ask(String query, Scorecard scorecard, Instant asOf) {
        Connection connection = connect();
        try {
            connection.setAutoCommit(false); // else PostgreSQL sends all rows at once
            PreparedStatement statement = connection.prepareStatement(query);
            statement.setFetchSize(FETCH_SIZE);
            limitTime(statement);
            return new WarehouseSignals(connection, statement.executeQuery(), scorecard, asOf, settings.shownUrl());
        } catch (SQLException refused) {
            throw closing(connection, failure("refused the query", refused));
        } catch (RuntimeException broken) {
            throw closing(connection, broken);
        }
    }

    /**
     * What answers there, such as {@code DuckDB v1.4.1 at jdbc:duckdb:}.
     *
     * @throws WarehouseUnavailable with a sentence that says why
     */
    public String greet() {
        try (Connection connection = connect()) {
            DatabaseMetaData there = connection.getMetaData();
            return there.getDatabaseProductName() + " " + there.getDatabaseProductVersion() + " at "
                    + settings.shownUrl();
        } catch (SQLException broken) {
            throw failure("does not answer", broken);
        }
    }

    private Connection connect() {
        Properties login = new Properties();
        settings.user().ifPresent(user -> login.setProperty("user", user));
        settings.password().map(Secret::value).ifPresent(password -> login.setProperty("password", password));
        try {
            Connection connection = drivers.find(settings.url()).connect(settings.url(), login);
            return Optional.ofNullable(connection)
                    .orElseThrow(() -> new WarehouseUnavailable("there is no driver for " + settings.shownUrl()));
        } catch (SQLException unreachable) {
            throw failure("cannot be reached", unreachable);
        }
    }

    /** Not every driver can. */
    private void limitTime(PreparedStatement statement) {
        try {
            statement.setQueryTimeout((int) settings.timeout().toSeconds());
        } catch (SQLException cannot) {
            // then the query takes as long as it takes, and a person may interrupt it
        }
    }

    private WarehouseUnavailable failure(String what, SQLException cause) {
        return new WarehouseUnavailable(
                "the warehouse at " + settings.shownUrl() + " " + what + ": " + firstLine(cause), cause);
    }

    static String firstLine(SQLException failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("it does not say why");
    }

    private static RuntimeException closing(Connection connection, RuntimeException failure) {
        try {
            connection.close();
        } catch (SQLException cannot) {
            failure.addSuppressed(cannot);
        }
        return failure;
    }
}
