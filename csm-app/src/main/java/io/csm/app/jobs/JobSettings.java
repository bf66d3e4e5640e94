package io.csm.app.jobs;

import java.time.Duration;

/**
 * How often jobs run.
 *
 * @param scoreChangesEvery from one scoring of a tenant's changed accounts to the next; 0.1 seconds to 1 hour, default 5
 *     seconds
 */
public record JobSettings(Duration scoreChangesEvery) {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    public JobSettings {
        if (scoreChangesEvery.compareTo(SHORTEST) < 0 || scoreChangesEvery.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("jobs.score_changes_every must be from " + SHORTEST + " to " + LONGEST
                    + " but was " + scoreChangesEvery);
        }
    }

    public static JobSettings defaults() {
        return new JobSettings(Duration.ofSeconds(5));
    }

    public JobSettings withScoreChangesEvery(Duration every) {
        return new JobSettings(every);
    }
}
