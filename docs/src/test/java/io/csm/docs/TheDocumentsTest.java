package io.csm.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.csm.app.document.ScorecardFiles;
import io.csm.docs.Repository.Fence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TheDocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]+\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    @Test
    void show_java_that_is_compiled_and_run() {
        Map<String, String> samples = Repository.samples();

        List<Fence> java = Repository.fences().stream()
                .filter(fence -> fence.language().equals("java"))
                .toList();

        assertThat(java).isNotEmpty().allSatisfy(fence -> {
            assertThat(fence.kind()).as("comment before %s", fence).isEqualTo("sample");
            assertThat(fence.text()).isEqualTo(samples.get(fence.name()));
        });
    }

    @Test
    void show_examples_as_they_are_in_their_files() {
        List<Fence> examples = Repository.fences().stream()
                .filter(fence -> fence.kind().equals("example"))
                .toList();

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(fence -> assertThat(Repository.read(
                                Repository.ROOT.resolve("docs/examples").resolve(fence.name())))
                        .contains(fence.text()));
    }

    @Test
    void show_mistakes_as_the_reader_tells_them() {
        List<Fence> mistakes = Repository.fences().stream()
                .filter(fence -> fence.kind().equals("mistakes"))
                .toList();

        assertThat(mistakes).isNotEmpty().allSatisfy(fence -> {
            Path file = Repository.ROOT.resolve("docs/examples").resolve(fence.name());
            Throwable told = catchThrowable(() -> ScorecardFiles.read(Repository.read(file), "acme-health.yaml"));
            assertThat(told).isNotNull();
            assertThat(fence.text()).isEqualTo(told.getMessage() + "\n");
        });
    }

    /** A mapping of exports names files, and is tried where there are exports. */
    static List<Path> examples() {
        return Repository.filesIn("docs/examples", ".yaml").stream()
                .filter(file -> !Repository.read(file).contains("\nfiles:\n"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void offer_scorecards_that_are_sound(Path example) {
        assertThat(ScorecardFiles.read(example).measures()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.csm.docs.Repository#documents")
    void link_to_what_is_there(Path document) throws IOException {
        List<String> broken = new ArrayList<>();
        Matcher link = LINK.matcher(Repository.read(document));
        while (link.find()) {
            if (!link.group(1).startsWith("http") && !leadsSomewhere(document, link.group(1))) {
                broken.add(link.group(1));
            }
        }

        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        boolean inside = target.startsWith(Repository.ROOT) && Files.exists(target);
        return inside && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    private static List<String> anchors(Path document) {
        return HEADING.matcher(Repository.read(document))
                .results()
                .map(found -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("io.csm.docs.Repository#documents")
    void are_plain_ascii(Path document) {
        assertThat(Repository.read(document)).matches("\\p{ASCII}*");
    }

    @Test
    void number_the_decisions_without_a_gap() {
        List<String> numbers = Repository.filesIn("docs/decisions", ".md").stream()
                .map(file -> file.getFileName().toString().substring(0, 4))
                .toList();

        assertThat(numbers).isNotEmpty();
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(String.format(Locale.ROOT, "%04d", i + 1));
        }
    }
}
