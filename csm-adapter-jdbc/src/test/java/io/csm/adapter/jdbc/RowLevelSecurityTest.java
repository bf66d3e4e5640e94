package io.csm.adapter.jdbc;

import static io.csm.application.contract.AlertBuilder.anAlert;
import static io.csm.application.contract.FactBuilders.*;
import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.OpportunityBuilder.anOpportunityAt;
import static io.csm.application.contract.QbrBuilder.aReviewOf;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.contract.ModelJournalContract;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.DomainEvent;
import io.csm.application.event.Quarantined;
import io.csm.application.health.PublishedScorecard;
import io.csm.application.signal.SignalValue;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.user.User;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        ports.facts()
                .append(
                        ACME,
                        List.of(
                                onPlan("A-1", "pro"),
                                contact("A-1", "c-1", ContactRole.USER),
                                subscription("A-1", "s-1", NEW_YEAR),
                                invoice("A-1", "i-1", NEW_YEAR),
                                ticket("A-1", "t-1"),
                                touchpoint("A-1", "p-1", MONDAY)),
                        MONDAY);
        ports.events().append(ACME, List.of(event("A-1", "e-1", StandardEvents.CHURNED, MONDAY)), MONDAY);
        ports.quarantine()
                .append(
                        ACME,
                        List.of(new Quarantined(
                                0, "system", "e-2", "A-1", "{}", "id", "x", "must", MONDAY, Quarantined.State.OPEN)));
        ports.changes().mark(ACME, List.of(account("A-1")), MONDAY);
        ports.users().saveAll(ACME, List.of(new User("mia", "Mia", Optional.empty())));
        ports.alerts().raise(ACME, List.of(anAlert("x-1").notice()));
        ports.deliveries()
                .append(ACME, List.of(Delivery.waiting("chat", "k-1", Optional.empty(), "title", Map.of(), MONDAY)));
        ports.deliveries()
                .appendEvents(
                        ACME, List.of(new DomainEvent("e-1", "alert_raised", Optional.empty(), MONDAY, Map.of())));
        ports.qbrs().save(ACME, aReviewOf("A-1").build());
        ports.opportunities().append(ACME, List.of(anOpportunityAt("A-1").build()));
        ports.modelJournal().append(ACME, ModelJournalContract.answer("A-1", "{}", MONDAY));
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
                "scorecard",
                "terms",
                "contact",
                "subscription",
                "invoice",
                "ticket",
                "touchpoint",
                "event",
                "event_key",
                "quarantine",
                "outbox",
                "app_user",
                "alert",
                "domain_event",
                "delivery",
                "qbr",
                "opportunity",
                "model_answer"
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
        assertThat(as("globex", "update csm.ticket set subject = 'x'")).isZero();
        assertThat(as("", "update csm.quarantine set state = 'discarded'")).isZero();
        assertThat(as("globex", "delete from csm.outbox")).isZero();
        assertThat(as("globex", "update csm.alert set waits = false")).isZero();
        assertThat(as("", "update csm.delivery set state = 'dead'")).isZero();
        assertThat(as("globex", "update csm.qbr set content = '{}'")).isZero();
        assertThat(as("", "delete from csm.event_key")).isZero();
    }

    @Test
    void another_tenants_rows_cannot_be_taken_or_ended() throws SQLException {
        JdbcAdapter ports = database.adapter();

        assertThat(ports.changes().take(GLOBEX, 10, WEDNESDAY)).isEmpty();
        assertThat(as("globex", "select count(*) from (select from csm.outbox for update skip locked) o"))
                .isZero();
    }

    @Test
    void since_when_a_tenant_sends_what_is_its_own() throws SQLException {
        String count = "select count(*) from csm.feed";

        assertThat(as("acme", count)).isEqualTo(4);
        assertThat(as("globex", count)).isZero();
        assertThat(as("", count)).isZero();
    }

    @Test
    void nothing_can_be_written_in_the_name_of_another_tenant() {
        String account = "insert into csm.account (tenant_id, account_id, name, id_folded, name_folded)"
                + " values ('acme', 'A-2', 'x', 'x', 'x')";

        refused("globex", account);
        refused("", account);
        refused("acme", "update csm.account set tenant_id = 'globex'");
        refused("globex", "insert into csm.scorecard select 'acme', 'x', 1, '{}', now(), 'x'");
        refused("globex", "insert into csm.feed values ('acme', 'ticket', now(), now())");
        refused("globex", "insert into csm.app_user values ('acme', 'x', 'x')");
        refused("globex", "insert into csm.domain_event values ('acme', 'x', 'x', null, now(), '{}')");
        refused("acme", "update csm.delivery set tenant_id = 'globex'");
        refused("acme", "update csm.alert set tenant_id = 'globex'");
        refused("", "insert into csm.event_key values ('acme', gen_random_uuid(), gen_random_uuid(), now())");
    }

    @Test
    void a_partition_cannot_be_reached_past_its_table() {
        refused("acme", "select count(*) from csm.health_score_2026_03");
        refused("acme", "insert into csm.health_score_2026_03 select * from csm.health_score");
        refused("acme", "drop table csm.health_score_2026_03");
        refused("acme", "select count(*) from csm.event_2026_03");
        refused("acme", "insert into csm.event_2026_03 select * from csm.event");
        refused("acme", "select count(*) from csm.touchpoint_2026");
        refused("acme", "update csm.touchpoint_2026 set summary = 'x'");
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
        refused("acme", "update csm.event set received_at = now()");
        refused("acme", "delete from csm.event");
        refused("acme", "update csm.event_key set content = key");
        refused("acme", "delete from csm.ticket");
        refused("acme", "delete from csm.quarantine");
        refused("acme", "delete from csm.alert");
        refused("acme", "delete from csm.delivery");
        refused("acme", "update csm.domain_event set payload = '{}'");
        refused("acme", "delete from csm.opportunity");
        refused("acme", "update csm.model_answer set answer = ''");
        refused("acme", "delete from csm.model_answer");
        refused("acme", "select setval('csm.delivery_delivery_no_seq', 1)");
        refused("acme", "update csm.outbox set created_at = now()");
        refused("acme", "update csm_scheduler.tenant set tenant_id = 'x'");
        refused("acme", "delete from csm_scheduler.tenant");
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
