package io.csm.app.bench;

import java.time.Duration;
import java.util.List;

/**
 * What a benchmark of ingesting events measured.
 *
 * @param accounts over which events are spread
 * @param rounds in order; the first one is cold
 * @param load scoring while events come in
 */
public record IngestResult(int accounts, List<Round> rounds, Load load) {

    /** Events that come in at once. */
    public static final int BATCH = 5_000;

    /**
     * One round.
     *
     * @param events how many
     * @param ingest the time that they took to come in
     * @param copy the time of a COPY of their rows
     * @param again the time that they took when they were sent again
     */
    public record Round(long events, Duration ingest, Duration copy, Duration again) {

        public double rate() {
            return perSecond(ingest);
        }

        public double copyRate() {
            return perSecond(copy);
        }

        public double againRate() {
            return perSecond(again);
        }

        /** The part of COPY's rate that was reached. */
        public double ratio() {
            return rate() / copyRate();
        }

        private double perSecond(Duration time) {
            return events / (time.toNanos() / 1e9);
        }
    }

    /**
     * What scoring did while events came in.
     *
     * @param wanted events per second that were to come in
     * @param reached events per second that came in
     * @param seconds how long
     * @param lags from the arrival of a change to its committed score, the shortest first
     * @param scored accounts with a new score
     * @param left accounts that still waited when the last event was in
     * @param drained how long it took until none waited any more
     */
    public record Load(
            double wanted,
            double reached,
            long seconds,
            List<Duration> lags,
            long scored,
            long left,
            Duration drained) {

        public Load {
            lags = lags.stream().sorted().toList();
        }

        /** The lag that this share of the accounts did not exceed. */
        public Duration lag(double share) {
            return lags.isEmpty() ? Duration.ZERO : lags.get((int) Math.ceil(lags.size() * share) - 1);
        }
    }
}
