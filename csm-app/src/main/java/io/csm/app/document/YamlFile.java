package io.csm.app.document;

import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.Location;
import io.csm.domain.health.document.ScorecardMistake;
import io.csm.domain.health.document.ScorecardMistakes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A YAML file as a document. */
public final class YamlFile {

    static final int LARGEST = 1_000_000;

    private YamlFile() {}

    /**
     * Reads the file.
     *
     * @param kind what the file is, such as {@code scorecard}
     * @throws ScorecardMistakes saying why it is no document
     * @throws UncheckedIOException when the file is there and cannot be read
     */
    public static DocumentNode read(Path file, String kind) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            isSmall(bytes.length, kind);
            return YamlReader.read(Utf8.decode(bytes));
        } catch (NoSuchFileException missing) {
            throw mistake("there is no such file");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    static void isSmall(int size, String kind) {
        if (size > LARGEST) {
            throw mistake("a " + kind + " file must be at most 1 MB");
        }
    }

    private static ScorecardMistakes mistake(String message) {
        return new ScorecardMistakes(List.of(new ScorecardMistake(Location.UNKNOWN, message)));
    }
}
