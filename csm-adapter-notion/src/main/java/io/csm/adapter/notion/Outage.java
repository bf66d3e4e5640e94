package io.csm.adapter.notion;

import java.time.Duration;
import java.util.Optional;

/** Notion did not do what it was asked, or nobody knows whether it did; it may on another attempt. */
final class Outage extends RuntimeException {

    private final transient Optional<Duration> retryAfter;

    Outage(String message, Optional<Duration> retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    Outage(String message, Throwable cause) {
        super(message, cause);
        this.retryAfter = Optional.empty();
    }

    /** How long Notion wants to be left alone; empty when it did not say. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
