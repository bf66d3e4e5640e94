package io.csm.app.qbr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.domain.qbr.Qbr;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingAReviewTest {

    @TempDir
    Path folder;

    @Test
    void gives_four_files_named_after_account_period_and_trigger() throws IOException {
        List<Path> files = QbrDocuments.write(Reviews.thriving(), folder.resolve("reviews"));

        assertThat(files)
                .extracting(file -> folder.relativize(file).toString())
                .containsExactly(
                        "reviews/acme-Q1-2026-quarterly.md",
                        "reviews/acme-Q1-2026-quarterly.html",
                        "reviews/acme-Q1-2026-quarterly.pdf",
                        "reviews/acme-Q1-2026-quarterly.pptx");
        assertThat(files).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    @Test
    void again_replaces_the_files_and_leaves_nothing_beside_them() throws IOException {
        QbrDocuments.write(Reviews.withId(Reviews.unknown(), "acme"), folder);

        QbrDocuments.write(Reviews.thriving(), folder);

        assertThat(names()).hasSize(4);
        assertThat(Files.readString(folder.resolve("acme-Q1-2026-quarterly.md")))
                .contains("Acme Logistics")
                .doesNotContain("Initech");
    }

    @Test
    void gives_the_same_text_for_the_same_review() {
        assertThat(QbrDocuments.markdown(Reviews.wordy())).isEqualTo(QbrDocuments.markdown(Reviews.wordy()));
        assertThat(QbrDocuments.html(Reviews.wordy())).isEqualTo(QbrDocuments.html(Reviews.wordy()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # id                   | begin of the name
                    acme                   | acme-Q1-2026-quarterly
                    a-2e4581               | a-2e4581-Q1-2026-quarterly
                    A-2e4581               | a-2e4581_
                    ../../etc/passwd       | etc-passwd_
                    ..                     | account_
                    C:\\Windows\\nul       | c-windows-nul_
                    M\u00fcller            | muller_
                    \u6771\u4eac           | account_
                    a b                    | a-b_
                    """)
    void keeps_awkward_ids_inside_of_the_folder(String id, String begin) throws IOException {
        List<Path> files = QbrDocuments.write(Reviews.withId(Reviews.unknown(), id), folder);

        assertThat(files).allSatisfy(file -> assertThat(file).hasParent(folder));
        assertThat(names()).hasSize(4).allMatch(name -> name.startsWith(begin));
        assertThat(names()).allMatch(name -> name.matches("[a-z0-9_-]+-Q1-2026-quarterly\\.[a-z]+"));
    }

    @Test
    void keeps_the_name_of_the_longest_id_short() {
        Qbr longest = Reviews.withId(Reviews.unknown(), "\u00e9".repeat(200));

        assertThat(QbrDocuments.fileName(longest, QbrFormat.PPTX)).hasSizeLessThan(120);
    }

    @Test
    void never_gives_two_accounts_the_same_name() {
        String hundred = "x".repeat(100);
        List<String> ids = List.of(
                "a b",
                "a-b",
                "a_b",
                "A-B",
                "a/b",
                "a--b",
                "-a-b",
                "\u00e4-b",
                hundred + "1",
                hundred + "2",
                "?",
                "!",
                "account");

        List<String> names = ids.stream()
                .map(id -> QbrDocuments.fileName(Reviews.withId(Reviews.unknown(), id), QbrFormat.PDF))
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "md", "markdown"})
    void knows_formats_by_code_and_extension(String code) {
        assertThat(QbrFormat.ofCode(code).contentType()).isNotBlank();
    }

    @Test
    void refuses_a_format_that_it_does_not_know() {
        assertThatThrownBy(() -> QbrFormat.ofCode("docx"))
                .hasMessage("the format of a review must be markdown, html, pdf or pptx but was 'docx'");
    }

    @Test
    void leaves_no_half_file_when_the_folder_is_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "mine", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> QbrDocuments.write(Reviews.unknown(), file)).isInstanceOf(IOException.class);

        assertThat(names()).containsExactly("taken");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
