package io.csm.app.jobs;

import io.csm.application.health.ScoreChanges;
import io.csm.application.signal.RefusedRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one run for one tenant came to.
 *
 * @param scored accounts with a new score
 * @param unchanged accounts whose score says nothing new
 * @param refused accounts that cannot be scored, and why
 * @param lags of each account taken, from its change to its score
 * @param moreWait whether the run ended before the list was empty
 */
public record ScoreChangesRun(
        int scored, int unchanged, List<RefusedRow> refused, List<Duration> lags, boolean moreWait) {

    private static final double MOST = 0.95;

    public ScoreChangesRun {
        refused = List.copyOf(refused);
        lags = lags.stream().sorted().toList();
    }

    static ScoreChangesRun of(List<ScoreChanges.Done> batches, boolean moreWait) {
        return new ScoreChangesRun(
                batches.stream().mapToInt(ScoreChanges.Done::scored).sum(),
                batches.stream().mapToInt(ScoreChanges.Done::unchanged).sum(),
                all(batches.stream().map(ScoreChanges.Done::refused)),
                all(batches.stream().map(ScoreChanges.Done::lags)),
                moreWait);
    }

    private static <T> List<T> all(Stream<List<T>> lists) {
        List<T> all = new ArrayList<>();
        lists.forEach(all::addAll);
        return all;
    }

    /** Whether there was nothing to do. */
    public boolean isEmpty() {
        return lags.isEmpty();
    }

    /** The lag that 95 of 100 accounts did not exceed; zero when there were none. */
    public Duration lag95() {
        return lags.isEmpty() ? Duration.ZERO : lags.get((int) Math.ceil(lags.size() * MOST) - 1);
    }
}
