package io.csm.app.document;

import io.csm.domain.health.Scorecard;
import io.csm.domain.health.document.ScorecardMistakes;
import io.csm.domain.health.document.ScorecardReader;
import io.csm.domain.health.document.ScorecardWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads scorecards from YAML and writes them as such. */
public final class ScorecardFiles {

    private static final String KIND = "scorecard";

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
        try {
            return ScorecardReader.read(YamlFile.read(file, KIND));
        } catch (ScorecardMistakes mistakes) {
            throw mistakes.in(file.toString());
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
            YamlFile.isSmall(text.length(), KIND);
            return ScorecardReader.read(YamlReader.read(text));
        } catch (ScorecardMistakes mistakes) {
            throw mistakes.in(name);
        }
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
