package io.csm.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a new, empty database cluster. */
record Cluster(PostgresHome home, PostgresPrograms programs, Passwords passwords) {

    static final String SUPERUSER = "postgres";

    /**
     * Written into postgresql.conf once, where a person may change them. Chosen for bulk imports on an ordinary
     * machine: few checkpoints, roomy sorts, no just-in-time compiler, which costs more than it saves on our queries.
     */
    private static final List<String> TUNING = List.of(
            "shared_buffers=128MB",
            "work_mem=16MB",
            "maintenance_work_mem=128MB",
            "effective_cache_size=1GB",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "checkpoint_completion_target=0.9",
            "random_page_cost=1.1",
            "max_connections=50",
            "jit=off");

    void make() {
        try {
            OwnFiles.deleteFolder(home.dataInTheMaking());
            initialize();
            Files.deleteIfExists(home.data());
            Files.move(home.dataInTheMaking(), home.data());
        } catch (IOException failure) {
            throw FileFailure.explain(home.data(), failure);
        }
    }

    private void initialize() throws IOException {
        Path passwordFile = home.folder().resolve("initial-password");
        OwnFiles.write(passwordFile, passwords.superuser().value() + "\n");
        try {
            PostgresPrograms.Finished initdb = programs.run("initdb", arguments(passwordFile));
            if (!initdb.succeeded()) {
                throw new StartFailure(home, programs, initdb.output()).toException();
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    // the builtin locale sorts and folds alike on every system; that of the C library changes with its version
    private List<String> arguments(Path passwordFile) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + home.dataInTheMaking(),
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        TUNING.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments;
    }
}
