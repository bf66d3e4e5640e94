package io.csm.adapter.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A real PostgreSQL, one for all tests of the process, and databases in it. The owner is no superuser; the application
 * owns nothing. Sessions run far from UTC, so that nothing works by luck.
 */
final class TestDatabase {

    static final String APPLICATION = "csm_app";
    static final String OWNER = "csm_owner";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();
    private static final TestDatabase SHARED = migrated();

    private final String name;
    private final HikariDataSource application;

    private TestDatabase(String name) {
        this.name = name;
        this.application = pool();
    }

    private static EmbeddedPostgres start() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role " + OWNER + " login");
                statement.execute("create role " + APPLICATION + " login");
            }
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The database that most tests share, emptied. */
    static TestDatabase empty() {
        SHARED.asSuperuser(
                "set lock_timeout = '10s'; truncate csm.account, csm.signal_value, csm.health_policy, csm.snapshot_layout,"
                        + " csm.health_score, csm.scan, csm.scorecard, csm.terms, csm.contact, csm.subscription,"
                        + " csm.invoice, csm.ticket, csm.touchpoint, csm.feed, csm.event, csm.event_key,"
                        + " csm.quarantine, csm.outbox, csm.app_user, csm.alert, csm.domain_event,"
                        + " csm.delivery, csm.qbr, csm.opportunity, csm.model_answer,"
                        + " csm.chat_thread, csm_scheduler.tenant");
        return SHARED;
    }

    /** A migrated database of its own. */
    static TestDatabase migrated() {
        TestDatabase database = blank();
        JdbcAdapter.migrate(database.owner(), APPLICATION);
        return database;
    }

    /** A database of its own with nothing in it. */
    static TestDatabase blank() {
        String name = "csm_test_" + NUMBER.incrementAndGet();
        run(SERVER.getPostgresDatabase(), "create database " + name + " owner " + OWNER);
        return new TestDatabase(name);
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(SERVER.getDatabase(APPLICATION, name));
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** Adapters of their own, as of as many processes. */
    JdbcAdapter adapter() {
        return JdbcAdapter.over(application);
    }

    DataSource application() {
        return application;
    }

    DataSource owner() {
        return SERVER.getDatabase(OWNER, name);
    }

    DataSource superuser() {
        return SERVER.getDatabase("postgres", name);
    }

    void asSuperuser(String sql) {
        run(superuser(), sql);
    }

    /** The first column of every row. */
    List<String> ask(String sql) {
        return ask(superuser(), sql);
    }

    static List<String> ask(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void run(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
