package io.csm.application.health;

import io.csm.domain.health.ScorecardRef;
import java.time.Instant;

/**
 * One pass over a portfolio.
 *
 * @param id unique in the tenant
 * @param fingerprint names what is scanned; empty for a source that cannot be named
 * @param scorecard what scores
 * @param asOf the instant under which its scores are kept
 * @param startedAt when it first began
 * @param state how far it came
 * @param scored accounts stored so far
 * @param refused rows refused so far
 */
public record Scan(
        String id,
        String fingerprint,
        ScorecardRef scorecard,
        Instant asOf,
        Instant startedAt,
        State state,
        long scored,
        long refused) {

    /** How far a scan came. */
    public enum State {
        /** At work, or interrupted without a word. */
        RUNNING,
        COMPLETED,
        CANCELLED
    }

    /** The scan with these counts. */
    public Scan at(State now, long scoredSoFar, long refusedSoFar) {
        return new Scan(id, fingerprint, scorecard, asOf, startedAt, now, scoredSoFar, refusedSoFar);
    }
}
