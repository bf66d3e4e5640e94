package io.csm.adapter.jdbc;

import io.csm.application.shared.CsmException;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells what went wrong in the database in a sentence that never holds a stored or bound value. */
final class SqlFailures {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DISK_FULL = "53100";

    private SqlFailures() {}

    static boolean isUniqueViolation(Throwable failure) {
        return sql(failure)
                .filter(sql -> UNIQUE_VIOLATION.equals(sql.getSQLState()))
                .isPresent();
    }

    static CsmException translate(Throwable failure) {
        SQLException sql = redacted(failure);
        String state = sql.getSQLState();
        if (DISK_FULL.equals(state)) {
            return new StorageUnavailable("the disk of the database is full; free some space and try again", sql);
        }
        if (state.isEmpty() || state.startsWith("08") || state.startsWith("57P")) {
            return new StorageUnavailable("the database cannot be reached or is shutting down; try again", sql);
        }
        if (state.startsWith("53")) {
            return new StorageUnavailable("the database is out of resources (" + sql.getMessage() + ")", sql);
        }
        return new StorageRefused("the database refused: " + sql.getMessage() + " (SQL state " + state + ")", sql);
    }

    /** What the server said, without its detail and context, which quote values. */
    private static SQLException redacted(Throwable failure) {
        Optional<SQLException> found = sql(failure);
        String state = found.map(SQLException::getSQLState).orElse("");
        SQLException redacted = new SQLException(found.map(SqlFailures::said).orElse("no answer"), state);
        redacted.setStackTrace(failure.getStackTrace());
        return redacted;
    }

    private static String said(SQLException sql) {
        return Optional.of(sql)
                .filter(PSQLException.class::isInstance)
                .map(PSQLException.class::cast)
                .map(PSQLException::getServerErrorMessage)
                .map(ServerErrorMessage::getMessage)
                .orElseGet(() -> String.valueOf(sql.getMessage()));
    }

    /** The innermost one: those around it, of batches say, quote the statement with its values. */
    private static Optional<SQLException> sql(Throwable failure) {
        Optional<SQLException> innermost = Optional.empty();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                innermost = Optional.of(sql);
            }
        }
        return innermost;
    }
}
