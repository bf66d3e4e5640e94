package io.csm.app.cli;

import io.csm.app.bench.IngestResult;
import io.csm.domain.signal.Figures;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Prints what the benchmark of ingesting events measured. */
final class IngestReport {

    private final Console console;

    IngestReport(Console console) {
        this.console = console;
    }

    void print(IngestResult result) {
        Table table = new Table("rrrrrr")
                .head(console, "round", "ingest rows/s", "COPY rows/s", "ratio", "repeated rows/s", "");
        int number = 0;
        for (IngestResult.Round round : result.rounds()) {
            number++;
            table.row(
                    Integer.toString(number),
                    rate(round.rate()),
                    rate(round.copyRate()),
                    Figures.show(round.ratio()),
                    rate(round.againRate()),
                    number == 1 ? "(cold)" : "");
        }
        table.print(console);
        List<IngestResult.Round> warm = result.rounds().stream().skip(1).toList();
        console.say("median ratio after the first round " + Figures.show(median(warm, IngestResult.Round::ratio))
                + " (goal: at least 0.25)");
        print(result.load());
    }

    private void print(IngestResult.Load load) {
        console.say("");
        console.say("at half of that rate, " + rate(load.wanted()) + " events/s, for " + load.seconds() + " s, "
                + rate(load.reached()) + " events/s came in, while the standing job scored every 5 s");
        console.say("from the arrival of a change, before its commit, to the committed score: p50 "
                + seconds(load.lag(0.50)) + ", p95 " + seconds(load.lag(0.95)) + ", max " + seconds(load.lag(1))
                + " (goal: p95 at most 60 s)");
        double took = load.seconds() + load.drained().toNanos() / 1e9;
        console.say(rate(load.lags().size() / took) + " accounts/s looked at, " + rate(load.scored() / took)
                + " scores/s stored");
        console.say(Words.count(load.left(), "account") + " waited when the last event was in, none "
                + seconds(load.drained()) + " later");
    }

    private static double median(List<IngestResult.Round> rounds, ToDoubleFunction<IngestResult.Round> figure) {
        List<Double> sorted =
                rounds.stream().mapToDouble(figure).sorted().boxed().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static String rate(double perSecond) {
        return Words.count(Math.round(perSecond));
    }

    private static String seconds(Duration duration) {
        return Figures.show(duration.toNanos() / 1e9, 1) + " s";
    }
}
