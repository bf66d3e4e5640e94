package io.csm.application.directory.port;

import io.csm.application.shared.CsmException;
import java.time.Duration;
import java.util.Optional;

/** The workspace does not answer, or asks to be left alone for a while; it may work later. */
public final class DirectoryUnavailable extends CsmException {

    private final Optional<Duration> retryAfter;

    public DirectoryUnavailable(String message, Optional<Duration> retryAfter, Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    public DirectoryUnavailable(String message, Optional<Duration> retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long the workspace wants to be left alone; empty when it did not say. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
