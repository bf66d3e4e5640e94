package io.csm.app.bench;

import io.csm.app.database.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Fills the tenant {@code bench} with accounts and what happened at them; the server makes the rows up itself. */
final class GeneratedHistory {

    private final Database database;

    GeneratedHistory(Database database) {
        this.database = database;
    }

    /** That many accounts with all that is known of them but events. */
    void accounts(long accounts) {
        fill("accounts.sql", accounts);
    }

    /** Events numbered from after the one number to the other. */
    void events(long after, long until) {
        fill("events.sql", after, until);
    }

    /** Each statement of the file; the one with question marks takes the numbers. */
    private void fill(String file, long... numbers) {
        try (Connection connection = database.application().getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "select set_config('app.tenant_id', 'bench', true)");
            run(connection, "select setseed(0.42)");
            for (String statement : resource(file).split(";\\s*", -1)) {
                if (!statement.isBlank()) {
                    run(connection, statement, statement.contains("?") ? numbers : new long[0]);
                }
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException("the tables could not be filled by " + file, failure);
        }
        Housekeeping.tidyUp(
                database, "account", "terms", "contact", "subscription", "invoice", "ticket", "touchpoint", "event");
    }

    private static void run(Connection connection, String sql, long... numbers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < numbers.length; i++) {
                statement.setLong(i + 1, numbers[i]);
            }
            statement.execute();
        }
    }

    private static String resource(String name) {
        try (InputStream file = GeneratedHistory.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
