package io.csm.adapter.jdbc;

import io.csm.application.shared.CsmException;

/** The database cannot serve just now: it is away, going down, or full. What was not committed is undone. */
public final class StorageUnavailable extends CsmException {

    StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
