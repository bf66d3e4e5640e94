package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.app.jobs.JobSettings;
import io.csm.app.jobs.Jobs;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

@Command(
        name = "serve",
        description = {
            "Run what runs by itself, until it is stopped: changed accounts are scored again.",
            "Other commands work on the same database meanwhile."
        })
final class ServeCommand extends CsmCommand {

    private static final long LOOK_AFTER_SECONDS = 1;

    private final CountDownLatch stop = new CountDownLatch(1);

    ServeCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws InterruptedException {
        JobSettings settings = settings().jobs();
        boolean stopped = serve(
                settings,
                "scoring changes of all tenants every " + Words.duration(settings.scoreChangesEvery())
                        + "; stop with Ctrl-C");
        while (!stopped) {
            stopped = serve(settings, "the database had ended; it is up again, and the jobs go on");
        }
        return ExitCode.DONE;
    }

    /** Serves until it is stopped, which is true, or until the database has ended with the process that owned it. */
    private boolean serve(JobSettings settings, String greeting) throws InterruptedException {
        try (Csm csm = open();
                Interruption interruption = Interruption.asTheOrdinaryEnd(stop::countDown, csm)) {
            boolean stopped;
            try (Jobs jobs = new Jobs(
                    csm.customerSuccess(),
                    csm.channels(),
                    csm.database().application(),
                    settings,
                    Failures::sentence)) {
                jobs.start();
                console().say(greeting);
                stopped = await(csm);
            }
            interruption.over();
            return stopped;
        }
    }

    private boolean await(Csm csm) throws InterruptedException {
        boolean stopped = false;
        while (!stopped && csm.database().isRunning()) {
            stopped = stop.await(LOOK_AFTER_SECONDS, TimeUnit.SECONDS);
        }
        return stopped;
    }
}
