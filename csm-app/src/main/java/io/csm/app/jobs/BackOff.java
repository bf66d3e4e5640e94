package io.csm.app.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/** Tries a failed job again: soon at first, then each time after twice as long, up to a minute. */
final class BackOff implements FailureHandler<Void> {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 10;

    private final Duration first;
    private final JobLog log;

    BackOff(Duration first, JobLog log) {
        this.first = first;
        this.log = log;
    }

    @Override
    public void onFailure(ExecutionComplete failure, ExecutionOperations<Void> operations) {
        Duration wait = after(failure.getExecution().consecutiveFailures);
        log.failed(Jobs.title(failure.getExecution()), failure.getCause(), wait);
        operations.reschedule(failure, failure.getTimeDone().plus(wait));
    }

    /** How long to wait after so many failures in a row before this one. */
    Duration after(int failuresBefore) {
        Duration doubled = first.multipliedBy(1L << Math.min(failuresBefore, DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
