package io.csm.application.delivery.port;

import io.csm.application.shared.CsmException;
import java.time.Duration;
import java.util.Optional;

/** A channel could not take a delivery now; the message says why, and names no secret. */
public final class ChannelUnavailable extends CsmException {

    private final Optional<Duration> retryAfter;

    public ChannelUnavailable(String message, Throwable cause) {
        super(message, cause);
        this.retryAfter = Optional.empty();
    }

    /**
     * With a wish of the receiver.
     *
     * @param retryAfter how long it wants to be left alone; empty when it did not say
     */
    public ChannelUnavailable(String message, Optional<Duration> retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long the receiver wants to be left alone. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
