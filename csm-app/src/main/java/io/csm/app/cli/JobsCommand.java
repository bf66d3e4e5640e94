package io.csm.app.cli;

import static io.csm.app.cli.Table.cell;

import com.fasterxml.jackson.core.JsonGenerator;
import io.csm.app.Csm;
import io.csm.app.jobs.ScoreChangesJob;
import io.csm.app.jobs.ScoreChangesRun;
import io.csm.app.jobs.StandingJob;
import io.csm.app.jobs.TimedJob;
import java.io.IOException;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The commands about jobs, which 'csm serve' runs. */
@Command(name = "jobs", description = "List the jobs that 'csm serve' runs, and run one now.")
final class JobsCommand implements Runnable {

    @Mixin(name = GlobalOptions.MIXIN)
    @SuppressWarnings("UnusedVariable") // picocli gives it back through the spec
    private final GlobalOptions global = new GlobalOptions();

    @Override
    public void run() {
        throw Failure.usage("say what to do: csm jobs list or run");
    }

    @Command(name = "list", description = "List the standing jobs of all tenants, and how they fare.")
    static final class ListThem extends CsmCommand {

        ListThem(Console console) {
            super(console);
        }

        @Override
        public Integer call() throws SQLException {
            try (Csm csm = open()) {
                List<StandingJob> jobs = StandingJob.list(csm.database().application());
                if (wantsJson()) {
                    printJson(jobs);
                } else if (jobs.isEmpty()) {
                    console().say("there are no jobs yet; 'csm serve" + global().again() + "' makes and runs them");
                } else {
                    print(jobs);
                }
            }
            return ExitCode.DONE;
        }

        private void print(List<StandingJob> jobs) {
            Table table = new Table("lllllr")
                    .head(console(), "job", "tenant", "next run", "last success", "last failure", "failures");
            jobs.forEach(job -> table.row(
                    cell(job.name(), console()::bold),
                    cell(job.tenant().orElse("all")),
                    cell(job.isRunning() ? "runs now" : Words.second(job.nextRun())),
                    cell(job.lastSuccess().map(Words::second).orElse("never")),
                    cell(job.lastFailure().map(Words::second).orElse("never")),
                    cell(Words.count(job.failures()))));
            table.print(console());
        }

        private void printJson(List<StandingJob> jobs) {
            try (HealthJson json = new HealthJson(console().out())) {
                jobs.forEach(job -> json.line(fields -> {
                    fields.writeStringField("job", job.name());
                    optional(fields, "tenant", job.tenant());
                    fields.writeStringField("next_run", job.nextRun().toString());
                    fields.writeBooleanField("running", job.isRunning());
                    optional(fields, "last_success", job.lastSuccess());
                    optional(fields, "last_failure", job.lastFailure());
                    fields.writeNumberField("failures", job.failures());
                }));
            }
        }

        private static void optional(JsonGenerator out, String field, Optional<?> value) throws IOException {
            if (value.isPresent()) {
                out.writeStringField(field, value.get().toString());
            } else {
                out.writeNullField(field);
            }
        }
    }

    @Command(
            name = "run",
            description = {
                "Run a job now, once, in this process.",
                "csm jobs run score-changes    scores the changed accounts of the tenant",
                "csm jobs run health-scan      scores the portfolio, raises alerts and tells of them",
                "csm jobs run publish-health   writes the scores into the workspace",
                "csm jobs run contract-check   raises alerts for renewals within the churn window",
                "csm jobs run contract-qbrs    prepares a review 90 days before a contract ends",
                "csm jobs run quarterly-qbrs   prepares the reviews of the quarter that is over"
            })
    static final class RunOne extends CsmCommand {

        @Parameters(paramLabel = "NAME", description = "One of those above.")
        private String name = "";

        RunOne(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            Optional<TimedJob> timed = TimedJob.find(name);
            if (timed.isPresent()) {
                return run(timed.get());
            }
            if (!name.equals(ScoreChangesJob.NAME)) {
                throw Failure.usage("there is no job '" + name + "' to run; there are " + ScoreChangesJob.NAME + ", "
                        + Arrays.stream(TimedJob.values()).map(TimedJob::code).collect(Collectors.joining(", ")));
            }
            return scoreChanges();
        }

        private int run(TimedJob job) {
            try (Csm csm = open()) {
                ZoneId zone = settings().jobs().zoneOf(actor().tenant());
                TimedJob.Outcome outcome = job.run(csm.customerSuccess(), actor(), zone, () -> false);
                if (wantsJson()) {
                    try (HealthJson json = new HealthJson(console().out())) {
                        json.line(fields -> {
                            fields.writeStringField("job", job.code());
                            fields.writeStringField("tenant", actor().tenant().value());
                            fields.writeStringField("outcome", outcome.sentence());
                            fields.writeBooleanField("whole", outcome.whole());
                        });
                    }
                } else {
                    console().say(outcome.sentence());
                }
                return outcome.whole() ? ExitCode.DONE : ExitCode.REFUSALS;
            }
        }

        private int scoreChanges() {
            try (Csm csm = open()) {
                ScoreChangesRun run = new ScoreChangesJob(csm.customerSuccess()).run(actor().tenant());
                try (Refusals refusals = new Refusals(console(), wantsJson(), Optional.empty())) {
                    run.refused().forEach(refusals::add);
                    refusals.finish();
                }
                report(run);
                return run.refused().isEmpty() ? ExitCode.DONE : ExitCode.REFUSALS;
            }
        }

        private void report(ScoreChangesRun run) {
            if (wantsJson()) {
                try (HealthJson json = new HealthJson(console().out())) {
                    json.line(fields -> {
                        fields.writeStringField("job", ScoreChangesJob.NAME);
                        fields.writeStringField("tenant", actor().tenant().value());
                        fields.writeNumberField("scored", run.scored());
                        fields.writeNumberField("unchanged", run.unchanged());
                        fields.writeNumberField("refused", run.refused().size());
                        fields.writeNumberField("lag_p95_seconds", run.lag95().toMillis() / 1e3);
                    });
                }
            } else if (run.isEmpty()) {
                console().say("no account of tenant " + actor().tenant() + " has changed since it was last scored");
            } else {
                console()
                        .say(Words.count(run.scored(), "account") + " scored, " + Words.count(run.unchanged())
                                + " unchanged, " + Words.count(run.refused().size())
                                + " refused; 95 % of them within " + Words.duration(run.lag95()) + " of their change");
            }
        }
    }
}
