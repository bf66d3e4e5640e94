package io.csm.app.signals;

import io.csm.app.input.InputUnreadable;
import io.csm.app.input.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A signals file by its name on the command line; {@code -} is standard input. */
public final class SignalsFile {

    private static final String STANDARD_INPUT = "-";

    private SignalsFile() {}

    /**
     * Opens the file, or standard input.
     *
     * @throws InputUnreadable with a sentence that says why
     */
    public static RowReader open(String name, InputStream standardInput) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of the signals file is blank");
        }
        return name.equals(STANDARD_INPUT)
                ? RowReader.over(standardInput, "standard input")
                : RowReader.open(Path.of(name));
    }

    /** Names the content by path, size and time of change; empty for a pipe, which cannot be read again. */
    public static String fingerprint(String name) {
        if (name.equals(STANDARD_INPUT)) {
            return "";
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try {
            return "file " + file.toRealPath() + ", " + Files.size(file) + " bytes, changed "
                    + Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            return ""; // opening it says why
        }
    }
}
