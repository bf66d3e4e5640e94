package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.app.document.ScorecardFiles;
import io.csm.app.input.RowReader;
import io.csm.app.signals.FileSignals;
import io.csm.app.signals.SignalsFile;
import io.csm.application.CustomerSuccess;
import io.csm.application.health.HealthSettings;
import io.csm.application.health.ScanPortfolio;
import io.csm.application.health.ScanResult;
import io.csm.application.health.ScoreSignals;
import io.csm.application.health.ScorecardNotFound;
import io.csm.application.health.Scorecards;
import io.csm.application.memory.InMemoryPorts;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.Scorecard;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "scan",
        description = {
            "Score a portfolio: the stored one, or a signals file.",
            "With --signals no database is touched unless --store is given."
        })
final class ScanCommand extends CsmCommand {

    @Option(
            names = "--signals",
            paramLabel = "FILE",
            description = "CSV or JSON lines, one account a row; - reads standard input.")
    private Optional<String> signals = Optional.empty();

    @Option(
            names = "--scorecard",
            paramLabel = "NAME",
            description = "A scorecard's name, name@version, or a YAML file (default: csm-standard).")
    private Optional<String> scorecard = Optional.empty();

    @Option(names = "--as-of", paramLabel = "DATE", description = "Score as of that day (default: now).")
    private Optional<String> asOf = Optional.empty();

    @Option(names = "--store", description = "Store the scores of the signals file.")
    private boolean store;

    @Option(names = "--refused", paramLabel = "FILE", description = "Write refused rows there, one JSON object a line.")
    private Optional<Path> refused = Optional.empty();

    @Option(names = "--explain", paramLabel = "ACCOUNT", description = "Explain that account's score instead.")
    private Optional<String> explain = Optional.empty();

    ScanCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (signals.isEmpty() && store) {
            throw Failure.usage("--store goes with --signals; a scan of the stored portfolio is always stored");
        }
        AsOf.parse(asOf, console().clock());
        try (ScanOutput output = new ScanOutput(console(), wantsJson(), refused, explain.map(CsmCommand::account))) {
            return signals.isPresent() && !store ? scanFile(signals.get(), output) : scanStored(output);
        }
    }

    private int scanFile(String file, ScanOutput output) {
        HealthSettings settings = settings().health();
        Scorecards known = CustomerSuccess.over(new InMemoryPorts(), console().clock())
                .withHealthSettings(settings)
                .scorecards();
        HealthPolicy policy = scorecard.filter(ScorecardFiles::isFile).isPresent()
                ? HealthPolicy.of(ScorecardFiles.read(Path.of(scorecard.orElseThrow())))
                : shipped(known);
        Instant at = AsOf.orNow(asOf, console().clock());
        try (ScanProgress progress = new ScanProgress(console(), -1, output);
                RowReader rows = SignalsFile.open(file, console().in());
                FileSignals source = new FileSignals(rows, "", policy.scorecard(), at)) {
            ScanResult result = new ScoreSignals().score(source, policy, at, progress);
            return report(result, progress, output, policy.scorecard(), "csm scan --signals " + file);
        }
    }

    private HealthPolicy shipped(Scorecards known) {
        try {
            return known.policy(actor(), scorecard);
        } catch (ScorecardNotFound notShipped) {
            throw Failure.usage(
                    notShipped.getMessage() + "; without --store only shipped scorecards and YAML files are known");
        }
    }

    private int scanStored(ScanOutput output) {
        scorecard.filter(ScorecardFiles::isFile).ifPresent(file -> {
            throw Failure.usage("scores that are stored need a published scorecard; run 'csm scorecard publish " + file
                    + "' and give its name");
        });
        try (Csm csm = open()) {
            CustomerSuccess success = csm.customerSuccess();
            HealthPolicy policy = success.scorecards().policy(actor(), scorecard);
            long known = signals.isPresent() ? -1 : success.ports().accounts().count(actor().tenant());
            if (known == 0) {
                throw Failure.failed("there are no accounts yet; 'csm scan --signals FILE --store' brings some in,"
                        + " or try 'csm demo'");
            }
            try (ScanProgress progress = new ScanProgress(console(), known, output);
                    Interruption interruption = Interruption.of(progress::cancel, csm)) {
                ScanResult result = success.scanPortfolio().scan(actor(), command(success, policy), progress);
                interruption.over();
                return report(result, progress, output, policy.scorecard(), "csm explain");
            }
        }
    }

    private ScanPortfolio.Command command(CustomerSuccess success, HealthPolicy policy) {
        Optional<Instant> at = AsOf.parse(asOf, console().clock());
        if (signals.isPresent()) {
            String fingerprint = SignalsFile.fingerprint(signals.get());
            return new ScanPortfolio.Command(
                    policy,
                    fingerprint,
                    at,
                    instant -> new FileSignals(
                            SignalsFile.open(signals.get(), console().in()), fingerprint, policy.scorecard(), instant));
        }
        return new ScanPortfolio.Command(
                policy,
                "stored",
                at,
                instant -> success.ports()
                        .signalValues()
                        .known(actor().tenant(), policy.scorecard().catalogue(), instant));
    }

    private int report(ScanResult result, ScanProgress progress, ScanOutput output, Scorecard by, String lookCloser) {
        progress.close();
        output.closeRefusals();
        if (result.isEmpty()) {
            console()
                    .note("nothing was scored: "
                            + (result.refused() == 0
                                    ? "there is no account to score"
                                    : Words.count(result.refused(), "row") + " refused"));
            return ExitCode.REFUSALS;
        }
        if (explain.isPresent()) {
            return explain(output, explain.get());
        }
        ScanReport report = new ScanReport(console());
        if (wantsJson()) {
            report.summarize(result, console()::note);
        } else {
            report.print(result, progress.worst(), by, lookCloser);
        }
        return result.refused() > 0 ? ExitCode.REFUSALS : ExitCode.DONE;
    }

    private int explain(ScanOutput output, String account) {
        if (output.found().isEmpty()) {
            throw Failure.failed("account " + account + " is not among the scored ones");
        }
        new ExplainReport(console(), wantsJson()).print(output.found().get());
        return ExitCode.DONE;
    }
}
