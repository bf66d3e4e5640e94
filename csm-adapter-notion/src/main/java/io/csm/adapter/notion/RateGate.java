package io.csm.adapter.notion;

import io.csm.application.directory.port.DirectoryUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets at most three requests through in any second, and none while Notion wants to be left alone. Callers pass one
 * after the other, in the order in which they came. What counts is when a request was sent; one that has passed and not
 * been sent yet may be at any moment. The gate knows the requests of its own process only.
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
    private final List<Passage> passed = new ArrayList<>(); // guarded by itself
    private volatile Instant closedUntil = Instant.MIN;

    RateGate(Clock clock, NotionAdapter.Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** The way of one request through the gate. */
    final class Passage implements AutoCloseable {

        private Instant at = clock.instant();
        private boolean isOver;

        /** Says that it is sent now, and gives the time. */
        Instant sent() {
            synchronized (passed) {
                at = clock.instant();
                isOver = true;
                return at;
            }
        }

        /** Says that it will not be sent any more, unless it was. */
        @Override
        public void close() {
            synchronized (passed) {
                isOver = true;
            }
        }

        private Instant latest(Instant now) {
            return isOver ? at : now;
        }
    }

    /** Returns when a request may be sent, which it then must be, or closed. */
    Passage pass() {
        turn.lock();
        try {
            for (Duration wait = untilOpen(); !wait.isZero(); wait = untilOpen()) {
                Pause.sleep(sleeper, wait);
            }
            return admitted();
        } finally {
            turn.unlock();
        }
    }

    private Passage admitted() {
        synchronized (passed) {
            Instant now = clock.instant();
            passed.sort(Comparator.comparing(each -> each.latest(now)));
            if (passed.size() == REQUESTS) {
                passed.remove(0);
            }
            Passage passage = new Passage();
            passed.add(passage);
            return passage;
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
        synchronized (passed) {
            return passed.size() < REQUESTS ? Duration.ZERO : untilFirstIsPast(now);
        }
    }

    private Duration untilFirstIsPast(Instant now) {
        Instant first = passed.stream()
                .map(each -> each.latest(now))
                .min(Comparator.naturalOrder())
                .orElse(now);
        Duration since = Duration.between(first, now);
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
