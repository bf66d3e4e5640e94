package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.app.bench.DeriveBenchmark;
import io.csm.app.bench.ScanBenchmark;
import io.csm.app.config.CsmSettings;
import io.csm.domain.signal.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = {
            "Measure on this machine, beside a baseline in the same run.",
            "csm bench score   a score with its explanation beside a bare loop (from a source checkout);",
            "csm bench scan    a stored scan beside a plain COPY of its rows, in 256 MiB of heap.",
            "csm bench derive  signals of a portfolio from events, beside a plain grouping of them, in 256 MiB of heap."
        })
final class BenchCommand extends CsmCommand {

    private static final String HEAP = "-Xmx256m";
    private static final double MEBIBYTE = 1024.0 * 1024;

    @Parameters(paramLabel = "WHAT", description = "score, scan or derive.")
    private String what = "";

    @Option(
            names = "--accounts",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Accounts in each scan, or in the portfolio (default: ${DEFAULT-VALUE}).")
    private long accounts;

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
            description = "Scans and COPYs in turn, at least 2 (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--in-this-process", hidden = true)
    private boolean inThisProcess;

    BenchCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (what.equals("score")) {
            throw Failure.usage("'bench score' runs from a source checkout, through its ./csm");
        }
        if (!what.equals("scan") && !what.equals("derive")) {
            throw Failure.usage("there is no benchmark '" + what + "'; there are score, scan and derive");
        }
        if (accounts < 1 || rounds < 2) {
            throw Failure.usage("--accounts must be at least 1 and --rounds at least 2");
        }
        if (events < 1_000) {
            throw Failure.usage("--events must be at least 1000");
        }
        if (!inThisProcess) {
            return inAProcessOfItsOwn();
        }
        return what.equals("scan") ? scan() : derive();
    }

    /** So that its heap is what is said and nothing else has warmed it. */
    private int inAProcessOfItsOwn() throws IOException, InterruptedException {
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
                        "--accounts",
                        Long.toString(accounts),
                        "--events",
                        Long.toString(events),
                        "--rounds",
                        Integer.toString(rounds))
                .inheritIO()
                .start()
                .waitFor();
    }

    private int scan() throws IOException {
        Path home = Files.createTempDirectory("csm-bench");
        try (Csm csm = Csm.open(CsmSettings.standard(home), console().clock())) {
            print(new ScanBenchmark(csm, home).run(accounts, rounds));
        } finally {
            delete(home);
        }
        return ExitCode.DONE;
    }

    private int derive() throws IOException {
        Path home = Files.createTempDirectory("csm-bench");
        try (Csm csm = Csm.open(CsmSettings.standard(home), console().clock())) {
            console().say(Words.count(accounts, "account") + " over 400 days, heap " + HEAP);
            List<DeriveBenchmark.Size> sizes = new ArrayList<>();
            new DeriveBenchmark(csm).run(accounts, events, sizes::add);
            print(sizes);
        } finally {
            delete(home);
        }
        return ExitCode.DONE;
    }

    private void print(List<DeriveBenchmark.Size> sizes) {
        Table table = new Table("rrrrrrrr")
                .head(
                        console(),
                        "events",
                        "of 90 days",
                        "fill s",
                        "group s",
                        "derive s",
                        "s/million",
                        "ratio",
                        "few s");
        for (DeriveBenchmark.Size size : sizes) {
            table.row(
                    Words.count(size.events()),
                    Words.count(size.window()),
                    seconds(size.filling()),
                    seconds(size.grouping()),
                    seconds(size.portfolio()),
                    Figures.show(size.portfolio().toNanos() / 1e3 / size.events()),
                    Figures.show(
                            (double) size.portfolio().toNanos()
                                    / size.grouping().toNanos(),
                            1),
                    seconds(size.few()));
        }
        table.print(console());
        DeriveBenchmark.Size largest = sizes.get(sizes.size() - 1);
        console().say("group: count(*) and sum(quantity) of the events of 90 days, by account");
        console()
                .say("derive: every signal of " + Words.count(largest.derived(), "account")
                        + "; s/million of all events, ratio to group; few: of " + Words.count(DeriveBenchmark.FEW)
                        + " accounts alone");
        console().say("each time is the median of three");
    }

    private void print(ScanBenchmark.Result result) {
        console().say(Words.count(result.accounts(), "account") + ", heap " + HEAP);
        Table table = new Table("rrrrl").head(console(), "round", "scan s", "COPY s", "ratio", "accounts/s");
        int number = 0;
        for (ScanBenchmark.Round round : result.rounds()) {
            number++;
            table.row(
                    Integer.toString(number),
                    seconds(round.scan()),
                    seconds(round.copy()),
                    Figures.show(round.ratio()),
                    Words.count(Math.round(result.accounts() / (round.scan().toNanos() / 1e9)))
                            + (number == 1 ? " (cold, and creates the accounts)" : ""));
        }
        table.print(console());
        List<Double> ratios = result.rounds().stream()
                .skip(1)
                .map(ScanBenchmark.Round::ratio)
                .sorted()
                .toList();
        console()
                .say("median ratio after the first round " + Figures.show(ratios.get((ratios.size() - 1) / 2))
                        + " (goal: at most 2)");
        console()
                .say("on disk " + Figures.show(result.bytesPerScore(), 1)
                        + " bytes per account and scan, indexes included (goal: at most 200)");
        console().say("peak heap " + Figures.show(result.peakHeap() / MEBIBYTE, 0) + " MiB, garbage included");
    }

    private static String seconds(Duration duration) {
        return Figures.show(duration.toNanos() / 1e9);
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
