package io.csm.application.signal;

import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SimilarNames;
import io.csm.domain.signal.StandardSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long values may stand, given or derived: one that was observed longer ago is not tracked any more. A signal that
 * is not named here keeps its values for ever.
 *
 * @param days by the name of the signal, 1 to 36,500 days; default none
 */
public record ShelfLives(Map<String, Integer> days) {

    private static final int LONGEST = 36_500;
    private static final Pattern ONE = Pattern.compile("([a-z][a-z0-9_]{0,62}) +([0-9]{1,9})");
    private static final List<String> NAMES =
            StandardSignals.CATALOGUE.signals().stream().map(Signal::name).toList();

    public ShelfLives {
        SortedMap<String, Integer> sorted = new TreeMap<>(days);
        sorted.forEach(ShelfLives::refuse);
        days = Collections.unmodifiableSortedMap(sorted);
    }

    private static void refuse(String signal, int days) {
        if (days < 1 || days > LONGEST) {
            throw new IllegalArgumentException(
                    "the shelf life of " + signal + " must be 1 to " + LONGEST + " days but was " + days);
        }
        if (!NAMES.contains(signal) && !SimilarNames.near(signal, NAMES).isEmpty()) {
            throw new IllegalArgumentException("there is no signal " + signal + SimilarNames.hint(signal, NAMES));
        }
    }

    /** Every value stands for ever. */
    public static ShelfLives none() {
        return new ShelfLives(Map.of());
    }

    /**
     * Reads names and days, such as {@code nps_score 180, tam_health_rag 60}. A name that no shipped signal has is
     * taken for a signal of one's own, unless it looks like a slip.
     *
     * @throws IllegalArgumentException naming what cannot be read and the rule
     */
    public static ShelfLives parse(String text) {
        SortedMap<String, Integer> days = new TreeMap<>();
        for (String one : text.split(",", -1)) {
            Matcher matcher = ONE.matcher(one.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "shelf lives must be written as signals and days, such as 'nps_score 180, tam_health_rag 60',"
                                + " but there was '" + one.strip() + "'");
            }
            if (days.put(matcher.group(1), Integer.valueOf(matcher.group(2))) != null) {
                throw new IllegalArgumentException("the shelf life of " + matcher.group(1) + " stands there twice");
            }
        }
        return new ShelfLives(days);
    }

    /** Whether a value observed at that instant still stands: one that is exactly as old as it may be does. */
    public boolean isFresh(Signal signal, Instant observedAt, Instant asOf) {
        Integer most = days.get(signal.name());
        return most == null || !observedAt.isBefore(asOf.minus(Duration.ofDays(most)));
    }

    /** As {@link #parse} reads it, by the names of the signals; empty for none. */
    @Override
    public String toString() {
        return String.join(
                ", ",
                days.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }
}
