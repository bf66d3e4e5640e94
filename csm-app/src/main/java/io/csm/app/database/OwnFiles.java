package io.csm.app.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that nobody but the current user may read. */
final class OwnFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final String FOLDER = "rwx------";
    private static final String PROGRAM = FOLDER;
    private static final String FILE = "rw-------";

    private OwnFiles() {}

    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, readableByUsOnly(FOLDER));
    }

    static void closeFolderToOthers(Path folder) throws IOException {
        permit(folder, FOLDER);
    }

    static void makeExecutable(Path program) throws IOException {
        permit(program, PROGRAM);
    }

    private static void permit(Path path, String permissions) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    /** Whether others could exchange what lies in this folder. */
    static boolean othersMayWrite(Path folder) throws IOException {
        return POSIX
                && (PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                                .matches("(.{4}w.*|.{7}w.*)")
                        || uid(folder) != ownUid(folder));
    }

    static boolean weAreRoot(Path folder) throws IOException {
        return POSIX && ownUid(folder) == 0;
    }

    // Java does not tell who we are, and the name it has can be that of a parent process; a new file belongs to us
    private static int ownUid(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "probe-", "");
        try {
            return uid(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static int uid(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    /** Writes a small file so that there is either all of it or none. */
    static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (SeekableByteChannel channel = Files.newByteChannel(
                draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), readableByUsOnly(FILE))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void deleteFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new Deletion());
        }
    }

    private static FileAttribute<?>[] readableByUsOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
