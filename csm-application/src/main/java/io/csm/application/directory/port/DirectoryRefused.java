package io.csm.application.directory.port;

import io.csm.application.shared.CsmException;

/** The workspace says no, in its own words: a bad token, an unknown property, a page that is gone. */
public final class DirectoryRefused extends CsmException {

    public DirectoryRefused(String message) {
        super(message);
    }

    public DirectoryRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
