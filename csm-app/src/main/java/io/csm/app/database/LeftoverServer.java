package io.csm.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears what a process that was killed has left of its server. Only the owner of the home may do so, which is why no
 * server found here can be in use.
 */
final class LeftoverServer {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);

    private static final String SECONDS_TO_STOP = "20";
    private static final Duration TIME_TO_DIE = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(50);

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
        if (!file.wasWrittenBy(process, data)) {
            Files.deleteIfExists(PostmasterFile.in(data));
        } else if (!stopped()) {
            kill(file, process);
        }
    }

    // fast: a plain SIGTERM would wait for sessions that nobody will end any more
    private boolean stopped() {
        return programs.run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", SECONDS_TO_STOP, "stop")
                .succeeded();
    }

    private void kill(PostmasterFile file, ProcessHandle server) throws IOException {
        server.destroyForcibly();
        Instant deadline = Instant.now().plus(TIME_TO_DIE);
        while (file.wasWrittenBy(server, data)) {
            if (Instant.now().isAfter(deadline)) {
                throw new DatabaseUnavailable(
                        "A PostgreSQL left over from a killed run (process %d) does not end: end it, then start again."
                                .formatted(server.pid()));
            }
            awaitBriefly(server);
        }
    }

    // its end alone is not enough to go by: in a container without an init process it stays as a zombie for ever
    private static void awaitBriefly(ProcessHandle server) {
        try {
            server.onExit().get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notYet) {
            LOG.debug("process {} has not ended yet", server.pid(), notYet);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("The start of PostgreSQL was interrupted: start again.", interruption);
        }
    }
}
