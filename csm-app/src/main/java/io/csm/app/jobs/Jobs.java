package io.csm.app.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.delivery.DeliverDue;
import io.csm.application.delivery.port.DeliveryChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The jobs of an installation. Each tenant has a standing job in the database that scores its changed accounts, one for
 * each channel that hands over what is due, and one for each {@link TimedJob}; a small job looks for new tenants and gives
 * each its own. Every instance that runs this shares the work, and none is special: a
 * standing job is never due in two places, and what a killed instance was at is taken over within seconds.
 */
public final class Jobs implements AutoCloseable {

    static final String TABLE = "csm_scheduler.scheduled_tasks";

    /** The name of the job that gives each tenant its own. */
    public static final String FIND_TENANTS = "find-tenants";

    // a scan takes four connections at a time, all others fewer; the pool has 32
    private static final int THREADS = 3;
    private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

    // an instance is taken for dead after four of them
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int HEARTBEATS_MISSED = 4;

    /** What a rare job left undone does not wait for its next time. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(8);

    private final CustomerSuccess csm;
    private final JobSettings settings;
    private final JobLog log;
    private final BiConsumer<TenantId, ScoreChangesRun> runs;
    private final ScoreChangesJob scoreChanges;
    private final DeliverJob deliver;
    private final List<Task<Void>> tasks;
    private final Scheduler scheduler;

    /**
     * The jobs over that database; nothing runs before {@link #start}.
     *
     * @param channels those that are connected
     * @param application connections of the application role
     * @param sentences tells a person why something failed
     */
    public Jobs(
            CustomerSuccess csm,
            List<DeliveryChannel> channels,
            DataSource application,
            JobSettings settings,
            Function<Throwable, String> sentences) {
        this(csm, channels, application, settings, sentences, JobLog::ran);
    }

    /**
     * The same, telling somebody else of each run instead of logging a line.
     *
     * @param runs hears of each run of a tenant, also of one with nothing to do
     */
    public Jobs(
            CustomerSuccess csm,
            List<DeliveryChannel> channels,
            DataSource application,
            JobSettings settings,
            Function<Throwable, String> sentences,
            BiConsumer<TenantId, ScoreChangesRun> runs) {
        this.runs = runs;
        this.csm = csm;
        this.settings = settings;
        this.log = new JobLog(sentences);
        this.scoreChanges = new ScoreChangesJob(csm);
        this.deliver = new DeliverJob(csm, channels);
        this.tasks = tasks();
        this.scheduler = scheduler(application);
    }

