package io.csm.adapter.notion;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.csm.application.directory.port.DirectoryRefused;
import io.csm.application.directory.port.DirectoryUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Tries up to three times what may pass, with growing pauses, and speaks the language of the ports when it did not. The
 * pauses are ours and not Failsafe's, so that they too run on the clock that is passed in.
 */
final class Attempts {

    static final int MOST = 3;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final FailsafeExecutor<Object> executor = Failsafe.with(
            RetryPolicy.builder().handle(Outage.class).withMaxAttempts(MOST).build());
    private final Fuse fuse;
    private final NotionAdapter.Sleeper sleeper;

    Attempts(Clock clock, NotionAdapter.Sleeper sleeper) {
        this.fuse = new Fuse(clock);
        this.sleeper = sleeper;
    }

    /** What the work gives; the work may run several times. */
    <T> T of(Supplier<T> work) {
        return counted(attempt -> work.get());
    }

    /** The same for work that wants to know which attempt it is, the first being 1. */
    <T> T counted(IntFunction<T> work) {
        fuse.check();
        try {
            T result = executor.get(context -> attempt(context, work));
            fuse.succeeded();
            return result;
        } catch (Outage outage) {
            fuse.failed();
            throw new DirectoryUnavailable(String.valueOf(outage.getMessage()), outage.retryAfter(), outage);
        } catch (Refusal refusal) {
            fuse.succeeded();
            if (refusal.isAboutTheToken()) {
                throw new DirectoryUnavailable(String.valueOf(refusal.getMessage()), Optional.empty(), refusal);
            }
            throw new DirectoryRefused(String.valueOf(refusal.getMessage()), refusal);
        }
    }

    private <T> T attempt(ExecutionContext<T> context, IntFunction<T> work) {
        if (context.getAttemptCount() > 0) {
            pause(context.getAttemptCount(), context.getLastException());
        }
        return work.apply(context.getAttemptCount() + 1);
    }

    private void pause(int failed, Throwable last) {
        Duration grown = FIRST_PAUSE.multipliedBy(1L << (failed - 1));
        Duration pause = grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
        boolean gateWaitsLonger = last instanceof Outage outage
                && outage.retryAfter()
                        .filter(wish -> wish.compareTo(pause) >= 0)
                        .isPresent();
        if (!gateWaitsLonger) {
            Pause.sleep(sleeper, pause);
        }
    }
}
