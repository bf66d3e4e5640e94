package io.csm.app.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.csm.domain.health.document.ScorecardMistakes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads a table of mistakes: each one is an edit of a sound scorecard, {@code what stands there => what is written
 * instead}, and below it everything that is then told.
 */
class EveryMistakeTest {

    private static final String FILE = "acme.yaml";

    record Mistake(String base, String edit, String told) {
        String text() throws IOException {
            String[] sides = edit.replace("\\n", "\n").replace("\\t", "\t").split(" => ", -1);
            String sound = resource(base + ".yaml");
            assertThat(sound).as("the base of: " + edit).contains(sides[0]);
            return sound.replace(sides[0], sides[1]);
        }

        @Override
        public String toString() {
            return base + ": " + edit;
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void tells_every_mistake_where_it_stands(Mistake mistake) throws IOException {
        String text = mistake.text();

        var refused = catchThrowableOfType(ScorecardMistakes.class, () -> ScorecardFiles.read(text, FILE));

        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.getMessage()).isEqualTo(mistake.told());
    }

    static Stream<Mistake> mistakes() throws IOException {
        return Stream.concat(mistakes("acme-standard"), mistakes("acme-groups"));
    }

    private static Stream<Mistake> mistakes(String base) throws IOException {
        return Arrays.stream(resource(base + ".mistakes").split("\n\n"))
                .map(block -> block.split("\n", 2))
                .map(block -> new Mistake(base, block[0], told(block[1])));
    }

    private static String told(String lines) {
        return lines.lines().map(line -> FILE + ": " + line.strip()).collect(Collectors.joining("\n"));
    }

    @Test
    void reads_the_same_scorecards_without_mistakes() throws IOException {
        assertThat(ScorecardFiles.read(resource("acme-standard.yaml"), FILE).name())
                .isEqualTo("acme-standard");
        assertThat(ScorecardFiles.read(resource("acme-groups.yaml"), FILE).name())
                .isEqualTo("acme-groups");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(EveryMistakeTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
