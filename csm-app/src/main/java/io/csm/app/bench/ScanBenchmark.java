package io.csm.app.bench;

import io.csm.app.Csm;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.health.ScanListener;
import io.csm.application.health.ScanPortfolio;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.ShippedScorecards;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Times a stored scan beside a plain COPY of the very same rows into the very same table, in turn, in one run; and says
 * what the rows take on disk and the scan in memory.
 */
public final class ScanBenchmark {

    private static final Instant FIRST_DAY = Instant.parse("2026-03-01T06:00:00Z");
    private static final TenantId TENANT = new TenantId("bench");

    private final Csm csm;
    private final DataSource superuser;
    private final Path scratch;

    /**
     * A benchmark on an embedded database.
     *
     * @param scratch a folder for the rows that are copied
     */
    public ScanBenchmark(Csm csm, Path scratch) {
        this.csm = csm;
        this.superuser = csm.database()
                .superuser()
                .orElseThrow(() -> new IllegalArgumentException("the benchmark needs an embedded database"));
        this.scratch = scratch;
    }

    /**
     * What one round measured.
     *
     * @param scan the time of the stored scan
     * @param copy the time of the COPY of its rows
     */
    public record Round(Duration scan, Duration copy) {

        /** How many times as long as the COPY the scan took. */
        public double ratio() {
            return (double) scan.toNanos() / copy.toNanos();
        }
    }

    /**
     * What all rounds measured.
     *
     * @param accounts in each scan
     * @param rounds in order; the first one also creates the accounts
     * @param bytesPerScore on disk, indexes included, per account and scan
     * @param peakHeap bytes of heap in use at the highest, garbage included
     */
    public record Result(long accounts, List<Round> rounds, double bytesPerScore, long peakHeap) {}

    /** Runs that many rounds over that many accounts. */
    public Result run(long accounts, int rounds) {
        List<Round> measured = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Instant day = FIRST_DAY.plus(Duration.ofDays(round));
            Duration scan = scan(accounts, round, day);
            measured.add(new Round(scan, copy(day)));
        }
        return new Result(accounts, measured, bytesPerScore(), peakHeap());
    }

    private Duration scan(long accounts, long seed, Instant day) {
        ScanPortfolio.Command command = new ScanPortfolio.Command(
                HealthPolicy.of(ShippedScorecards.CSM_STANDARD),
                "",
                Optional.of(day),
                from -> new GeneratedSignals(accounts, seed, from.asOf()));
        Actor actor = Actor.administrator(TENANT, Origin.COMMAND_LINE);
        long start = System.nanoTime();
        csm.customerSuccess().scanPortfolio().scan(actor, command, new ScanListener() {});
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The rows of that scan again, under the name of another tenant, by a role that row-level security does not bind. */
    private Duration copy(Instant day) {
        Path rows = scratch.resolve("rows.copy");
        try (Connection connection = superuser.getConnection()) {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            String columns = columns(connection);
            String select = "select " + columns.replaceFirst("tenant_id", "'copied'") + " from csm.health_score"
                    + " where tenant_id = 'bench' and scored_at = '" + day + "' order by account_no";
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(rows))) {
                copies.copyOut("copy (" + select + ") to stdout (format binary)", out);
            }
            execute(connection, "checkpoint");
            try (InputStream in = new BufferedInputStream(Files.newInputStream(rows))) {
                long start = System.nanoTime();
                copies.copyIn("copy csm.health_score (" + columns + ") from stdin (format binary)", in);
                return Duration.ofNanos(System.nanoTime() - start);
            } finally {
                execute(connection, "checkpoint");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the rows could not be copied", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String columns(Connection connection) throws SQLException {
        String query = "select string_agg(column_name, ', ' order by ordinal_position)"
                + " from information_schema.columns where table_schema = 'csm' and table_name = 'health_score'";
        return text(connection, query);
    }

    private double bytesPerScore() {
        try (Connection connection = superuser.getConnection()) {
            String size = text(
                    connection, "select sum(pg_total_relation_size(relid)) from pg_partition_tree('csm.health_score')");
            String rows = text(connection, "select count(*) from csm.health_score");
            return Double.parseDouble(size) / Double.parseDouble(rows);
        } catch (SQLException failure) {
            throw new IllegalStateException("the table could not be measured", failure);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
