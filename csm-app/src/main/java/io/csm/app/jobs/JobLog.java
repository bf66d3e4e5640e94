package io.csm.app.jobs;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import io.csm.application.access.TenantId;
import io.csm.application.delivery.DeliverDue;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What jobs have to say: a line for each run that did something, and each failure once, until it ends or changes. */
final class JobLog extends AbstractSchedulerListener {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Function<Throwable, String> sentences;
    private final Map<String, String> failing = new ConcurrentHashMap<>();
    private final AtomicBoolean cutOff = new AtomicBoolean();

    JobLog(Function<Throwable, String> sentences) {
        this.sentences = sentences;
    }

    static void ran(TenantId tenant, ScoreChangesRun run) {
        if (!run.isEmpty()) {
            LOG.info(
                    "tenant {}: {} scored, {} unchanged{}, 95 % of them within {} s of their change",
                    tenant, accounts(run.scored()), run.unchanged(), refused(run), seconds(run.lag95()));
        }
    }

    /** A job that ran at its time; what it left undone is worth a warning. */
    void ran(String job, TimedJob.Outcome outcome) {
        succeeded(job);
        if (outcome.whole()) {
            LOG.info("{}: {}", job, outcome.sentence());
        } else {
            LOG.warn("{}: {}", job, outcome.sentence());
        }
    }

    /** A problem of a channel is told once, until it changes or ends. */
    void delivered(String instance, DeliverDue.Done done) {
        String channel = DeliverJob.channel(instance);
        String tenant = DeliverJob.tenant(instance).value();
        if (done.delivered() > 0) {
            LOG.info("tenant {}: {} handed over to {}", tenant, done.delivered(), channel);
        }
        if (done.dead() > 0) {
            LOG.warn(
                    "tenant {}: {} given up for {}: {}; 'csm alerts deliveries' lists them",
                    tenant,
                    done.dead(),
                    channel,
                    done.problem().orElse(""));
        }
        if (done.failed() > 0 && !done.problem().equals(Optional.ofNullable(failing.get(instance)))) {
            done.problem().ifPresent(problem -> {
                failing.put(instance, problem);
                LOG.warn("tenant {}: {} does not take what is due: {}; it is tried again", tenant, channel, problem);
            });
        } else if (done.failed() == 0 && done.delivered() > 0) {
            succeeded(instance);
        }
    }

    private static String accounts(int count) {
        return count + (count == 1 ? " account" : " accounts");
    }

    private static String refused(ScoreChangesRun run) {
        return run.refused().isEmpty()
                ? ""
                : ", " + run.refused().size() + " not to be scored (such as "
                        + run.refused().get(0).sentence() + ")";
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1e3);
    }

    void succeeded(String job) {
        if (failing.remove(job) != null) {
            LOG.info("{} works again", job);
        }
    }

    void failed(String job, Optional<Throwable> cause, Duration again) {
        String reason = cause.map(sentences).orElse("for an unknown reason");
        if (!reason.equals(failing.put(job, reason))) {
            LOG.warn(
                    "{} failed: {}; it is tried again in {} s, and then less often, up to once a minute",
                    job,
                    reason,
                    seconds(again));
        }
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType event) {
        switch (event) {
            // a single heartbeat also fails when its job ends at that very moment
            case UNEXPECTED_ERROR, FAILED_MULTIPLE_HEARTBEATS, COMPLETIONHANDLER_ERROR, FAILUREHANDLER_ERROR -> {
                if (!cutOff.getAndSet(true)) {
                    LOG.warn("the database does not answer the jobs; they go on trying");
                }
            }
            case RAN_EXECUTE_DUE -> {
                if (cutOff.getAndSet(false)) {
                    LOG.info("the database answers the jobs again");
                }
            }
            default -> {
                // nothing that a person must know
            }
        }
    }
}
