package io.csm.app.jobs;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.csm.application.Agent;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.alert.CheckContracts;
import io.csm.application.handoff.HandoffAnswer;
import io.csm.application.handoff.HandoffRequest;
import io.csm.application.handoff.Priority;
import io.csm.application.handoff.TaskType;
import io.csm.application.health.ScanListener;
import io.csm.application.qbr.Prepared;
import io.csm.application.workspace.PublishHealth;
import io.csm.domain.narrative.Prose;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * What is done for each tenant at fixed times of its days. One that was missed, as nobody served then, is caught up on
 * once.
 */
public enum TimedJob {
    HEALTH_SCAN("health-scan", "0 0 7 * * *", "scores the portfolio, raises alerts and puts them on their way") {
        @Override
        public Outcome run(CustomerSuccess csm, Actor actor, ZoneId zone, BooleanSupplier stopping) {
            HandoffRequest request = new HandoffRequest(
                    TaskType.HEALTH_SCAN, Optional.empty(), actor.tenant(), Map.of(), Priority.NORMAL);
            HandoffAnswer answer = csm.agent().runHandoff().run(actor, request, stoppedBy(stopping));
            answer.failure().ifPresent(failure -> {
                throw failure;
            });
            String raised = Prose.count(alertsRaised(answer), "alert") + " raised";
            return new Outcome(
                    String.join(", ", answer.done())
                            + (answer.done().isEmpty() ? "" : ", ")
                            + raised
                            + answer.notDone().stream()
                                    .limit(1)
                                    .map(each -> "; " + answer.notDone().size() + " not done, such as " + each.why())
                                    .collect(Collectors.joining()),
                    answer.status() == HandoffAnswer.Status.DONE);
        }
    },
    PUBLISH_HEALTH("publish-health", "0 30 7 * * *", "writes the scores into the workspace") {
        @Override
        public Outcome run(CustomerSuccess csm, Actor actor, ZoneId zone, BooleanSupplier stopping) {
            Optional<PublishHealth> publishHealth = csm.agent().publishHealth(actor.tenant());
            if (publishHealth.isEmpty()) {
                return new Outcome("no workspace is connected", true);
            }
            PublishHealth.Published published = publishHealth.get().publish(actor, stopping);
            return new Outcome(
                    Prose.count(published.published(), "page") + " written, " + published.withoutScore()
                            + " without a score, "
                            + published.refused().size() + " refused"
                            + published.refused().stream()
                                    .limit(1)
                                    .map(why -> ", such as " + why)
                                    .collect(Collectors.joining()),
                    published.refused().isEmpty());
        }
    },
    CONTRACT_CHECK("contract-check", "0 0 8 * * *", "raises alerts for renewals within the churn window") {
        @Override
        public Outcome run(CustomerSuccess csm, Actor actor, ZoneId zone, BooleanSupplier stopping) {
            CheckContracts.Checked checked = csm.agent().checkContracts().check(actor);
            csm.agent().announceAlerts().betweenScans(actor);
            return new Outcome(
                    Prose.count(checked.accounts(), "contract") + " looked at, "
                            + Prose.count(checked.raised(), "alert") + " raised",
                    true);
        }
    },
    CONTRACT_QBRS("contract-qbrs", "0 30 8 * * *", "prepares a review 90 days before a contract ends") {
        @Override
        public Outcome run(CustomerSuccess csm, Actor actor, ZoneId zone, BooleanSupplier stopping) {
            return reviews(agent(csm).prepareContractReviews().prepare(actor, stopping));
        }
    },
    QUARTERLY_QBRS("quarterly-qbrs", "0 0 4 1 1,4,7,10 *", "prepares the reviews of the quarter that is over") {
        @Override
        public Outcome run(CustomerSuccess csm, Actor actor, ZoneId zone, BooleanSupplier stopping) {
            return reviews(agent(csm).prepareQuarterlyReviews().prepare(actor, zone, stopping));
        }
    };

    private final String code;
    private final String cron;
    private final String does;

    TimedJob(String code, String cron, String does) {
        this.code = code;
        this.cron = cron;
        this.does = does;
    }

    /**
     * What a run came to.
     *
     * @param sentence for the log and for people
     * @param whole whether nothing was left undone
     */
    public record Outcome(String sentence, boolean whole) {}

    /**
     * Does it for one tenant.
     *
     * @param zone where the tenant is
     * @param stopping asked between pieces of work whether it is to stop
     * @throws io.csm.application.shared.CsmException when something broke it off, such as a scan that runs already
     */
    public abstract Outcome run(CustomerSuccess csm, Actor actor, ZoneId zone, BooleanSupplier stopping);

    /** Its name, wherever it is named. */
    public String code() {
        return code;
    }

    /** What it does, in half a sentence. */
    public String does() {
        return does;
    }

    /** When it is due, in that time zone. */
    Schedule in(ZoneId zone) {
        return Schedules.cron(cron, zone);
    }

    /** The job of that name. */
    public static Optional<TimedJob> find(String code) {
        return Arrays.stream(values()).filter(job -> job.code.equals(code)).findFirst();
    }

    private static Agent agent(CustomerSuccess csm) {
        return csm.agent();
    }

    private static long alertsRaised(HandoffAnswer answer) {
        return answer.result().get("alerts_raised") instanceof Number raised ? raised.longValue() : 0;
    }

    private static ScanListener stoppedBy(BooleanSupplier stopping) {
        return new ScanListener() {
            @Override
            public boolean isCancelled() {
                return stopping.getAsBoolean();
            }
        };
    }

    private static Outcome reviews(Prepared prepared) {
        return new Outcome(
                Prose.count(prepared.prepared().size(), "review") + " prepared, " + prepared.there()
                        + " were there already, "
                        + prepared.failed().size() + " failed"
                        + prepared.failed().stream()
                                .limit(1)
                                .map(each -> ", such as " + each.account() + ": " + each.why())
                                .collect(Collectors.joining()),
                prepared.failed().isEmpty());
    }
}
