package io.csm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.app.cli.Terminal.Said;
import io.csm.app.database.Database;
import io.csm.app.database.DatabaseSettings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals that are computed in another database, by one query: a second PostgreSQL, and DuckDB. */
class ScoringAWarehouseTest {

    private static final List<String> TABLE = List.of("""
            create table usage (account varchar(20), adoption numeric(4, 2), trend varchar(20), seats double precision,
                                logins integer, renewal bigint)
            """, """
            insert into usage values ('A-1', 0.90, 'growing', 0.85, 5, 200), ('A-2', 0.10, 'declining', 0.3, 90, 30),
                                     ('A-3', 1.01, 'stable', 0.5, null, null), ('', 0.5, 'stable', 0.5, 1, 1),
                                     ('A-5', 0.5, 'Stable', 0.5, 1, 1)
            """);

    private static final String QUERY = """
            select account as account_id, adoption as feature_adoption_rate, trend as usage_trend,
                   logins as login_frequency_days, 'high' as stakeholder_engagement,
                   'current' as invoice_payment_status, renewal as days_to_renewal, seats as seats_utilization_rate
            from usage
            order by account;
            """;

    @TempDir
    Path folder;

    @Test
    void rows_of_duckdb_are_scored_like_rows_of_a_file() throws Exception {
        String url = "jdbc:duckdb:" + folder.resolve("warehouse.duckdb");
        try (Connection connection = DriverManager.getConnection(url)) {
            tell(connection, TABLE);
        }

        Said said = scan(Terminal.plain().with("CSM_WAREHOUSE_URL", url), QUERY);

        assertThatTwoAreScored(said);
    }

    @Test
    void rows_of_a_second_postgresql_are_scored_like_rows_of_a_file() throws Exception {
        Path home = folder.resolve("other");
        try (Database other = Database.open(new DatabaseSettings.Embedded(home));
                Connection connection = other.owner().getConnection()) {
            tell(connection, TABLE);
            tell(connection, List.of("grant select on usage to csm_app"));

            Said said = scan(
                    Terminal.plain()
                            .with("CSM_WAREHOUSE_URL", "jdbc:postgresql://127.0.0.1:" + other.port() + "/csm")
                            .with("CSM_WAREHOUSE_USER", "csm_app")
                            .with("CSM_WAREHOUSE_PASSWORD", password(home)),
                    QUERY);

            assertThatTwoAreScored(said);
        }
    }

    private static void assertThatTwoAreScored(Said said) {
        assertThat(said.json())
                .extracting(line -> line.get("account_id").asText())
                .containsExactly("A-1", "A-2");
        JsonNode best = said.json().get(0);
        assertThat(best.get("rag").asText()).isEqualTo("GREEN");
        assertThat(said.refusals())
                .extracting(line -> line.get("line").asLong() + " "
                        + line.get("field").asText() + " " + line.get("value").asText())
                .containsExactlyInAnyOrder("1 account_id null", "4 feature_adoption_rate 1.01", "5 usage_trend Stable");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void scores_of_a_warehouse_can_be_stored_and_explained() throws Exception {
        String url = "jdbc:duckdb:" + folder.resolve("warehouse.duckdb");
        try (Connection connection = DriverManager.getConnection(url)) {
            tell(connection, TABLE);
        }
        Terminal terminal = TestHome.terminal().with("CSM_WAREHOUSE_URL", url);

        scan(terminal, QUERY, "--store", "--tenant", "warehouse");
        Said said = terminal.run("explain", "A-1", "--tenant", "warehouse");

        assertThat(said.out()).contains("warehouse, today");
    }

    @Test
    void what_is_wrong_with_the_query_as_a_whole_is_told_once() throws Exception {
        Terminal duck = Terminal.plain().with("CSM_WAREHOUSE_URL", "jdbc:duckdb:");

        Said unknown = scan(duck, "select 'A-1' as account_id, 1 as feature_adoption_rates");
        Said nameless = scan(duck, "select 'A-1' as account");
        Said broken = scan(duck, "select from nowhere");

        assertThat(unknown.err()).contains("feature_adoption_rates", "did you mean", "must have a column");
        assertThat(nameless.err()).contains("account_id", "must be a column of the query");
        assertThat(broken.err()).contains("the warehouse at jdbc:duckdb: refused the query");
        assertThat(broken.code()).isEqualTo(3);
    }

    @Test
    void a_warehouse_that_is_not_there_is_named_without_its_secrets() throws Exception {
        Said said = scan(
                Terminal.plain()
                        .with("CSM_WAREHOUSE_URL", "jdbc:postgresql://127.0.0.1:1/db?sslkey=hidden")
                        .with("CSM_WAREHOUSE_PASSWORD", "hidden as well"),
                QUERY);

        assertThat(said.err())
                .contains("the warehouse at jdbc:postgresql://127.0.0.1:1/db cannot be reached")
                .doesNotContain("hidden");
        assertThat(said.code()).isEqualTo(3);
    }

    @Test
    void the_doctor_asks_the_warehouse_too() {
        Said well =
                TestHome.terminal().with("CSM_WAREHOUSE_URL", "jdbc:duckdb:").run("doctor");
        Said away = TestHome.terminal()
                .with("CSM_WAREHOUSE_URL", "jdbc:postgresql://127.0.0.1:1/db")
                .run("doctor");

        assertThat(well.out()).containsPattern("ok +warehouse +DuckDB");
        assertThat(away.out().replaceAll("\\s+", " "))
                .contains("the warehouse at jdbc:postgresql://127.0.0.1:1/db cannot be reached");
        assertThat(away.code()).isEqualTo(3);
    }

    @Test
    void a_url_without_driver_says_where_to_put_one() throws Exception {
        Said said = scan(Terminal.plain().with("CSM_WAREHOUSE_URL", "jdbc:trino://host/catalog"), QUERY);

        assertThat(said.err()).contains("no JDBC driver understands jdbc:trino:", "drivers");
    }

    @Test
    void a_password_in_the_url_is_refused() throws Exception {
        Said said = scan(Terminal.plain().with("CSM_WAREHOUSE_URL", "jdbc:postgresql://h/d?password=secret"), QUERY);

        assertThat(said.err()).contains("set CSM_WAREHOUSE_PASSWORD instead").doesNotContain("secret");
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void without_a_warehouse_the_setting_is_named() throws Exception {
        assertThat(scan(Terminal.plain(), QUERY).err()).contains("CSM_WAREHOUSE_URL");
    }

    private Said scan(Terminal terminal, String query, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("signals.sql"), query);
        String[] arguments = new String[4 + more.length];
        arguments[0] = "scan";
        arguments[1] = "--warehouse";
        arguments[2] = file.toString();
        arguments[3] = "--json";
        System.arraycopy(more, 0, arguments, 4, more.length);
        return terminal.run(arguments);
    }

    private static void tell(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String password(Path home) throws IOException {
        Properties entries = new Properties();
        entries.load(new StringReader(Files.readString(home.resolve("postgres").resolve("passwords"))));
        return entries.getProperty("application");
    }
}
