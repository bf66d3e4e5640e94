package io.csm.app.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets one process at a time own a home. The operating system drops the lock when the process dies, however it dies. */
final class HomeLock implements AutoCloseable {

    // far behind the text, as on some systems nobody else may read a locked range
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    // closing any channel of a file drops this process's lock on it, so a second owner in here must not even open it
    private static final Set<Path> OWNED_HERE = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final FileChannel channel;

    private HomeLock(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /** The lock of this home, or a refusal that says who has it. */
    static HomeLock of(PostgresHome home) {
        return tryFor(home).orElseThrow(() -> inUse(home, "process " + owner(home)));
    }

    /** The lock of this home; empty when another process has it. A second owner in this process is refused. */
    static Optional<HomeLock> tryFor(PostgresHome home) {
        try {
            Path key = home.folder().toRealPath();
            if (!OWNED_HERE.add(key)) {
                throw inUse(home, "this process");
            }
            return lock(home, key);
        } catch (IOException failure) {
            throw FileFailure.explain(home.lock(), failure);
        }
    }

    /** The number of the process that owns this home, as it wrote it down. */
    static String owner(PostgresHome home) {
        try {
            return Files.readString(home.lock()).strip();
        } catch (IOException unreadable) {
            return "unknown";
        }
    }

    private static Optional<HomeLock> lock(PostgresHome home, Path key) throws IOException {
        boolean owned = false;
        FileChannel channel = open(home, key);
        try {
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            channel.truncate(0).write(ByteBuffer.wrap(ownPid().getBytes(StandardCharsets.UTF_8)));
            owned = true;
            return Optional.of(new HomeLock(key, channel));
        } finally {
            if (!owned) {
                channel.close();
                OWNED_HERE.remove(key);
            }
        }
    }

    private static FileChannel open(PostgresHome home, Path key) throws IOException {
        try {
            return FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            OWNED_HERE.remove(key);
            throw failure;
        }
    }

    private static String ownPid() {
        return ProcessHandle.current().pid() + "\n";
    }

    private static DatabaseUnavailable inUse(PostgresHome home, String owner) {
        return new DatabaseUnavailable(
                ("Home %s is already in use by %s: stop that first, or choose another home" + " (CSM_HOME).")
                        .formatted(home.home(), owner));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        OWNED_HERE.remove(key);
    }
}
