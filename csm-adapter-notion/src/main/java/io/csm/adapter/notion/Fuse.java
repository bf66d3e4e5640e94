package io.csm.adapter.notion;

import io.csm.application.directory.port.DirectoryUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Breaks the circuit after five failures in a row: for half a minute nobody asks Notion, then one failure more breaks it
 * again. A portfolio of thousands of accounts so learns within seconds that Notion is down.
 */
final class Fuse {

    static final int FAILURES = 5;
    static final Duration REST = Duration.ofSeconds(30);

    private final Clock clock;
    private int failures;
    private Instant brokenUntil = Instant.MIN;

    Fuse(Clock clock) {
        this.clock = clock;
    }

    synchronized void check() {
        Instant now = clock.instant();
        if (now.isBefore(brokenUntil)) {
            Duration rest = Duration.between(now, brokenUntil);
            throw new DirectoryUnavailable(
                    "Notion failed " + failures + " times in a row and is not asked for another "
                            + Math.max(1, rest.toSeconds()) + " seconds",
                    Optional.of(rest));
        }
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        if (failures >= FAILURES) {
            brokenUntil = clock.instant().plus(REST);
        }
    }
}
