package io.csm.app.database;

import static io.csm.app.database.Homes.ask;
import static io.csm.app.database.Homes.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningAnEmbeddedDatabaseTest {

    @TempDir
    static Path folder;

    private static Path home;
    private static Database database;

    // the only one that unpacks the programs for itself, as a person's first start does
    @BeforeAll
    static void open() {
        home = folder.resolve("a home of ünusual name");
        database = Database.open(new DatabaseSettings.Embedded(home));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void describes_itself_in_one_line() {
        assertThat(database.describe())
                .matches("embedded PostgreSQL 18\\.\\d+ in \\Q" + home.resolve("postgres") + "\\E, port "
                        + database.port());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fsync                  | on
                    full_page_writes       | on
                    synchronous_commit     | on
                    listen_addresses       | 127.0.0.1
                    unix_socket_directories| ''
                    password_encryption    | scram-sha-256
                    server_encoding        | UTF8
                    shared_buffers         | 128MB
                    max_wal_size           | 2GB
                    jit                    | off
                    log_error_verbosity    | terse
                    """)
    void runs_durable_private_and_tuned_for_imports(String setting, String value) throws SQLException {
        assertThat(ask(database.superuser().orElseThrow(), "show " + setting)).isEqualTo(value);
    }

    @Test
    void lets_nobody_in_without_a_password() {
        String url = "jdbc:postgresql://127.0.0.1:" + database.port() + "/csm";

        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csm_owner", "csm_app"})
    void has_roles_that_row_level_security_binds(String role) throws SQLException {
        String attributes = "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication"
                + " from pg_roles where rolname = '%s' and rolcanlogin";

        assertThat(ask(database.superuser().orElseThrow(), attributes.formatted(role)))
                .isEqualTo("f");
    }

    @Test
    void works_as_the_application_and_migrates_as_the_owner() throws SQLException {
        assertThat(ask(database.application(), "select current_user")).isEqualTo(database.applicationRole());
        assertThat(ask(database.owner(), "select current_user")).isEqualTo("csm_owner");
        assertThat(ask(database.owner(), "select pg_get_userbyid(datdba) from pg_database where datname = 'csm'"))
                .isEqualTo("csm_owner");
    }

    @Test
    void lets_the_application_make_temporary_tables_and_no_others() throws SQLException {
        tell(database.application(), "create temporary table staging (n int)");

        assertThatThrownBy(() -> tell(database.application(), "create table own (n int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for schema public");
    }

    @Test
    void keeps_tenants_apart() throws SQLException {
        tell(
                database.owner(),
                "create table note (tenant_id text, body text)",
                "alter table note enable row level security",
                "alter table note force row level security",
                "create policy tenant on note using (tenant_id = current_setting('app.tenant_id', true))",
                "grant select, insert on note to " + database.applicationRole());
        tell(
                database.application(),
                "begin",
                "set local app.tenant_id = 'a'",
                "insert into note values ('a', 'ours')",
                "commit");

        assertThat(ask(database.application(), "select count(*) from note")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "owner"})
    void runs_every_session_in_utc_wherever_this_machine_is(String source) throws SQLException {
        assertThat(ask(source.equals("owner") ? database.owner() : database.application(), "show timezone"))
                .isEqualTo("UTC");
    }

    @Test
    void sorts_and_folds_alike_on_every_machine() throws SQLException {
        assertThat(ask(
                        database.application(),
                        "select datlocprovider::text || ' ' || datlocale || ' ' || upper('ärger') from pg_database"
                                + " where datname = current_database()"))
                .isEqualTo("b C.UTF-8 ÄRGER");
    }

    @Test
    void keeps_what_is_private_from_other_users() throws Exception {
        Path files = home.resolve("postgres");

        assertThat(permissions(files)).isEqualTo("rwx------");
        assertThat(permissions(files.resolve("data"))).isEqualTo("rwx------");
        assertThat(permissions(files.resolve("programs"))).isEqualTo("rwx------");
        assertThat(permissions(files.resolve("passwords"))).isEqualTo("rw-------");
        try (Stream<Path> left = Files.list(files)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("data", "programs", "passwords", "postgres.log", "lock");
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void runs_a_second_home_beside_the_first() throws Exception {
        try (Database second = Database.open(Homes.at(Homes.usedBefore()))) {
            assertThat(second.port()).isNotEqualTo(database.port());
            assertThat(ask(second.application(), "select current_database()")).isEqualTo("csm");
        }
    }

    @Test
    void keeps_committed_rows_passwords_and_settings_over_a_restart() throws Exception {
        Path kept = Homes.usedBefore();
        try (Database first = Database.open(Homes.at(kept))) {
            tell(first.owner(), "drop table if exists t", "create table t as select generate_series(1, 42) as n");
        }
        String passwords = Files.readString(kept.resolve("postgres/passwords"));

        try (Database again = Database.open(Homes.at(kept))) {
            assertThat(ask(again.owner(), "select count(*) from t")).isEqualTo("42");
            assertThat(Files.readString(kept.resolve("postgres/passwords"))).isEqualTo(passwords);
        }
    }

    @Test
    void ends_all_connections_and_the_server_when_closed() throws Exception {
        Path ended = Homes.usedBefore();
        Database closed = Database.open(Homes.at(ended));
        ProcessHandle server = PostmasterFile.read(ended.resolve("postgres/data"))
                .flatMap(PostmasterFile::process)
                .orElseThrow();
        try (Connection left = closed.superuser().orElseThrow().getConnection()) {
            assertThat(left.isValid(1)).isTrue();

            closed.close();
            closed.close();

            assertThat(left.isValid(1)).isFalse();
        }

        assertThat(server.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
        assertThat(ended.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }
}
