package io.csm.application.shared;

/** The root of what CSM throws when a request cannot be fulfilled; the message is a sentence for a person. */
public abstract class CsmException extends RuntimeException {

    protected CsmException(String message) {
        super(message);
    }

    protected CsmException(String message, Throwable cause) {
        super(message, cause);
    }
}
