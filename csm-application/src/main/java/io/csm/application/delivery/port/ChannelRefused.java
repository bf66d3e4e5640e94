package io.csm.application.delivery.port;

import io.csm.application.shared.CsmException;

/** A channel will never take this delivery; the message says why in the words of the receiver. */
public final class ChannelRefused extends CsmException {

    public ChannelRefused(String message) {
        super(message);
    }

    public ChannelRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
