package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.app.bench.AlertsBenchmark;
import io.csm.app.bench.DeriveBenchmark;
import io.csm.app.bench.IngestAndScoreBenchmark;
import io.csm.app.bench.IngestResult;
import io.csm.app.bench.QbrBenchmark;
import io.csm.app.bench.ScanBenchmark;
import io.csm.app.config.CsmSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = {
            "Measure on this machine, beside a baseline in the same run.",
            "csm bench score   a score with its explanation beside a bare loop (from a source checkout);",
            "csm bench scan    a stored scan beside a plain COPY of its rows, in 256 MiB of heap;",
            "csm bench derive  signals of a portfolio from events, beside a plain grouping of them, in 256 MiB of heap;",
            "csm bench ingest  events that come in beside a plain COPY, and how late scores are meanwhile;",
            "csm bench alerts  a scan that raises alerts beside one that does not, with slow and broken channels;",
            "csm bench qbr     the four documents of a review, together and each alone;",
            "csm bench narrative  one churn narrative by rules (from a source checkout)."
        })
final class BenchCommand extends CsmCommand {

    private static final String HEAP = "-Xmx256m";
    private static final long DEFAULT_ACCOUNTS = 100_000;
    private static final long DEFAULT_ACCOUNTS_WITH_EVENTS = 2_000;
    private static final long MOST_ACCOUNTS_WITH_EVENTS = 100_000;

    @Parameters(paramLabel = "WHAT", description = "score, scan, derive, ingest, alerts, qbr or narrative.")
    private String what = "";

    @Option(
            names = "--accounts",
            paramLabel = "N",
            description =
                    "Accounts in each scan or derivation (default: 100000), or over which events are spread (default: 2000).")
    private Optional<Long> accounts = Optional.empty();

    @Option(
            names = "--events",
            paramLabel = "M",
            defaultValue = "2000000",
            description =
                    "Events to derive from, at least 1000; a quarter and half of them as well (default: ${DEFAULT-VALUE}).")
    private long events;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "7",
            description = "Rounds in turn with COPYs, at least 2 (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long events come in while scores are made (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--in-this-process", hidden = true)
    private boolean inThisProcess;

    BenchCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (List.of("score", "narrative").contains(what)) {
            throw Failure.usage("'bench " + what + "' runs from a source checkout, through its ./csm");
        }
        if (!List.of("scan", "derive", "ingest", "alerts", "qbr").contains(what)) {
            throw Failure.usage("there is no benchmark '" + what
                    + "'; there are score, scan, derive, ingest, alerts, qbr" + " and narrative");
        }
        boolean isIngest = what.equals("ingest");
        long many = accounts.orElse(
                isIngest ? DEFAULT_ACCOUNTS_WITH_EVENTS : what.equals("alerts") ? 10_000 : DEFAULT_ACCOUNTS);
        if (many < 1 || rounds < 2 || seconds < 1) {
            throw Failure.usage("--accounts and --seconds must be at least 1 and --rounds at least 2");
        }
        if (events < 1_000) {
            throw Failure.usage("--events must be at least 1000");
        }
        if (isIngest && many > MOST_ACCOUNTS_WITH_EVENTS) {
            throw Failure.usage("events are spread over at most " + MOST_ACCOUNTS_WITH_EVENTS + " accounts");
        }
        return inThisProcess ? run(many) : inAProcessOfItsOwn(many);
    }

    /** So that its heap is what is said and nothing else has warmed it. */
    private int inAProcessOfItsOwn(long many) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.csm.app.Main",
                        "bench",
                        what,
                        "--in-this-process",
                        "--seconds",
                        Integer.toString(seconds),
                        "--accounts",
                        Long.toString(many),
                        "--events",
                        Long.toString(events),
                        "--rounds",
                        Integer.toString(rounds))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** In a temporary installation, which is removed afterwards. */
    private int run(long many) throws IOException {
        if (what.equals("qbr")) {
            QbrBenchmark.run(console().out(), rounds);
            return ExitCode.DONE;
        }
        Path home = Files.createTempDirectory("csm-bench");
        try (Csm csm = Csm.open(CsmSettings.standard(home), console().clock())) {
            switch (what) {
                case "scan" -> scan(csm, home, many);
                case "derive" -> derive(csm, many);
                case "alerts" -> alerts(csm, many);
                default -> ingest(csm, home, (int) many);
            }
        } finally {
            delete(home);
        }
        return ExitCode.DONE;
    }

    private void scan(Csm csm, Path home, long many) throws IOException {
        console().say(Words.count(many, "account") + ", heap " + HEAP);
        new BenchReport(console()).print(new ScanBenchmark(csm, home).run(many, rounds));
    }

    private void alerts(Csm csm, long many) throws IOException {
        console().say(Words.count(many, "account") + ", heap " + HEAP);
        new BenchReport(console()).printAlerts(new AlertsBenchmark(csm).run(many, rounds));
    }

    private void derive(Csm csm, long many) {
        console().say(Words.count(many, "account") + " over 400 days, heap " + HEAP);
        List<DeriveBenchmark.Size> sizes = new ArrayList<>();
        new DeriveBenchmark(csm).run(many, events, sizes::add);
        new BenchReport(console()).print(sizes);
    }

    private void ingest(Csm csm, Path home, int many) throws IOException {
        console()
                .say("batches of " + Words.count(IngestResult.BATCH, "event") + " over " + Words.count(many, "account")
                        + ", heap " + HEAP);
        new IngestReport(console()).print(new IngestAndScoreBenchmark(csm, home).run(many, rounds, seconds));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException inUse) {
                    throw new UncheckedIOException(inUse);
                }
            });
        }
    }
}
