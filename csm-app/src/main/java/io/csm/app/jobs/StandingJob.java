package io.csm.app.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A job as it stands in the database.
 *
 * @param name what it does
 * @param tenant for whom, and after a slash for which channel; empty for all
 * @param nextRun when it is due
 * @param isRunning whether an instance is at it
 * @param lastSuccess when it last succeeded
 * @param lastFailure when it last failed
 * @param failures how many times in a row it has failed
 */
public record StandingJob(
        String name,
        Optional<String> tenant,
        Instant nextRun,
        boolean isRunning,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        int failures) {

    private static final String LIST = """
            select task_name, task_instance, execution_time, picked, last_success, last_failure,
                   coalesce(consecutive_failures, 0) as failures
            from csm_scheduler.scheduled_tasks
            order by task_name, task_instance
            """;

    /** All jobs, by name and tenant. */
    public static List<StandingJob> list(DataSource application) throws SQLException {
        try (Connection connection = application.getConnection();
                PreparedStatement query = connection.prepareStatement(LIST);
                ResultSet rows = query.executeQuery()) {
            List<StandingJob> jobs = new ArrayList<>();
            while (rows.next()) {
                jobs.add(read(rows));
            }
            return jobs;
        }
    }

    private static StandingJob read(ResultSet row) throws SQLException {
        String name = row.getString("task_name");
        return new StandingJob(
                name,
                Optional.of(row.getString("task_instance")).filter(tenant -> !name.equals(Jobs.FIND_TENANTS)),
                row.getTimestamp("execution_time").toInstant(),
                row.getBoolean("picked"),
                instant(row, "last_success"),
                instant(row, "last_failure"),
                row.getInt("failures"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
