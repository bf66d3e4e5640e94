package io.csm.adapter.jdbc;

import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date. Flyway's own table stays out of schema csm, which holds tables of tenants only. */
final class Migrations {

    private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private Migrations() {}

    static void run(DataSource owner, String applicationRole) {
        if (!ROLE.matcher(applicationRole).matches()) {
            throw new IllegalArgumentException(
                    "the application role must be lower-case letters, digits and underscores but was '"
                            + applicationRole + "'");
        }
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:io/csm/adapter/jdbc/migration")
                .defaultSchema("csm_flyway")
                .createSchemas(true)
                .validateMigrationNaming(true)
                .placeholders(Map.of("application_role", applicationRole))
                .load()
                .migrate();
    }
}
