package io.csm.app.bench;

import io.csm.app.Csm;
import io.csm.app.jobs.JobSettings;
import io.csm.app.jobs.Jobs;
import io.csm.app.jobs.ScoreChangesJob;
import io.csm.app.jobs.ScoreChangesRun;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.event.Arrival;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Lets events come in at a steady rate while the standing job scores the accounts that they change. */
final class LoadBenchmark {

    private static final Duration PACE = Duration.ofMillis(50);
    private static final String WAITING = "select count(distinct account_no) from csm.outbox";

    private final Csm csm;
    private final Actor actor;
    private final DataSource superuser;
    private final GeneratedEvents events;
    private final List<ScoreChangesRun> runs = Collections.synchronizedList(new ArrayList<>());

    LoadBenchmark(Csm csm, Actor actor, DataSource superuser, GeneratedPortfolio portfolio) {
        this.csm = csm;
        this.actor = actor;
        this.superuser = superuser;
        this.events = new GeneratedEvents(portfolio, 2);
    }

    IngestResult.Load run(double eventsPerSecond, long seconds) throws SQLException {
        CustomerSuccess success = csm.customerSuccess();
        new ScoreChangesJob(success).run(actor.tenant()); // what the rounds before left
        try (Jobs jobs = new Jobs(
                success,
                List.of(),
                csm.database().application(),
                JobSettings.defaults(),
                String::valueOf,
                (tenant, run) -> runs.add(run))) {
            jobs.start();
            long begin = System.nanoTime();
            long sent = send(eventsPerSecond, seconds, begin);
            double took = (System.nanoTime() - begin) / 1e9;
            long left = waiting();
            Duration drained = drain();
            return result(eventsPerSecond, sent / took, seconds, left, drained);
        }
    }

    private long send(double eventsPerSecond, long seconds, long begin) {
        long sent = 0;
        long end = begin + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            Instant now = csm.customerSuccess().clock().instant();
            List<Arrival> batch = events.batch(IngestResult.BATCH, now.minus(Duration.ofDays(25)), Duration.ofDays(25));
            awaitNanos(begin + (long) (sent / eventsPerSecond * 1e9));
            csm.customerSuccess()
                    .ingestEvents()
                    .ingest(actor, batch, csm.customerSuccess().clock().instant());
            sent += IngestResult.BATCH;
        }
        return sent;
    }

    private static void awaitNanos(long instant) {
        long left = instant - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = instant - System.nanoTime();
        }
    }

    private Duration drain() throws SQLException {
        long begin = System.nanoTime();
        while (waiting() > 0) {
            awaitNanos(System.nanoTime() + PACE.toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private long waiting() throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(WAITING)) {
            result.next();
            return result.getLong(1);
        }
    }

    private IngestResult.Load result(double wanted, double reached, long seconds, long left, Duration drained) {
        List<ScoreChangesRun> all = List.copyOf(runs);
        return new IngestResult.Load(
                wanted,
                reached,
                seconds,
                all.stream().flatMap(run -> run.lags().stream()).toList(),
                all.stream().mapToLong(ScoreChangesRun::scored).sum(),
                left,
                drained);
    }
}
