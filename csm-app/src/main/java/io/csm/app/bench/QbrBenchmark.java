package io.csm.app.bench;

import io.csm.app.qbr.QbrDocuments;
import io.csm.app.qbr.QbrFormat;
import io.csm.domain.qbr.Qbr;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times the documents of one review: all four at once, as a command that writes one review makes them, and each alone,
 * Markdown as the baseline.
 */
public final class QbrBenchmark {

    private QbrBenchmark() {}

    /**
     * Prints the first and the median time of the four formats together, and the median of each on its own. The first is
     * that of a process which has made no document yet.
     *
     * @param rounds how often, at least once
     */
    public static void run(PrintStream out, int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be at least 1 but was " + rounds);
        }
        Qbr qbr = GeneratedReview.review();
        List<Double> together = new ArrayList<>();
        Map<QbrFormat, List<Double>> alone = new EnumMap<>(QbrFormat.class);
        Map<QbrFormat, Integer> sizes = new EnumMap<>(QbrFormat.class);
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            QbrDocuments.all(qbr).forEach((format, document) -> sizes.put(format, document.length));
            together.add(millisSince(begin));
            for (QbrFormat format : QbrFormat.values()) {
                long start = System.nanoTime();
                QbrDocuments.of(qbr, format);
                alone.computeIfAbsent(format, any -> new ArrayList<>()).add(millisSince(start));
            }
        }

        out.printf(Locale.ROOT, "%-10s %12s %12s %10s%n", "format", "first, ms", "median, ms", "bytes");
        out.printf(Locale.ROOT, "%-10s %12.1f %12.1f %10s%n", "all four", together.get(0), median(together), "");
        alone.forEach((format, times) -> out.printf(
                Locale.ROOT, "%-10s %12s %12.1f %10d%n", format.code(), "", median(times), sizes.get(format)));
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
