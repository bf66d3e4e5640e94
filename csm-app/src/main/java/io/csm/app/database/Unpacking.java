package io.csm.app.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the programs into a folder named after their content. They are unpacked beside it and moved there when
 * complete, so that neither a kill in between nor a second process that does the same can leave half of them.
 */
record Unpacking(PostgresArchive archive, Path folder) {

    private static final String UNFINISHED = "unfinished-";
    private static final Duration SURELY_ABANDONED = Duration.ofHours(1);
    private static final int BUFFER = 1 << 16;
    private static final int EXECUTABLE = 0100;

    Path unpacked() throws IOException {
        OwnFiles.makeFolder(folder);
        refuseWhatOthersMayWrite();
        Path target = folder.resolve(archive.key());
        if (!Files.exists(target)) {
            removeAbandoned();
            unpackTo(target);
        }
        return target;
    }

    private void refuseWhatOthersMayWrite() throws IOException {
        if (OwnFiles.othersMayWrite(folder)) {
            throw new DatabaseUnavailable(
                    ("Folder %s for the PostgreSQL programs can be written by other users, who could"
                                    + " exchange them: start CSM as the owner of the folder and run chmod go-w on it, or choose"
                                    + " another home (CSM_HOME).")
                            .formatted(folder));
        }
    }

    private void unpackTo(Path target) throws IOException {
        Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
        try {
            unpackAll(unfinished);
            moveUnlessThere(unfinished, target);
        } finally {
            OwnFiles.deleteFolder(unfinished);
        }
    }

    private static void moveUnlessThere(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            // another process was quicker: its files are the same
            if (!Files.exists(target)) {
                throw failure;
            }
        }
    }

    private void removeAbandoned() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                Instant touched = Files.getLastModifiedTime(leftover).toInstant();
                if (touched.isBefore(Instant.now().minus(SURELY_ABANDONED))) {
                    OwnFiles.deleteFolder(leftover);
                }
            }
        }
    }

    private void unpackAll(Path destination) throws IOException {
        try (InputStream raw = new BufferedInputStream(archive.open(), BUFFER);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                unpack(entry, tar, destination);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path destination) throws IOException {
        Path path = destination.resolve(entry.getName()).normalize();
        if (!path.startsWith(destination)) {
            throw new IOException("archive entry " + entry.getName() + " leaves its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            if ((entry.getMode() & EXECUTABLE) != 0) {
                OwnFiles.makeExecutable(path);
            }
        }
    }
}
