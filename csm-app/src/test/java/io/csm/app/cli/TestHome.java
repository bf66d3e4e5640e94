package io.csm.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One home with a real embedded database for all tests that store; each takes a tenant of its own. */
final class TestHome {

    private static final Path HOME = Path.of("target", "cli-home").toAbsolutePath();

    private static boolean ready;

    private TestHome() {}

    /** Empty once in the life of this process; the unpacked programs are kept, which saves seconds. */
    static synchronized Path folder() {
        if (!ready) {
            try {
                empty(HOME);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            ready = true;
        }
        return HOME;
    }

    /** Removes the database of a home. */
    static void empty(Path home) throws IOException {
        for (String part : List.of("data", "data.new", "passwords", "lock")) {
            delete(home.resolve("postgres").resolve(part));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static Terminal terminal() {
        return Terminal.plain().with("CSM_HOME", folder().toString());
    }
}
