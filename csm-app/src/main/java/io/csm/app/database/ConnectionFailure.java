package io.csm.app.database;

import java.sql.SQLException;
import java.util.Optional;

/** Turns what PostgreSQL or its driver says about a failed connection or query into a sentence for a person. */
final class ConnectionFailure {

    private ConnectionFailure() {}

    static DatabaseUnavailable explain(Login login, SQLException failure) {
        return new DatabaseUnavailable(sentence(login, failure), failure);
    }

    private static String sentence(Login login, SQLException failure) {
        String where = login.shownUrl();
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        return switch (state) {
            case "08000", "08001", "08003", "08004", "08006" ->
                ("PostgreSQL at %s cannot be reached (%s): check host"
                                + " and port, that the server is running, and that it accepts connections from here.")
                        .formatted(where, firstLine(failure));
            case "28P01" ->
                "PostgreSQL at %s refused the password of role %s: correct the password in the settings."
                        .formatted(where, login.user());
            case "28000" ->
                ("PostgreSQL at %s does not let role %s in (%s): create the role with LOGIN, or allow it in"
                                + " pg_hba.conf.")
                        .formatted(where, login.user(), firstLine(failure));
            case "3D000" ->
                ("The database of %s does not exist: create it with CREATE DATABASE ... OWNER ..., or"
                                + " correct the URL.")
                        .formatted(where);
            case "42501" ->
                ("PostgreSQL at %s denies role %s what it needs (%s): grant it, for example CONNECT and"
                                + " TEMPORARY on the database.")
                        .formatted(where, login.user(), firstLine(failure));
            case "53100" -> "The disk of PostgreSQL at %s is full: free some space, then start again.".formatted(where);
            case "53300" ->
                ("PostgreSQL at %s has no connection left: close other clients or raise max_connections,"
                                + " then start again.")
                        .formatted(where);
            case "57P03" -> "PostgreSQL at %s is starting up or shutting down: try again in a moment.".formatted(where);
            default ->
                "PostgreSQL at %s cannot be used: %s (SQL state %s). Look at the log of the server."
                        .formatted(where, firstLine(failure), state.isEmpty() ? "none" : state);
        };
    }

    private static String firstLine(SQLException failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse("no message");
        return message.lines().findFirst().orElse("no message").strip();
    }
}
