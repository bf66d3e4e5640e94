package io.csm.application.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a delivery that failed is tried again: after twice as long each time, or as long as the receiver asked for.
 *
 * @param first the pause after the first failure, at least a second; default 30 seconds
 * @param longest no pause is longer, unless the receiver asks for it; default 1 hour
 * @param attempts after so many it is given up, 1 to 100; default 12, which is about five hours
 */
public record RetryPolicy(Duration first, Duration longest, int attempts) {

    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_DOUBLINGS = 30;

    public RetryPolicy {
        if (first.compareTo(Duration.ofSeconds(1)) < 0 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "pauses must be at least a second and grow but were " + first + " and " + longest);
        }
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("attempts must be 1 to " + MOST_ATTEMPTS + " but were " + attempts);
        }
    }

    public static RetryPolicy defaults() {
        return new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(1), 12);
    }

    /** What becomes of a delivery that failed now. */
    Delivery failed(Delivery delivery, String why, Optional<Duration> asked, Instant now) {
        if (delivery.attempts() + 1 >= attempts) {
            return delivery.dead("given up after " + attempts + " attempts: " + why, now);
        }
        return delivery.failed(
                why,
                now.plus(asked.filter(pause -> pause.compareTo(pause(delivery)) > 0)
                        .orElse(pause(delivery))));
    }

    private Duration pause(Delivery delivery) {
        Duration doubled = first.multipliedBy(1L << Math.min(delivery.attempts(), MOST_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
