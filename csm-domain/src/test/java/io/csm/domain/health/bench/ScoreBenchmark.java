package io.csm.domain.health.bench;

import io.csm.domain.fixture.RandomSnapshots;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.SignalSnapshot;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What explanation costs: the whole {@link HealthScore} against a loop that computes the number alone. Run
 * {@link #main}; it takes about a minute.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class ScoreBenchmark {

    private static final int ACCOUNTS = 4096;
    private static final double MOST_TIMES_THE_BARE_LOOP = 4;

    private final SignalSnapshot[] portfolio = portfolio();

    @Benchmark
    @OperationsPerInvocation(ACCOUNTS)
    public void bareLoop(Blackhole blackhole) {
        for (SignalSnapshot snapshot : portfolio) {
            blackhole.consume(BareLoop.score(snapshot));
        }
    }

    @Benchmark
    @OperationsPerInvocation(ACCOUNTS)
    public void fullScore(Blackhole blackhole) {
        for (SignalSnapshot snapshot : portfolio) {
            blackhole.consume(ShippedScorecards.CSM_STANDARD.score(snapshot));
        }
    }

    public static void main(String[] args) throws RunnerException {
        refuseToCompareDifferentNumbers();
        Options options = new OptionsBuilder()
                .include(ScoreBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .jvmArgs("-XX:+UseSerialGC", "-Xmx1g")
                .build();
        Collection<RunResult> results = new Runner(options).run();
        report(figure(results, "bareLoop"), figure(results, "fullScore"));
    }

    private static SignalSnapshot[] portfolio() {
        RandomSnapshots random = RandomSnapshots.seeded(20260302);
        return Stream.generate(() -> random.forScorecard(ShippedScorecards.CSM_STANDARD))
                .limit(ACCOUNTS)
                .toArray(SignalSnapshot[]::new);
    }

    private static void refuseToCompareDifferentNumbers() {
        for (SignalSnapshot snapshot : portfolio()) {
            double full = ShippedScorecards.CSM_STANDARD.score(snapshot).value();
            double bare = BareLoop.score(snapshot);
            if (Math.abs(full - bare) > 1e-9) {
                throw new IllegalStateException(snapshot + " scores " + full + " but " + bare + " by the bare loop");
            }
        }
    }

    /** Medians, for a neighbour on the same machine disturbs some iterations a lot and most of them little. */
    private record Figure(double nanos, double bytes) {}

    private static Figure figure(Collection<RunResult> results, String method) {
        RunResult result = results.stream()
                .filter(each -> each.getPrimaryResult().getLabel().equals(method))
                .findFirst()
                .orElseThrow();
        double bytes = result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElse(Double.NaN);
        double median = result.getPrimaryResult().getStatistics().getPercentile(50);
        return new Figure(median, bytes);
    }

    private static void report(Figure bare, Figure full) {
        double ratio = full.nanos() / bare.nanos();
        System.out.printf(
                Locale.ROOT,
                """

                            ns per score   bytes per score   seconds per 1,000,000
                bare loop   %12.1f   %15.0f   %21.3f
                full score  %12.1f   %15.0f   %21.3f

                ratio %.2f (goal: at most %.0f): %s
                """,
                bare.nanos(),
                bare.bytes(),
                bare.nanos() / 1000,
                full.nanos(),
                full.bytes(),
                full.nanos() / 1000,
                ratio,
                MOST_TIMES_THE_BARE_LOOP,
                ratio <= MOST_TIMES_THE_BARE_LOOP ? "met" : "MISSED");
    }
}
