package io.csm.app.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The log of an embedded server, read from where one attempt to start it begins. */
final class ServerLog {

    private static final long LARGE = 10L << 20;
    private static final int TAIL = 1 << 16;

    private final Path file;
    private final long begin;

    private ServerLog(Path file, long begin) {
        this.file = file;
        this.begin = begin;
    }

    /** Marks the present end of the log; one that has grown large is put aside as {@code .old} first. */
    static ServerLog fromNowOn(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGE) {
            Path old = file.resolveSibling(file.getFileName() + ".old");
            Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
        }
        return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    /** What was logged since, its last 64 kB at most. */
    String text() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(begin, log.length() - TAIL);
            log.seek(from);
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
