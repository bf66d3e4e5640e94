package io.csm.application.health;

import io.csm.domain.fact.Viewpoint;
import io.csm.domain.health.ScorecardRef;
import java.time.Instant;

/**
 * One pass over a portfolio.
 *
 * @param id unique in the tenant
 * @param fingerprint names what is scanned; empty for a source that cannot be named
 * @param scorecard what scores
 * @param asOf the instant under which its scores are kept
 * @param knownOn what was received after it is not seen
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
        Instant knownOn,
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

    /** From where it looks at what is stored. */
    public Viewpoint viewpoint() {
        return new Viewpoint(asOf, knownOn);
    }

    /** The scan with these counts. */
    public Scan at(State now, long scoredSoFar, long refusedSoFar) {
        return new Scan(id, fingerprint, scorecard, asOf, knownOn, startedAt, now, scoredSoFar, refusedSoFar);
    }
}
