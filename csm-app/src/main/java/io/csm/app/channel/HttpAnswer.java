package io.csm.app.channel;

import io.csm.application.delivery.port.ChannelRefused;
import io.csm.application.delivery.port.ChannelUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a receiver answered.
 *
 * @param text the first 4 KB of what it said
 * @param retryAfter how long it wants to be left alone
 */
record HttpAnswer(int status, String text, Optional<Duration> retryAfter) {

    private static final int LONGEST_QUOTE = 200;
    private static final int FIRST_FAILURE_OF_THE_SERVER = 500;
    private static final Set<Integer> MAY_WORK_LATER = Set.of(408, 425, 429);

    boolean isTaken() {
        return status / 100 == 2;
    }

    /** Does nothing when the receiver took it, and throws what tells whether another attempt may help. */
    void requireTaken(Target target) {
        if (isTaken()) {
            return;
        }
        String sentence = target.receiver() + " answered " + status + quote(target);
        if (MAY_WORK_LATER.contains(status) || status >= FIRST_FAILURE_OF_THE_SERVER) {
            throw new ChannelUnavailable(sentence, retryAfter);
        }
        throw new ChannelRefused(sentence);
    }

    private String quote(Target target) {
        String shown = target.shown(text);
        return shown.isEmpty() ? "" : ": " + shown.substring(0, Math.min(LONGEST_QUOTE, shown.length()));
    }
}
