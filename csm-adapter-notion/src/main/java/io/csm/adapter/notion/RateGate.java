package io.csm.adapter.notion;

import io.csm.application.directory.port.DirectoryUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets at most three requests through in any second, and none while Notion wants to be left alone. Callers pass one
 * after the other, in the order in which they came.
 */
final class RateGate {

    static final int REQUESTS = 3;

    /** A second, and a little for requests that travel at different speeds. */
    static final Duration WINDOW = Duration.ofMillis(1_050);

    /** Who would have to wait longer is sent away. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Clock clock;
    private final NotionAdapter.Sleeper sleeper;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Deque<Instant> passed = new ArrayDeque<>();
    private volatile Instant closedUntil = Instant.MIN;

    RateGate(Clock clock, NotionAdapter.Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Returns when a request may be sent, which it then must be. */
    void pass() {
        turn.lock();
        try {
            for (Duration wait = untilOpen(); !wait.isZero(); wait = untilOpen()) {
                Pause.sleep(sleeper, wait);
            }
            if (passed.size() == REQUESTS) {
                passed.removeFirst();
            }
            passed.addLast(clock.instant());
        } finally {
            turn.unlock();
        }
    }

    /** Nobody passes before that time is over. */
    void closeFor(Duration time) {
        Instant until = clock.instant().plus(time);
        if (until.isAfter(closedUntil)) {
            closedUntil = until;
        }
    }

    private Duration untilOpen() {
        Instant now = clock.instant();
        if (now.isBefore(closedUntil)) {
            return refuseLong(Duration.between(now, closedUntil));
        }
        if (passed.size() < REQUESTS) {
            return Duration.ZERO;
        }
        Duration since = Duration.between(passed.getFirst(), now);
        if (since.isNegative()) { // the clock was set back: what passed before it cannot be told any more
            passed.clear();
            return WINDOW;
        }
        return since.compareTo(WINDOW) >= 0 ? Duration.ZERO : WINDOW.minus(since);
    }

    private static Duration refuseLong(Duration wait) {
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new DirectoryUnavailable(
                    "Notion asks to be left alone for another " + wait.toSeconds() + " seconds", Optional.of(wait));
        }
        return wait;
    }
}
