package io.csm.app.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Makes sure, before anything is stored, that tenants will be kept apart: row-level security does not bind a superuser,
 * a role with BYPASSRLS, or a role that can act as the owner of the tables.
 */
final class RoleCheck {

    private static final int OLDEST_VERSION = 150_000;

    private static final String CURRENT_ROLE = "select current_user";

    private static final String FACTS = """
            select current_setting('server_version_num')::int           as version_number,
                   split_part(current_setting('server_version'), ' ', 1) as version,
                   current_setting('server_encoding')                    as encoding,
                   pg_is_in_recovery()                                   as read_only,
                   r.rolname                                             as role,
                   r.rolsuper                                            as superuser,
                   r.rolbypassrls                                        as bypasses_rls,
                   has_database_privilege(current_database(), 'TEMPORARY') as temporary,
                   (select min(c.oid::regclass::text)
                      from pg_class c
                     where c.relowner = r.oid
                       and c.relkind in ('r', 'p')
                       and c.relpersistence <> 't')                      as owned_table,
                   (select pg_has_role(r.oid, o.oid, 'MEMBER')
                      from pg_roles o
                     where o.rolname = ?)                                as acts_as_owner
              from pg_roles r
             where r.rolname = current_user
            """;

    private final Login application;
    private final Login owner;

    RoleCheck(Login application, Login owner) {
        this.application = application;
        this.owner = owner;
    }

    /** Connects as both roles and answers the version of the server, for example {@code 18.6}. */
    String passedBy() {
        String ownerRole = ownerRole();
        try (Connection connection = application.connect();
                PreparedStatement query = connection.prepareStatement(FACTS)) {
            query.setString(1, ownerRole);
            try (ResultSet facts = query.executeQuery()) {
                facts.next();
                refuseServer(facts);
                refuseRole(facts, ownerRole);
                return facts.getString("version");
            }
        } catch (SQLException failure) {
            throw ConnectionFailure.explain(application, failure);
        }
    }

    private String ownerRole() {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(CURRENT_ROLE)) {
            role.next();
            return role.getString(1);
        } catch (SQLException failure) {
            throw ConnectionFailure.explain(owner, failure);
        }
    }

    private void refuseServer(ResultSet facts) throws SQLException {
        if (facts.getInt("version_number") < OLDEST_VERSION) {
            throw refused("is version %s, and 15 is the oldest that will do: upgrade it, or use the embedded database"
                    .formatted(facts.getString("version")));
        }
        if (!"UTF8".equals(facts.getString("encoding"))) {
            throw refused("stores text as %s, which cannot hold every name: create the database with ENCODING 'UTF8'"
                    .formatted(facts.getString("encoding")));
        }
        if (facts.getBoolean("read_only")) {
            throw refused("is a read-only standby: use the URL of the primary");
        }
    }

    private void refuseRole(ResultSet facts, String ownerRole) throws SQLException {
        String role = facts.getString("role");
        if (role.equals(ownerRole)) {
            throw unsafe("role %s is both application and owner".formatted(role), "use two different roles");
        }
        if (facts.getBoolean("superuser")) {
            throw unsafe("application role %s is a superuser".formatted(role), alter(role, "NOSUPERUSER"));
        }
        if (facts.getBoolean("bypasses_rls")) {
            throw unsafe("application role %s has BYPASSRLS".formatted(role), alter(role, "NOBYPASSRLS"));
        }
        if (facts.getBoolean("acts_as_owner")) {
            throw unsafe(
                    "application role %s is a member of owner role %s".formatted(role, ownerRole),
                    "run REVOKE %s FROM %s".formatted(ownerRole, role));
        }
        Optional<String> table = Optional.ofNullable(facts.getString("owned_table"));
        if (table.isPresent()) {
            throw unsafe(
                    "application role %s owns tables (%s, for one)".formatted(role, table.get()),
                    "run REASSIGN OWNED BY %s TO %s".formatted(role, ownerRole));
        }
        if (!facts.getBoolean("temporary")) {
            throw refused("does not let role %s make temporary tables, which imports need: run GRANT TEMPORARY ON"
                            .formatted(role)
                    + " DATABASE ... TO " + role);
        }
    }

    private static String alter(String role, String attribute) {
        return "run ALTER ROLE %s %s, or use another role".formatted(role, attribute);
    }

    private DatabaseUnavailable unsafe(String why, String remedy) {
        return new DatabaseUnavailable(
                "PostgreSQL at %s is refused because %s and row-level security would not hold: %s."
                        .formatted(application.shownUrl(), why, remedy));
    }

    private DatabaseUnavailable refused(String whyAndRemedy) {
        return new DatabaseUnavailable("PostgreSQL at %s %s.".formatted(application.shownUrl(), whyAndRemedy));
    }
}
