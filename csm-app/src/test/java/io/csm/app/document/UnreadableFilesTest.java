package io.csm.app.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.health.document.Location;
import io.csm.domain.health.document.ScorecardMistakes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableFilesTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private AbstractThrowableAssert<?, ?> assertThatReading(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("acme.yaml"), bytes);
        return assertThatThrownBy(() -> ScorecardFiles.read(file)).isInstanceOf(ScorecardMistakes.class);
    }

    private AbstractThrowableAssert<?, ?> assertThatReading(String text) {
        return assertThatThrownBy(() -> ScorecardFiles.read(text, "acme.yaml")).isInstanceOf(ScorecardMistakes.class);
    }

    @Test
    void names_the_file_that_is_not_there() {
        Path file = folder.resolve("acme.yaml");

        assertThatThrownBy(() -> ScorecardFiles.read(file))
                .isInstanceOf(ScorecardMistakes.class)
                .hasMessage(file + ": there is no such file");
    }

    @Test
    void names_the_folder_that_is_not_a_file() {
        assertThatThrownBy(() -> ScorecardFiles.read(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(folder + " cannot be read: ");
    }

    @Test
    void refuses_a_file_that_is_too_large() throws IOException {
        assertThatReading(new byte[5_000_000])
                .hasMessage(folder.resolve("acme.yaml") + ": a scorecard file must be at most 1 MB");
        assertThatReading("#".repeat(1_000_001)).hasMessage("acme.yaml: a scorecard file must be at most 1 MB");
    }

    @Test
    void tells_where_a_file_is_not_utf_8() throws IOException {
        byte[] latin = "name: acme\r\nversion: 1 # größer\r\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatReading(latin)
                .hasMessage(folder.resolve("acme.yaml")
                        + ": line 2, column 16: this is not UTF-8 text; save the file with the encoding UTF-8");
    }

    @Test
    void refuses_a_file_that_ends_within_a_character() throws IOException {
        assertThatReading(new byte[] {'#', (byte) 0xC3}).hasMessageContaining("line 1, column 2: this is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", "# only a comment\n"})
    void refuses_an_empty_file(String text) {
        assertThatReading(text).hasMessage("acme.yaml: line 1, column 1: the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\n", "~"})
    void refuses_a_document_without_content(String text) {
        assertThatReading(text).hasMessageContaining("the scorecard must be a mapping with keys such as name, version");
    }

    @Test
    void counts_lines_and_columns_as_an_editor_does() {
        String text = "\uFEFF# größer 😀\r\nname: acme\r\nversion: 1\r\nlabels: {red: 😀, amber: [1]}\r\n";

        var refused = catchThrowableOfType(ScorecardMistakes.class, () -> ScorecardFiles.read(text, "acme.yaml"));

        assertThat(refused.mistakes()).extracting(mistake -> mistake.location()).contains(new Location(4, 25));
    }

    @Test
    void survives_aliases_that_multiply() {
        String bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
                + IntStream.rangeClosed('b', 'i')
                        .mapToObj(c -> {
                            String before = "*" + (char) (c - 1);
                            String nine = String.join(", ", Collections.nCopies(9, before));
                            return "%c: &%c [%s]\n".formatted(c, c, nine);
                        })
                        .collect(Collectors.joining());

        assertThatReading(bomb).hasMessage("acme.yaml: this is not YAML: aliases are used too often");
    }

    @Test
    void survives_aliases_that_multiply_just_often_enough() {
        String bomb = "a: &a [x, x]\n"
                + IntStream.rangeClosed('b', 'x')
                        .mapToObj(c -> "%c: &%c [*%c, *%c]\n".formatted(c, c, c - 1, c - 1))
                        .collect(Collectors.joining());

        assertThatReading(bomb).hasMessageContaining("nested too deeply, or repeated too often");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void survives_nesting(String opening) {
        assertThatReading("name: " + (opening.endsWith(" ") && opening.length() == 2 ? "\n" : "")
                        + opening.repeat(100_000))
                .hasMessageContaining("this is nested too deeply");
    }

    @Test
    void reads_no_further_after_a_hundred_mistakes() {
        String text =
                IntStream.range(0, 60_000).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());

        var refused = catchThrowableOfType(ScorecardMistakes.class, () -> ScorecardFiles.read(text, "acme.yaml"));

        assertThat(refused.mistakes()).hasSize(101);
        assertThat(refused).hasMessageEndingWith("line 101, column 1: reading stopped here after 100 mistakes");
    }

    @Test
    void reads_the_largest_files_in_no_time() {
        String words = IntStream.range(0, 80_000).mapToObj(i -> "w" + i).collect(Collectors.joining(", "));
        String signal = "signals:\n  - {name: own, type: choice, options: [" + words + "]}\n";
        String text = ScorecardFiles.write(ShippedScorecards.CSM_STANDARD).replace("\nmeasures:", signal + "measures:");

        assertTimeout(SOON, () -> ScorecardFiles.read(text, "acme.yaml"));
    }
}
