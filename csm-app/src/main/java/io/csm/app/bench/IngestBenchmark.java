package io.csm.app.bench;

import io.csm.app.Csm;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.event.Arrival;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Times events that come in through the application beside a plain COPY of the very same rows into a table of its own
 * that is made just like the one of the events, in turn, in one run.
 */
final class IngestBenchmark {

    private static final int BATCHES_A_ROUND = 20;

    private final CustomerSuccess csm;
    private final Actor actor;
    private final DataSource superuser;
    private final Path scratch;
    private final GeneratedEvents events;
    private final YearMonth month;

    IngestBenchmark(Csm csm, Actor actor, DataSource superuser, Path scratch, GeneratedPortfolio portfolio) {
        this.csm = csm.customerSuccess();
        this.actor = actor;
        this.superuser = superuser;
        this.scratch = scratch;
        this.events = new GeneratedEvents(portfolio, 1);
        this.month = YearMonth.from(this.csm.clock().instant().atZone(ZoneOffset.UTC))
                .minusMonths(1);
    }

    List<IngestResult.Round> run(int rounds) throws SQLException, IOException {
        makeTheSameTable();
        List<IngestResult.Round> measured = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            measured.add(round());
        }
        return measured;
    }

    private IngestResult.Round round() throws SQLException, IOException {
        Instant first = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant receivedAt = csm.clock().instant().truncatedTo(ChronoUnit.MICROS); // as it is stored
        Duration ingest = Duration.ZERO;
        List<List<Arrival>> batches = new ArrayList<>();
        for (int i = 0; i < BATCHES_A_ROUND; i++) {
            batches.add(events.batch(IngestResult.BATCH, first, Duration.ofDays(month.lengthOfMonth())));
        }
        for (List<Arrival> batch : batches) {
            ingest = ingest.plus(time(batch, receivedAt));
        }
        Duration copy = copy(receivedAt);
        Duration again = Duration.ZERO;
        for (List<Arrival> batch : batches) {
            again = again.plus(time(batch, csm.clock().instant()));
        }
        return new IngestResult.Round((long) BATCHES_A_ROUND * IngestResult.BATCH, ingest, copy, again);
    }

    private Duration time(List<Arrival> batch, Instant receivedAt) {
        long start = System.nanoTime();
        csm.ingestEvents().ingest(actor, batch, receivedAt);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void makeTheSameTable() throws SQLException {
        execute("create schema bench");
        execute("create table bench.event (like csm.event including all) partition by range (occurred_at)");
        execute("create table bench.event_of_month partition of bench.event for values from ('" + month.atDay(1)
                + " 00:00Z') to ('" + month.plusMonths(1).atDay(1) + " 00:00Z')");
    }

    /** The rows that came in then, in the order in which they were written. */
    private Duration copy(Instant receivedAt) throws SQLException, IOException {
        Path rows = scratch.resolve("events.copy");
        try (Connection connection = superuser.getConnection()) {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            String columns = columns(connection);
            String select = "select " + columns + " from csm.event where received_at = '" + receivedAt
                    + "'::timestamptz order by ctid";
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(rows))) {
                copies.copyOut("copy (" + select + ") to stdout (format binary)", out);
            }
            execute("checkpoint");
            try (InputStream in = new BufferedInputStream(Files.newInputStream(rows))) {
                long start = System.nanoTime();
                long copied = copies.copyIn("copy bench.event (" + columns + ") from stdin (format binary)", in);
                Duration taken = Duration.ofNanos(System.nanoTime() - start);
                if (copied != (long) BATCHES_A_ROUND * IngestResult.BATCH) {
                    throw new IllegalStateException("COPY took " + copied + " rows, not those of the round");
                }
                return taken;
            } finally {
                execute("checkpoint");
            }
        }
    }

    private static String columns(Connection connection) throws SQLException {
        String query = "select string_agg(column_name, ', ' order by ordinal_position)"
                + " from information_schema.columns where table_schema = 'csm' and table_name = 'event'";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
