package io.csm.app.cli;

import io.csm.app.bench.AlertsBenchmark;
import io.csm.app.bench.DeriveBenchmark;
import io.csm.app.bench.ScanBenchmark;
import io.csm.domain.signal.Figures;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What was measured of scans and derivations. */
final class BenchReport {

    private static final double MEBIBYTE = 1024.0 * 1024;

    private final Console console;

    BenchReport(Console console) {
        this.console = console;
    }

    void print(List<DeriveBenchmark.Size> sizes) {
        Table table = new Table("rrrrrrrr")
                .head(console, "events", "of 90 days", "fill s", "group s", "derive s", "s/million", "ratio", "few s");
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
        table.print(console);
        DeriveBenchmark.Size largest = sizes.get(sizes.size() - 1);
        console.say("group: count(*) and sum(quantity) of the events of 90 days, by account");
        console.say("derive: every signal of " + Words.count(largest.derived(), "account")
                + "; s/million of all events, ratio to group; few: of " + Words.count(DeriveBenchmark.FEW)
                + " accounts alone");
        console.say("each time is the median of three");
    }

    void print(ScanBenchmark.Result result) {
        Table table = new Table("rrrrl").head(console, "round", "scan s", "COPY s", "ratio", "accounts/s");
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
        table.print(console);
        List<Double> ratios = result.rounds().stream()
                .skip(1)
                .map(ScanBenchmark.Round::ratio)
                .sorted()
                .toList();
        console.say("median ratio after the first round " + Figures.show(ratios.get((ratios.size() - 1) / 2))
                + " (goal: at most 2)");
        console.say("on disk " + Figures.show(result.bytesPerScore(), 1)
                + " bytes per account and scan, indexes included (goal: at most 200)");
        console.say("peak heap " + Figures.show(result.peakHeap() / MEBIBYTE, 0) + " MiB, garbage included");
    }

    void printAlerts(List<AlertsBenchmark.Round> rounds) {
        Table table = new Table("rrrrrrr")
                .head(console, "round", "alerts", "plain s", "with alerts s", "slow channel s", "cost", "slowed");
        int number = 0;
        for (AlertsBenchmark.Round round : rounds) {
            number++;
            table.row(
                    Integer.toString(number),
                    Words.count(round.troubled().alerts()),
                    seconds(round.plain()),
                    seconds(round.quick().total()),
                    seconds(round.troubled().total()),
                    Figures.show(round.cost()),
                    Figures.show(round.slowed()));
        }
        table.print(console);
        console.say("with alerts: raised and announced, a channel at work that answers at once");
        console.say("slow channel: besides that, one that answers after ten seconds and one not at all");
        console.say("cost: what alerts add with all three, as a share of the plain scan; median after the first round "
                + median(rounds, AlertsBenchmark.Round::cost) + " (goal: below 1)");
        console.say("slowed: the time with all three, as a share of that with one; median after the first round "
                + median(rounds, AlertsBenchmark.Round::slowed) + " (goal: 1)");
    }

    private static String median(List<AlertsBenchmark.Round> rounds, ToDoubleFunction<AlertsBenchmark.Round> figure) {
        double[] sorted = rounds.stream().skip(1).mapToDouble(figure).sorted().toArray();
        return Figures.show((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
    }

    private static String seconds(Duration duration) {
        return Figures.show(duration.toNanos() / 1e9);
    }
}
