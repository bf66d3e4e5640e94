package io.csm.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the documents are held to: the files of this repository. */
final class Repository {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Path SAMPLES = ROOT.resolve("docs/src/test/java");
    private static final Pattern FENCE =
            Pattern.compile("(?:<!-- ([a-z-]+): (\\S+) -->\\n)?```([a-z]*)\\n(.*?)```\\n", Pattern.DOTALL);
    private static final Pattern TAGGED =
            Pattern.compile("[ \\t]*// tag::([a-z-]+)\\[\\]\\n(.*?)[ \\t]*// end::\\1\\[\\]\\n", Pattern.DOTALL);

    private Repository() {}

    /**
     * A fenced block of a document.
     *
     * @param kind what the comment before it says it is, such as {@code sample}; empty without one
     * @param name which one
     * @param language after the three backticks
     * @param text without the fences
     */
    record Fence(Path document, String kind, String name, String language, String text) {}

    /** The documents for people: those at the top, and those below docs. */
    static List<Path> documents() {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> below = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Path> filesIn(String folder, String ending) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Fence> fences() {
        List<Fence> fences = new ArrayList<>();
        for (Path document : documents()) {
            Matcher found = FENCE.matcher(read(document));
            while (found.find()) {
                fences.add(new Fence(
                        document, orEmpty(found.group(1)), orEmpty(found.group(2)), found.group(3), found.group(4)));
            }
        }
        return fences;
    }

    private static String orEmpty(String group) {
        return group == null ? "" : group;
    }

    /** The tagged regions of all samples, each under its name and moved to the left edge. */
    static Map<String, String> samples() {
        Map<String, String> samples = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            files.filter(file -> file.toString().endsWith("Test.java")).forEach(file -> {
                Matcher found = TAGGED.matcher(read(file));
                while (found.find()) {
                    samples.put(found.group(1), found.group(2).stripTrailing().stripIndent() + "\n");
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return samples;
    }
}