    private Scheduler scheduler(DataSource application) {
        Duration every = settings.scoreChangesEvery();
        return Scheduler.create(application, List.<Task<?>>copyOf(tasks))
                .startTasks(findTenants())
                .clock(csm.clock()::instant)
                .tableName(TABLE)
                .serializer(new JsonData())
                .schedulerName(
                        new SchedulerName.Fixed("csm-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID()))
                .threads(THREADS + deliver.channels().size()) // a slow channel takes nobody else's
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(every.compareTo(LONGEST_POLL) < 0 ? every : LONGEST_POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                .shutdownMaxWait(PATIENCE_AT_THE_END)
                .failureLogging(LogLevel.OFF, false)
                .addSchedulerListener(log)
                .build();
    }

    private List<Task<Void>> tasks() {
        List<Task<Void>> all = new ArrayList<>(List.of(standing(), delivering()));
        Arrays.stream(TimedJob.values()).map(this::timed).forEach(all::add);
        return all;
    }

    private Task<Void> timed(TimedJob job) {
        return Tasks.custom(job.code(), Void.class)
                .onFailure(new BackOff(settings.scoreChangesEvery(), log))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    TenantId tenant = new TenantId(instance.getId());
                    Actor actor = Actor.administrator(tenant, Origin.SCHEDULER);
                    ZoneId zone = settings.zoneOf(tenant);
                    BooleanSupplier stopping = () -> context.getSchedulerState().isShuttingDown();
                    TimedJob.Outcome outcome = job.run(csm, actor, zone, stopping);
                    log.ran(title(instance), outcome);
                    boolean wasStopped = stopping.getAsBoolean();
                    return (done, operations) -> operations.reschedule(
                            done, wasStopped ? done.getTimeDone() : next(job, zone, outcome, done));
                });
    }

    /** What was missed meanwhile is not made up for: the next time is the next one from now. */
    private static Instant next(TimedJob job, ZoneId zone, TimedJob.Outcome outcome, ExecutionComplete done) {
        Instant next = job.in(zone).getNextExecutionTime(done);
        Instant tomorrow = done.getTimeDone().plus(A_DAY);
        return outcome.whole() || next.isBefore(tomorrow) ? next : tomorrow;
    }

    private Task<Void> delivering() {
        return Tasks.custom(DeliverJob.NAME, Void.class)
                .onFailure(new BackOff(settings.scoreChangesEvery(), log))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    TenantId tenant = DeliverJob.tenant(instance.getId());
                    BooleanSupplier stopping = () -> context.getSchedulerState().isShuttingDown();
                    DeliverDue.Done did = deliver.connected(instance.getId())
                            .map(channel -> deliver.run(tenant, channel, stopping))
                            .orElse(DeliverDue.Done.nothing());
                    log.succeeded(title(instance));
                    log.delivered(instance.getId(), did);
                    return (done, operations) -> {
                        Instant soon = done.getTimeDone().plus(settings.scoreChangesEvery());
                        operations.reschedule(
                                done, did.pauseUntil().filter(soon::isBefore).orElse(soon));
                    };
                });
    }

    private Task<Void> standing() {
        return Tasks.custom(ScoreChangesJob.NAME, Void.class)
                .onFailure(new BackOff(settings.scoreChangesEvery(), log))
                .onDeadExecutionRevive()
                .execute(this::scoreChanges);
    }

    private CompletionHandler<Void> scoreChanges(TaskInstance<Void> instance, ExecutionContext context) {
        TenantId tenant = new TenantId(instance.getId());
        ScoreChangesRun run =
                scoreChanges.turn(tenant, () -> context.getSchedulerState().isShuttingDown());
        runs.accept(tenant, run);
        log.succeeded(title(instance));
        Duration pause = run.moreWait() ? Duration.ZERO : settings.scoreChangesEvery();
        return (done, operations) ->
                operations.reschedule(done, done.getTimeDone().plus(pause));
    }

    private RecurringTask<Void> findTenants() {
        return Tasks.recurring(FIND_TENANTS, FixedDelay.of(settings.scoreChangesEvery()))
                .onFailure(new BackOff(settings.scoreChangesEvery(), log))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    giveEachTenantItsJob(context.getSchedulerClient());
                    log.succeeded(title(instance));
                });
    }

    private void giveEachTenantItsJob(SchedulerClient client) {
        Instant now = csm.clock().instant();
        for (TenantId tenant : csm.ports().changes().listTenants()) {
            client.scheduleIfNotExists(new TaskInstance<Void>(ScoreChangesJob.NAME, tenant.value()), now);
            deliver.channels()
                    .forEach(channel -> client.scheduleIfNotExists(
                            new TaskInstance<Void>(DeliverJob.NAME, DeliverJob.instance(tenant, channel)), now));
            for (TimedJob job : TimedJob.values()) {
                client.scheduleIfNotExists(
                        new TaskInstance<Void>(job.code(), tenant.value()),
                        job.in(settings.zoneOf(tenant)).getInitialExecutionTime(now));
            }
        }
    }

    /** What a job is called in a sentence. */
    static String title(TaskInstanceId job) {
        return job.getTaskName().equals(FIND_TENANTS)
                ? job.getTaskName()
                : job.getTaskName() + " of tenant " + job.getId();
    }

    /** Runs the jobs from now on, on threads of their own, until this is closed. */
    public void start() {
        scheduler.start();
    }

    /** Lets the batches at work end, and starts no others. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
