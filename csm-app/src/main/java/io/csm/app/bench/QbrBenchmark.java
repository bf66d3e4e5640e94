package io.csm.app.bench;

import io.csm.app.qbr.QbrDocuments;
import io.csm.app.qbr.QbrFormat;
import io.csm.domain.qbr.Qbr;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times the documents of one review, each format in turn, round by round, beside Markdown as the baseline. The first
 * round loads the classes of each format, as a command that writes one review does.
 */
public final class QbrBenchmark {

    private QbrBenchmark() {}

    /**
     * Prints the first and the median time of each format, and of the four together.
     *
     * @param rounds how often, at least once
     */
    public static void run(PrintStream out, int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be at least 1 but was " + rounds);
        }
        Qbr qbr = GeneratedReview.review();
        Map<QbrFormat, List<Double>> times = new EnumMap<>(QbrFormat.class);
        Map<QbrFormat, Integer> sizes = new EnumMap<>(QbrFormat.class);
        Arrays.stream(QbrFormat.values()).forEach(format -> times.put(format, new ArrayList<>()));
        List<Double> together = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double sum = 0;
            for (Map.Entry<QbrFormat, List<Double>> each : times.entrySet()) {
                long begin = System.nanoTime();
                sizes.put(each.getKey(), QbrDocuments.of(qbr, each.getKey()).length);
                double took = (System.nanoTime() - begin) / 1e6;
                each.getValue().add(took);
                sum += took;
            }
            together.add(sum);
        }

        out.printf(Locale.ROOT, "%-10s %12s %12s %10s%n", "format", "first, ms", "median, ms", "bytes");
        times.forEach((format, each) -> line(out, format.code(), each, String.valueOf(sizes.get(format))));
        line(out, "all four", together, "");
    }

    private static void line(PrintStream out, String name, List<Double> times, String bytes) {
        double median =
                times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
        out.printf(Locale.ROOT, "%-10s %12.1f %12.1f %10s%n", name, times.get(0), median, bytes);
    }
}
