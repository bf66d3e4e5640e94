package io.csm.app.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Turns a failure of the file system into a sentence for a person. */
final class FileFailure {

    private FileFailure() {}

    static DatabaseUnavailable explain(Path path, IOException failure) {
        return new DatabaseUnavailable(sentence(path, failure), failure);
    }

    /** Whether PostgreSQL or the operating system says that a disk is full. */
    static boolean tellsOfAFullDisk(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("no space left on device")
                || text.contains("not enough space on the disk")
                || text.contains("disk quota exceeded");
    }

    static String fullDisk(Path path) {
        return "The disk that holds %s is full: free at least 300 MB, or choose a home on another disk (CSM_HOME)."
                .formatted(path);
    }

    private static String sentence(Path path, IOException failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse("");
        if (tellsOfAFullDisk(message)) {
            return fullDisk(path);
        }
        if (failure instanceof AccessDeniedException) {
            return ("No permission to read and write %s: give the folder to this user, or choose another home"
                            + " (CSM_HOME).")
                    .formatted(path);
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "%s is a file where a folder is needed: move it away, or choose another home (CSM_HOME)."
                    .formatted(message);
        }
        return "%s cannot be used (%s): correct that, or choose another home (CSM_HOME)."
                .formatted(path, message.isEmpty() ? failure.getClass().getSimpleName() : reason(failure, message));
    }

    private static String reason(IOException failure, String message) {
        return failure.getClass().getSimpleName().replace("Exception", "") + " " + message;
    }
}
