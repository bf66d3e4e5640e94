package io.csm.adapter.jdbc;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.health.PublishedScorecard;
import io.csm.application.signal.SignalValue;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.SignalOrigin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What raw SQL can do as the application, whatever the code around it forgot. */
class RowLevelSecurityTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private TestDatabase database;

    @BeforeEach
    void acme_has_everything() {
        database = TestDatabase.empty();
        JdbcAdapter ports = database.adapter();
        ports.healthScores().append(ACME, STANDARD, List.of(healthy("A-1").by(STANDARD)));
        ports.signalValues()
                .append(
                        ACME,
                        List.of(new SignalValue(
                                account("A-1"), "nps_score", "1", new SignalOrigin("tam", MONDAY), MONDAY)));
        ports.scans().save(ACME, aScan("s-1", "file:a", MONDAY));
        ports.scorecards()
                .append(
                        ACME,
                        new PublishedScorecard(
                                ShippedScorecards.CSM_STANDARD.named(new ScorecardRef("ours", 1)), MONDAY, "mia"));
    }

    /** Runs the statement as the application in a transaction of that tenant; none when it is blank. */
    private long as(String tenant, String sql) throws SQLException {
        try (Connection connection = database.application().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                if (!tenant.isBlank()) {
                    statement.execute("select set_config('app.tenant_id', '" + tenant + "', true)");
                }
                return statement.execute(sql) ? count(statement) : statement.getUpdateCount();
            } finally {
                connection.rollback();
            }
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void refused(String tenant, String sql) {
        assertThatThrownBy(() -> as(tenant, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "signal_value",
                "health_policy",
                "snapshot_layout",
                "health_score",
                "scan",
                "scorecard"
            })
    void a_table_shows_its_rows_to_their_tenant_only(String table) throws SQLException {
        String count = "select count(*) from csm." + table;

        assertThat(as("acme", count)).isEqualTo(1);
        assertThat(as("globex", count)).isZero();
        assertThat(as("", count)).isZero();
    }

    @Test
    void another_tenants_rows_cannot_be_changed() throws SQLException {
        assertThat(as("globex", "update csm.account set name = 'x'")).isZero();
        assertThat(as("", "update csm.scan set state = 'completed'")).isZero();
    }

    @Test
    void nothing_can_be_written_in_the_name_of_another_tenant() {
        String account = "insert into csm.account (tenant_id, account_id, name, id_folded, name_folded)"
                + " values ('acme', 'A-2', 'x', 'x', 'x')";

        refused("globex", account);
        refused("", account);
        refused("acme", "update csm.account set tenant_id = 'globex'");
        refused("globex", "insert into csm.scorecard select 'acme', 'x', 1, '{}', now(), 'x'");
    }

    @Test
    void a_partition_cannot_be_reached_past_its_table() {
        refused("acme", "select count(*) from csm.health_score_2026_03");
        refused("acme", "insert into csm.health_score_2026_03 select * from csm.health_score");
        refused("acme", "drop table csm.health_score_2026_03");
    }

    @Test
    void history_cannot_be_changed() {
        refused("acme", "update csm.health_score set value = 100");
        refused("acme", "delete from csm.health_score");
        refused("acme", "truncate csm.health_score");
        refused("acme", "update csm.health_policy set churn_window_days = 1");
        refused("acme", "delete from csm.signal_value");
        refused("acme", "update csm.scorecard set document = '{}'");
        refused("acme", "delete from csm.account");
    }

    @Test
    void the_application_cannot_lift_the_rules() {
        refused("acme", "alter table csm.account disable row level security");
        refused("acme", "drop policy one_tenant on csm.account");
        refused("acme", "create table csm.mine (id int)");
        refused("acme", "select csm.isolate_tenants('csm.account')");
    }

    @Test
    void the_owner_is_bound_as_well() {
        assertThat(TestDatabase.ask(database.owner(), "select count(*) from csm.account"))
                .containsExactly("0");
        assertThat(TestDatabase.ask(database.owner(), "select count(*) from csm.health_score_2026_03"))
                .containsExactly("0");
    }

    @Test
    void a_connection_forgets_the_tenant_when_its_transaction_ends() {
        database.adapter().accounts().count(ACME);

        assertThat(TestDatabase.ask(database.application(), "select count(*) from csm.account"))
                .containsExactly("0");
    }
}
