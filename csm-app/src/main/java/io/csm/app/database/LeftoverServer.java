package io.csm.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final int SECONDS_TO_DIE = 5;

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
        } else if (!programs.stopServer(data)) {
            kill(file, process);
        }
    }

    private void kill(PostmasterFile file, ProcessHandle server) throws IOException {
        server.destroyForcibly();
        if (!ends(server)) {
            refuseToWaitLonger(file, server);
            // a container without an init process keeps the dead one as a zombie, which PostgreSQL would take for alive
            Files.deleteIfExists(PostmasterFile.in(data));
        }
    }

    private void refuseToWaitLonger(PostmasterFile file, ProcessHandle server) throws IOException {
        if (file.wasWrittenBy(server, data)) {
            throw new DatabaseUnavailable(
                    "A PostgreSQL left over from a killed run (process %d) does not end: end it, then start again."
                            .formatted(server.pid()));
        }
    }

    private static boolean ends(ProcessHandle server) {
        try {
            server.onExit().get(SECONDS_TO_DIE, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException notYet) {
            LOG.debug("process {} has not ended yet", server.pid(), notYet);
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("The start of PostgreSQL was interrupted: start again.", interruption);
        }
    }
}
