package io.csm.app.document;

import io.csm.domain.health.Scorecard;
import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.Location;
import io.csm.domain.health.document.ScorecardMistake;
import io.csm.domain.health.document.ScorecardMistakes;
import io.csm.domain.health.document.ScorecardReader;
import io.csm.domain.health.document.ScorecardWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads scorecards from YAML and writes them as such. */
public final class ScorecardFiles {

    private static final int LARGEST = 1_000_000;

    private ScorecardFiles() {}

    /** Whether a word on the command line means a file rather than the name of a scorecard. */
    public static boolean isFile(String word) {
        return word.endsWith(".yaml") || word.endsWith(".yml") || word.contains("/") || word.contains("\\");
    }

    /**
     * The scorecard in that file.
     *
     * @throws ScorecardMistakes naming the file and telling everything that is wrong with it
     * @throws UncheckedIOException when the file is there and cannot be read
     */
    public static Scorecard read(Path file) {
        String name = file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            return read(in.readNBytes(LARGEST + 1), name);
        } catch (NoSuchFileException missing) {
            throw mistake("there is no such file").in(name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Scorecard read(byte[] bytes, String name) {
        try {
            isSmall(bytes.length);
            return read(Utf8.decode(bytes));
        } catch (ScorecardMistakes mistakes) {
            throw mistakes.in(name);
        }
    }

    /**
     * The scorecard in that text.
     *
     * @param name what messages call the text, such as the name of its file
     * @throws ScorecardMistakes telling everything that is wrong with it
     */
    public static Scorecard read(String text, String name) {
        try {
            isSmall(text.length());
            return read(text);
        } catch (ScorecardMistakes mistakes) {
            throw mistakes.in(name);
        }
    }

    private static Scorecard read(String text) {
        DocumentNode document = YamlReader.read(text);
        return ScorecardReader.read(document);
    }

    private static void isSmall(int size) {
        if (size > LARGEST) {
            throw mistake("a scorecard file must be at most 1 MB");
        }
    }

    private static ScorecardMistakes mistake(String message) {
        return new ScorecardMistakes(List.of(new ScorecardMistake(Location.UNKNOWN, message)));
    }

    /** The scorecard as YAML, which {@link #read(String, String)} makes an equal scorecard of. */
    public static String write(Scorecard scorecard) {
        return write(scorecard, "");
    }

    /** The same under a comment, which may have several lines. */
    public static String write(Scorecard scorecard, String comment) {
        return YamlWriter.write(ScorecardWriter.write(scorecard), comment);
    }
}
