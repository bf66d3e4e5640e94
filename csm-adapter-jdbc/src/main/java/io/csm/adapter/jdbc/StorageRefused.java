package io.csm.adapter.jdbc;

import io.csm.application.shared.CsmException;

/** The database refused a statement that it should have taken; what was not committed is undone. */
public final class StorageRefused extends CsmException {

    StorageRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
