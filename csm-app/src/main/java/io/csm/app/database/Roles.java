package io.csm.app.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database and the two roles of an embedded server, made at the first start and completed after a kill during it. */
final class Roles {

    static final String DATABASE = "csm";
    static final String OWNER = "csm_owner";
    static final String APPLICATION = "csm_app";

    private static final String FOUND = """
            select exists (select from pg_roles where rolname = '%s')    as owner,
                   exists (select from pg_roles where rolname = '%s')    as application,
                   exists (select from pg_database where datname = '%s') as database
            """.formatted(OWNER, APPLICATION, DATABASE);

    private static final String CREATE_ROLE =
            "create role %s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %s";

    private Roles() {}

    static void make(EmbeddedLogins logins) {
        Login superuser = logins.superuser("postgres");
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            make(statement, logins.owner(DATABASE), logins.application(DATABASE));
        } catch (SQLException failure) {
            throw ConnectionFailure.explain(superuser, failure);
        }
    }

    private static void make(Statement statement, Login owner, Login application) throws SQLException {
        boolean ownerFound;
        boolean applicationFound;
        boolean databaseFound;
        try (ResultSet found = statement.executeQuery(FOUND)) {
            found.next();
            ownerFound = found.getBoolean("owner");
            applicationFound = found.getBoolean("application");
            databaseFound = found.getBoolean("database");
        }
        if (!ownerFound) {
            createRole(statement, owner);
        }
        if (!applicationFound) {
            createRole(statement, application);
        }
        if (!databaseFound) {
            statement.execute("create database %s owner %s".formatted(DATABASE, OWNER));
        }
        statement.execute("revoke all on database %s from public".formatted(DATABASE));
        statement.execute("grant connect, temporary on database %s to %s".formatted(DATABASE, APPLICATION));
    }

    private static void createRole(Statement statement, Login login) throws SQLException {
        String password = statement.enquoteLiteral(login.password().value());
        statement.execute(CREATE_ROLE.formatted(login.user(), password));
    }
}
