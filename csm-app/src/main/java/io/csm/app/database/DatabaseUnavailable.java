package io.csm.app.database;

/**
 * PostgreSQL cannot be used. The message is written for the person who runs the application: it says what is wrong and
 * what to do next, so that it can be shown without a stack trace. The cause, where there is one, holds the details.
 */
public final class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
