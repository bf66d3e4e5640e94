package io.csm.adapter.llm;

import java.time.Duration;

/**
 * How long one waits for a language model.
 *
 * @param timeout for one answer
 * @param firstPause before the second attempt; the third waits twice as long
 * @param longestPause a provider that wants to be left alone for longer is not asked again
 * @param rest how long nobody asks after {@link #FAILURES} failures in a row
 */
record Patience(Duration timeout, Duration firstPause, Duration longestPause, Duration rest) {

    static final int ATTEMPTS = 3;
    static final int FAILURES = 5;

    static Patience with(Duration timeout) {
        return new Patience(timeout, Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    /** All that one text may take: two answers, and the pauses between three attempts. */
    Duration forOneText() {
        return timeout.plus(longestPause).multipliedBy(2);
    }
}
