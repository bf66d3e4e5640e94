package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.app.config.CsmSettings;
import io.csm.app.document.ScorecardFiles;
import io.csm.application.CustomerSuccess;
import io.csm.application.alert.AnnounceAlerts;
import io.csm.application.health.HealthSettings;
import io.csm.application.health.Scan;
import io.csm.application.health.ScanPortfolio;
import io.csm.application.health.ScanResult;
import io.csm.application.health.ScoreSignals;
import io.csm.application.health.ScorecardNotFound;
import io.csm.application.memory.InMemoryPorts;
import io.csm.application.signal.ReadSignals;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.ChurnRules;
import io.csm.domain.churn.HealthPolicy;
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
            names = "--warehouse",
            paramLabel = "FILE",
            description = {
                "A file with one SQL query; the warehouse of the settings answers it with account_id and signals."
            })
    private Optional<Path> warehouse = Optional.empty();

    @Option(
            names = "--scorecard",
            paramLabel = "NAME",
            description = "A scorecard's name, name@version, or a YAML file (default: csm-standard).")
    private Optional<String> scorecard = Optional.empty();

    @Option(names = "--as-of", paramLabel = "DATE", description = "Score as of that day (default: now).")
    private Optional<String> asOf = Optional.empty();

    @Option(
            names = "--known-on",
            paramLabel = "DATE",
            description = "Use what was known on that day, and nothing received later (default: now).")
    private Optional<String> knownOn = Optional.empty();

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
        if (isStored() && store) {
            throw Failure.usage(
                    "--store goes with --signals or --warehouse; a scan of the stored portfolio is always stored");
        }
        if (signals.isPresent() && warehouse.isPresent()) {
            throw Failure.usage("--signals and --warehouse exclude each other");
        }
        signals.ifPresent(file -> Refusals.mustNotReplace(file, refused));
        if (!isStored() && knownOn.isPresent()) {
            throw Failure.usage("--known-on goes without --signals and --warehouse; they say what was known");
        }
        AsOf.parse(asOf, console().clock());
        knownOn();
        if (isStored()) {
            return scanStored(Optional.empty());
        }
        try (ScanInput input = input()) {
            return store ? scanStored(Optional.of(input)) : scanWithoutDatabase(input);
        }
    }

    private boolean isStored() {
        return signals.isEmpty() && warehouse.isEmpty();
    }

    private ScanInput input() {
        if (signals.isPresent()) {
            return ScanInput.file(signals.get(), console().in());
        }
        CsmSettings settings = settings();
        return ScanInput.warehouse(
                warehouse.orElseThrow(),
                settings.warehouse()
                        .orElseThrow(() -> Failure.usage("no warehouse is set; warehouse.url in csm.yaml or"
                                + " CSM_WAREHOUSE_URL says where it is")),
                settings.home().resolve("drivers"));
    }

    private Optional<Instant> knownOn() {
        return AsOf.parse("--known-on", knownOn, console().clock());
    }

    private ScanOutput output() {
        return new ScanOutput(
                console(), wantsJson(), new Refusals(console(), wantsJson(), refused), explain.map(AccountId::new));
    }

    private int scanWithoutDatabase(ScanInput input) {
        HealthPolicy policy = policyWithoutDatabase(settings().health());
        Instant at = AsOf.orNow(asOf, console().clock());
        try (ScanOutput output = output();
                ScanProgress progress = ScanProgress.ofPrinting(console(), output);
                SignalSource source = input.signals(policy.scorecard(), at)) {
            ScanResult result = new ScoreSignals().score(source, policy, at, progress);
            if (result.state() == Scan.State.CANCELLED) {
                return ExitCode.FAILED; // nobody reads on, so there is nobody to tell
            }
            return new ScanEnd(console(), wantsJson(), refused)
                    .report(result, progress, output, policy.scorecard(), explain, again(Optional.of(input)));
        }
    }

    private HealthPolicy policyWithoutDatabase(HealthSettings settings) {
        if (scorecard.filter(ScorecardFiles::isFile).isPresent()) {
            return new HealthPolicy(
                    ScorecardFiles.read(Path.of(scorecard.get())), new ChurnRules(settings.churnWindowDays()));
        }
        try {
            return CustomerSuccess.over(new InMemoryPorts(), console().clock())
                    .withHealthSettings(settings)
                    .scorecards()
                    .policy(actor(), scorecard);
        } catch (ScorecardNotFound notShipped) {
            throw Failure.usage(
                    notShipped.getMessage() + "; without --store only shipped scorecards and YAML files are known");
        }
    }

    /** The command that explains one account. */
    private String again(Optional<ScanInput> input) {
        return input.isEmpty() || store
                ? "csm explain %s" + global().again().replace("%", "%%")
                : ("csm scan " + input.get().option()
                                        + scorecard
                                                .map(name -> " --scorecard " + Words.shell(name))
                                                .orElse("")
                                        + asOf.map(day -> " --as-of " + Words.shell(day))
                                                .orElse("")
                                        + global().again())
                                .replace("%", "%%")
                        + " --explain %s";
    }

    private int scanStored(Optional<ScanInput> input) {
        scorecard.filter(ScorecardFiles::isFile).ifPresent(file -> {
            throw Failure.usage("scores that are stored need a published scorecard; run 'csm scorecard publish " + file
                    + "' and give its name");
        });
        try (Csm csm = open()) {
            CustomerSuccess success = csm.customerSuccess();
            HealthPolicy policy = success.scorecards().policy(actor(), scorecard);
            long known = input.isPresent() ? -1 : success.ports().accounts().count(actor().tenant());
            if (known == 0) {
                throw Failure.failed("there are no accounts yet; 'csm scan --signals FILE --store' brings some in,"
                        + " or try 'csm demo'");
            }
            try (ScanOutput output = output();
                    ScanProgress progress = ScanProgress.ofStoring(console(), known, output);
                    Interruption interruption = Interruption.of(progress::cancel, csm)) {
                ScanResult result = success.scanPortfolio().scan(actor(), command(input, success, policy), progress);
                int code = new ScanEnd(console(), wantsJson(), refused)
                        .report(result, progress, output, policy.scorecard(), explain, again(input));
                output.finish();
                if (result.state() == Scan.State.COMPLETED) {
                    announce(csm, result);
                }
                interruption.over();
                return code;
            }
        }
    }

    /** Puts on its way what is to be told; the channels are served by 'csm serve' or by 'csm alerts deliver'. */
    private void announce(Csm csm, ScanResult result) {
        AnnounceAlerts.Announced announced =
                csm.customerSuccess().agent().announceAlerts().afterScan(actor());
        if (result.alerts() > 0 && !wantsJson()) {
            console()
                    .say(Words.count(result.alerts(), "alert") + " raised; 'csm alerts" + global().again()
                            + "' lists them");
        }
        announced
                .unread()
                .forEach((account, why) ->
                        console().note("the alert of " + account + " is told of in the digest only: " + why));
        if (!announced.isEmpty() && !csm.channels().isEmpty()) {
            console()
                    .note(Words.count(announced.oneByOne().size(), "alert") + " to tell of one by one, "
                            + Words.count(announced.inDigest()) + " in a digest; 'csm serve' delivers them, or 'csm"
                            + " alerts deliver" + global().again() + "'");
        }
    }

    private ScanPortfolio.Command command(Optional<ScanInput> input, CustomerSuccess success, HealthPolicy policy) {
        Optional<Instant> at = AsOf.parse(asOf, console().clock());
        if (input.isPresent()) {
            return new ScanPortfolio.Command(
                    policy,
                    input.get().fingerprint(),
                    at,
                    from -> input.get().signals(policy.scorecard(), from.asOf()));
        }
        ReadSignals signalsOf = success.readSignals();
        return new ScanPortfolio.Command(
                policy, signalsOf.fingerprint(), at, knownOn(), from -> signalsOf.read(actor(), policy, from));
    }
}
