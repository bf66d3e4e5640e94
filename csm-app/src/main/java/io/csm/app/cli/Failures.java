package io.csm.app.cli;

import io.csm.app.database.DatabaseUnavailable;
import io.csm.app.input.InputUnreadable;
import io.csm.app.warehouse.WarehouseUnavailable;
import io.csm.application.shared.CsmException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Optional;

/** Turns what went wrong into a sentence and an exit code. */
final class Failures {

    private static final String AGAIN =
            "; see to it ('csm doctor' checks), then run the same command again, nothing" + " that was stored is lost";

    private Failures() {}

    static int exitCode(Throwable failure) {
        if (failure instanceof Failure told) {
            return told.exitCode();
        }
        return failure instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.FAILED;
    }

    /** What to say; a fault of our own names itself, so that it can be reported. */
    static String sentence(Throwable failure) {
        boolean isMeantForPeople = failure instanceof Failure
                || failure instanceof CsmException
                || failure instanceof DatabaseUnavailable
                || failure instanceof InputUnreadable
                || failure instanceof WarehouseUnavailable
                || failure instanceof IllegalArgumentException;
        if (isMeantForPeople) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof OutOfMemoryError) {
            return "the memory that Java may use is not enough; allow more, such as CSM_JAVA_OPTS=-Xmx2g";
        }
        if (failure instanceof UncheckedIOException io) {
            return ofFiles(io);
        }
        return ofDatabase(failure)
                .orElseGet(() -> "this is a fault in CSM, please report it (--stack shows where): " + failure);
    }

    private static String ofFiles(UncheckedIOException failure) {
        String message = String.valueOf(failure.getMessage());
        boolean isOwnSentence = !message.equals(String.valueOf(failure.getCause()));
        return isOwnSentence ? message : "reading or writing failed: " + cause(failure);
    }

    /** Why that failed, in a few words. */
    static String cause(UncheckedIOException failure) {
        return Optional.ofNullable(failure.getCause()).map(Failures::reason).orElse("for an unknown reason");
    }

    /** Why a file could not be used, to follow its name. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            Optional<Path> folder = Optional.ofNullable(missing.getFile())
                    .flatMap(file -> Optional.ofNullable(Path.of(file).getParent()));
            return folder.map(path -> "there is no folder " + path).orElse("there is no such file");
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = failure instanceof FileSystemException denied
                ? String.valueOf(denied.getReason())
                : String.valueOf(failure.getMessage());
        return reason.substring(0, Math.min(1, reason.length())).toLowerCase(Locale.ROOT)
                + reason.substring(Math.min(1, reason.length()));
    }

    private static Optional<String> ofDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                if (cause instanceof SQLTransientConnectionException || state.matches("08...|57P..")) {
                    return Optional.of("the database does not answer any more" + AGAIN);
                }
                if (state.equals("53100")) {
                    return Optional.of("the disk of the database is full" + AGAIN);
                }
            }
        }
        return Optional.empty();
    }
}
