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

    private Interruption(Runnable cancel, Csm csm) {
        hook = new Thread(
                () -> {
                    cancel.run();
                    awaitTheEnd();
                    csm.close();
                },
                "csm-interruption");
    }

    static Interruption of(Runnable cancel, Csm csm) {
        Interruption interruption = new Interruption(cancel, csm);
        csm.database().withoutShutdownHook();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void awaitTheEnd() {
        try {
            if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return; // the open batch is undone by the database; whole ones are kept
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
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
