package io.csm.app.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder {@code <home>/postgres}: which file of an embedded database lies where, and whether it is sound. */
record PostgresHome(Path home) {

    Path folder() {
        return home.resolve("postgres");
    }

    Path data() {
        return folder().resolve("data");
    }

    /** A cluster is made here and then moved to {@link #data()}, so that a kill in between leaves no half of one. */
    Path dataInTheMaking() {
        return folder().resolve("data.new");
    }

    Path passwords() {
        return folder().resolve("passwords");
    }

    Path log() {
        return folder().resolve("postgres.log");
    }

    Path lock() {
        return folder().resolve("lock");
    }

    void make() {
        if (Files.isRegularFile(home)) {
            throw new DatabaseUnavailable(
                    "Home %s is a file where a folder is needed: choose another home (CSM_HOME), or move the file away."
                            .formatted(home));
        }
        try {
            Files.createDirectories(home);
            OwnFiles.makeFolder(folder());
        } catch (IOException failure) {
            throw FileFailure.explain(folder(), failure);
        }
    }

    /** Whether there is a cluster to start; a damaged one is refused, as starting empty would look like lost data. */
    boolean hasData() {
        try {
            if (!Files.exists(data()) || isEmpty(data())) {
                return false;
            }
            if (majorVersion().isEmpty()) {
                throw new DatabaseUnavailable(
                        ("Data directory %s is damaged, as its file PG_VERSION is missing: put the"
                                        + " folder back from a backup, or move it away to start with an empty database.")
                                .formatted(data()));
            }
            // a copied or unpacked folder often comes back with wider permissions, which PostgreSQL refuses
            OwnFiles.closeFolderToOthers(data());
            return true;
        } catch (IOException failure) {
            throw FileFailure.explain(data(), failure);
        }
    }

    Optional<String> majorVersion() throws IOException {
        try {
            return Optional.of(Files.readString(data().resolve("PG_VERSION")).strip());
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }
}
