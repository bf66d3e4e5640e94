package io.csm.domain.narrative.bench;

import io.csm.domain.brief.AccountBrief;
import io.csm.domain.fixture.RandomBriefs;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.narrative.ChurnWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What it costs to write why an account may leave, over accounts of which much is known, a quarter of them by each
 * shipped scorecard. Run {@link #main}; it takes about half a minute.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class NarrativeBenchmark {

    private static final int ACCOUNTS = 256;
    private static final double MOST_MICROSECONDS = 1000;

    private final List<AccountBrief> portfolio = portfolio();

    @Benchmark
    @OperationsPerInvocation(ACCOUNTS)
    public void churnNarrative(Blackhole blackhole) {
        for (AccountBrief brief : portfolio) {
            blackhole.consume(ChurnWriter.write(brief));
        }
    }

    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(NarrativeBenchmark.class.getName())
                        .jvmArgs("-XX:+UseSerialGC", "-Xmx1g")
                        .build())
                .run();
        double median =
                results.iterator().next().getPrimaryResult().getStatistics().getPercentile(50);
        System.out.printf(
                Locale.ROOT,
                "%nchurn narrative  %.1f microseconds (goal: at most %.0f): %s%n",
                median,
                MOST_MICROSECONDS,
                median <= MOST_MICROSECONDS ? "met" : "MISSED");
    }

    private static List<AccountBrief> portfolio() {
        RandomBriefs random = RandomBriefs.seeded(20260302);
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> random.by(ShippedScorecards.ALL.get(i % ShippedScorecards.ALL.size())))
                .toList();
    }
}
