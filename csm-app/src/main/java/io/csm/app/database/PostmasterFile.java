package io.csm.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The file in which a running server notes its process. After a crash it stays behind, and its number can belong to
 * another process by then: nothing may be signalled before it is certain that it is a server of this very directory.
 *
 * @param pid the process that wrote the file
 * @param directory the data directory as that process saw it
 * @param started when it started, in whole seconds
 * @param port the port on which it listens; empty while the file does not tell yet
 * @param ready whether it lets clients in
 */
record PostmasterFile(long pid, Path directory, Instant started, OptionalInt port, boolean ready) {

    private static final int PID = 0;
    private static final int DIRECTORY = 1;
    private static final int STARTED = 2;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    // what a corrected clock may shift between the time in the file and the one the system tells
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(1);

    static Path in(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** The file in this data directory; empty when there is none, or one that was never completely written. */
    static Optional<PostmasterFile> read(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(in(data));
            return Optional.of(new PostmasterFile(
                    Math.abs(Long.parseLong(lines.get(PID).strip())),
                    Path.of(lines.get(DIRECTORY).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(STARTED).strip())),
                    lines.size() > PORT
                            ? OptionalInt.of(Integer.parseInt(lines.get(PORT).strip()))
                            : OptionalInt.empty(),
                    lines.size() > STATUS && lines.get(STATUS).strip().equals("ready")));
        } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    /** Whether the server that has that process is up; one that is being stopped says so first. */
    static boolean tellsOf(long process, Path data) {
        try {
            // where nobody reaps the dead, a process seems alive after its end, but its file is gone or another's
            return read(data)
                    .filter(file -> file.ready() && file.pid() == process)
                    .flatMap(PostmasterFile::process)
                    .isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The process of that number, if one runs now; it may be a stranger. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    /** Whether this process is the server of this data directory. */
    boolean wasWrittenBy(ProcessHandle process, Path data) throws IOException {
        if (!isPostgres(process)) {
            return false;
        }
        Path current = Path.of("/proc", Long.toString(pid), "cwd");
        if (Files.isReadable(current)) {
            // a server works in its data directory, whatever path led there: the best proof there is
            return isSameFolder(current, data);
        }
        return isSameFolder(directory, data) && startedThen(process);
    }

    private static boolean isSameFolder(Path one, Path other) throws IOException {
        try {
            return Files.isSameFile(one, other);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .filter(instant -> Duration.between(instant, started).abs().compareTo(CLOCK_DRIFT) <= 0)
                .isPresent();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
    }
}
