package io.csm.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Clears what a process that was killed has left of its server. Only the owner of the home may do so, which is why no
 * server found here can be in use.
 */
final class LeftoverServer {

    private static final String SECONDS_TO_STOP = "20";
    private static final long SECONDS_TO_DIE = 10;

    private final PostgresPrograms programs;
    private final Path data;

    LeftoverServer(PostgresPrograms programs, Path data) {
        this.programs = programs;
        this.data = data;
    }

    void clear() throws IOException {
        Optional<PostmasterFile> left = PostmasterFile.read(data);
        // without a live process of that number PostgreSQL itself knows best whether its file is stale
        if (left.flatMap(PostmasterFile::process).isPresent()) {
            clear(left.get(), left.get().process().get());
        }
    }

    private void clear(PostmasterFile file, ProcessHandle process) throws IOException {
        if (file.wasWrittenBy(process, data)) {
            stop(process);
        } else {
            Files.deleteIfExists(PostmasterFile.in(data));
        }
    }

    private void stop(ProcessHandle server) {
        // fast: a plain SIGTERM would wait for sessions that nobody will end any more
        programs.run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", SECONDS_TO_STOP, "stop");
        if (server.isAlive()) {
            kill(server);
        }
    }

    private void kill(ProcessHandle server) {
        server.destroyForcibly();
        try {
            server.onExit().get(SECONDS_TO_DIE, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException failure) {
            throw new DatabaseUnavailable(
                    "A PostgreSQL left over from a killed run (process %d) does not end: end it, then start again."
                            .formatted(server.pid()),
                    failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("The start of PostgreSQL was interrupted: start again.", interruption);
        }
    }
}
