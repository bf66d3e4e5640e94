package io.csm.app.cli;

import io.csm.app.Csm;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C while work is stored: the work is asked to end at its next batch, given time to, and then the database is
 * closed.
 */
final class Interruption implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Runnable cancel, Csm csm, boolean isTheOrdinaryEnd) {
        hook = new Thread(
                () -> {
                    cancel.run();
                    boolean ended = awaitTheEnd();
                    csm.close();
                    if (isTheOrdinaryEnd && ended) {
                        Runtime.getRuntime().halt(ExitCode.DONE); // the only way to say so after a signal
                    }
                },
                "csm-interruption");
    }

    static Interruption of(Runnable cancel, Csm csm) {
        return of(cancel, csm, false);
    }

    /** For work that goes on until it is interrupted: when it ends in time, the process ends well. */
    static Interruption asTheOrdinaryEnd(Runnable cancel, Csm csm) {
        return of(cancel, csm, true);
    }

    private static Interruption of(Runnable cancel, Csm csm, boolean isTheOrdinaryEnd) {
        Interruption interruption = new Interruption(cancel, csm, isTheOrdinaryEnd);
        csm.database().withoutShutdownHook();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** False when patience has run out: the open batch is undone by the database then; whole ones are kept. */
    private boolean awaitTheEnd() {
        try {
            return over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The work has ended, whole or cancelled. */
    void over() {
        over.countDown();
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            return; // the hook is at work and closes the database
        }
    }
}
