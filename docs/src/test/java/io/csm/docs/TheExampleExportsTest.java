package io.csm.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exports that ship as an example come in, and README shows what is printed. */
class TheExampleExportsTest {

    private static final Path EXAMPLES = Repository.ROOT.resolve("docs/examples");

    @TempDir
    Path folder;

    private record Said(int code, String out) {}

    @Test
    void come_in_are_scored_and_explained_as_the_readme_shows() {
        Said imported = csm(
                "import",
                EXAMPLES.resolve("crm").toString(),
                "--mapping",
                EXAMPLES.resolve("crm.yaml").toString(),
                "--as-of",
                "2026-02-28");
        Said scanned = csm("scan", "--as-of", "2026-02-28");
        Said explained = csm("explain", "globex");

        assertThat(imported.code()).isEqualTo(1);
        assertThat(imported.out()).contains(shown("import")).contains("refused-usage.csv");
        assertThat(scanned.out()).contains("3 accounts scored, 3 stored");
        assertThat(scanned.code()).isZero();
        assertThat(explained.out()).contains(shown("explain"));
    }

    /** The block of README that shows that output. */
    private static String shown(String what) {
        Matcher block = Pattern.compile("<!-- output: " + what + " -->\\n```text\\n(.*?)```", Pattern.DOTALL)
                .matcher(Repository.read(Repository.ROOT.resolve("README.md")));
        assertThat(block.find()).as("README shows the output of " + what).isTrue();
        return block.group(1);
    }

    private Said csm(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.csm.app.Main"));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--home", folder.resolve("home").toString()));
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
