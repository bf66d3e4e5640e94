package io.csm.app.database;

import static io.csm.app.database.Homes.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReachingAnExternalDatabaseTest {

    private static final Secret PASSWORD = new Secret("it's 100% secret");
    private static final String UNSAFE = " and row-level security would not hold: ";

    @TempDir
    static Path folder;

    private static InstalledPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = InstalledPostgres.startIn(folder);
        Homes.tell(
                server.superuser("postgres").unpooled(),
                createRole("keeper", ""),
                createRole("worker", ""),
                createRole("boss_worker", "superuser"),
                createRole("bypassing_worker", "bypassrls"),
                createRole("owning_worker", ""),
                createRole("member_worker", "in role keeper"),
                createRole("locked_worker", ""),
                "alter role locked_worker nologin",
                "create database customers owner keeper",
                "create database latin encoding 'LATIN1' template template0 lc_collate 'C' lc_ctype 'C' owner keeper",
                "create database bare owner keeper",
                "revoke temporary on database bare from public");
        Homes.tell(
                server.superuser("customers").unpooled(),
                "create table leftover (n int)",
                "alter table leftover owner to owning_worker");
    }

    private static String createRole(String name, String attributes) {
        return "create role %s login password '%s' %s"
                .formatted(name, PASSWORD.value().replace("'", "''"), attributes);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void works_as_the_application_and_migrates_as_the_owner() throws SQLException {
        try (Database database = Database.open(settings("customers", "worker"))) {
            assertThat(ask(database.application(), "select current_user")).isEqualTo("worker");
            assertThat(ask(database.owner(), "select current_user")).isEqualTo("keeper");
            assertThat(database.applicationRole()).isEqualTo("worker");
            assertThat(database.port()).isEqualTo(server.port());
            assertThat(database.superuser()).isEmpty();
        }
    }

    @Test
    void describes_itself_without_parameters_that_may_be_secret() {
        DatabaseSettings settings = new DatabaseSettings.External(
                server.url("customers") + "?sslpassword=hush", "worker", PASSWORD, "keeper", PASSWORD);

        try (Database database = Database.open(settings)) {
            assertThat(database.describe())
                    .matches("PostgreSQL \\d+\\.\\d+ at \\Q" + server.url("customers") + "\\E")
                    .isEqualTo(database.toString());
        }
    }

    @Test
    void leaves_the_server_running_when_closed() throws SQLException {
        Database.open(settings("customers", "worker")).close();

        assertThat(ask(server.superuser("customers").unpooled(), "select 1")).isEqualTo("1");
    }

    @Test
    void says_that_the_server_cannot_be_reached() {
        DatabaseSettings nobody = new DatabaseSettings.External(
                "jdbc:postgresql://127.0.0.1:1/customers", "worker", PASSWORD, "keeper", PASSWORD);

        assertThat(refusal(nobody))
                .startsWith("PostgreSQL at jdbc:postgresql://127.0.0.1:1/customers cannot be reached (")
                .endsWith(
                        "check host and port, that the server is running, and that it accepts connections from here.");
    }

    @Test
    void says_whose_password_is_wrong() {
        DatabaseSettings wrong = new DatabaseSettings.External(
                server.url("customers"), "worker", new Secret("guess"), "keeper", PASSWORD);

        assertThat(refusal(wrong))
                .isEqualTo(
                        "PostgreSQL at %s refused the password of role worker: correct the password in the settings.",
                        server.url("customers"))
                .doesNotContain("guess");
    }

    @Test
    void says_that_the_database_is_missing() {
        assertThat(refusal(settings("nowhere", "worker")))
                .isEqualTo(
                        "The database of %s does not exist: create it with CREATE DATABASE ... OWNER ..., or correct the"
                                + " URL.",
                        server.url("nowhere"));
    }

    @Test
    void says_that_a_role_may_not_log_in() {
        assertThat(refusal(settings("customers", "locked_worker")))
                .contains("does not let role locked_worker in", "create the role with LOGIN");
    }

    @Test
    void refuses_a_superuser() {
        assertThat(refusal(settings("customers", "boss_worker")))
                .endsWith("is refused because application role boss_worker is a superuser" + UNSAFE
                        + "run ALTER ROLE boss_worker NOSUPERUSER, or use another role.");
    }

    @Test
    void refuses_a_role_that_bypasses_row_level_security() {
        assertThat(refusal(settings("customers", "bypassing_worker")))
                .endsWith("is refused because application role bypassing_worker has BYPASSRLS" + UNSAFE
                        + "run ALTER ROLE bypassing_worker NOBYPASSRLS, or use another role.");
    }

    @Test
    void refuses_a_role_that_owns_tables() {
        assertThat(refusal(settings("customers", "owning_worker")))
                .endsWith("is refused because application role owning_worker owns tables (leftover, for one)" + UNSAFE
                        + "run REASSIGN OWNED BY owning_worker TO keeper.");
    }

    @Test
    void refuses_a_role_that_can_act_as_the_owner() {
        assertThat(refusal(settings("customers", "member_worker")))
                .endsWith("is refused because application role member_worker is a member of owner role keeper" + UNSAFE
                        + "run REVOKE keeper FROM member_worker.");
    }

    @Test
    void refuses_one_role_for_both() {
        assertThat(refusal(settings("customers", "keeper")))
                .endsWith("is refused because role keeper is both application and owner" + UNSAFE
                        + "use two different roles.");
    }

    @Test
    void refuses_a_database_that_cannot_hold_every_name() {
        assertThat(refusal(settings("latin", "worker")))
                .endsWith("stores text as LATIN1, which cannot hold every name: create the database with ENCODING"
                        + " 'UTF8'.");
    }

    @Test
    void refuses_a_role_that_cannot_import() {
        assertThat(refusal(settings("bare", "worker")))
                .endsWith("does not let role worker make temporary tables, which imports need: run GRANT TEMPORARY ON"
                        + " DATABASE ... TO worker.");
    }

    private static DatabaseSettings settings(String database, String user) {
        return new DatabaseSettings.External(server.url(database), user, PASSWORD, "keeper", PASSWORD);
    }

    private static String refusal(DatabaseSettings settings) {
        return catchThrowableOfType(
                        DatabaseUnavailable.class, () -> Database.open(settings).close())
                .getMessage();
    }
}
