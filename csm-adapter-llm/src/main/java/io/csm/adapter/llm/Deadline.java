package io.csm.adapter.llm;

import java.time.Duration;

/**
 * When somebody stops waiting. It is measured by the running time of the machine, which nobody can set back.
 *
 * @param nanos as {@link System#nanoTime()} counts
 */
record Deadline(long nanos) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Whether something that takes so long would be done by then. */
    boolean allows(Duration duration) {
        return nanos - System.nanoTime() >= duration.toNanos();
    }
}
