package io.csm.app.database;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The unpacked PostgreSQL programs, and how to run them. */
final class PostgresPrograms {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private static final int SECONDS_TO_STOP = 20;
    private static final int SECONDS_TO_STOP_AT_ONCE = 10;

    static final String REFUSES_ROOT = "PostgreSQL refuses to run as root, and this system allows no user namespace"
            + " (unshare -U) to get around that: start CSM as another user.";

    private final Path folder;

    // as PostgreSQL refuses to run as root: in a user namespace we are nobody, and our files are still ours
    private final List<String> prefix;

    private PostgresPrograms(Path folder, List<String> prefix) {
        this.folder = folder;
        this.prefix = List.copyOf(prefix);
    }

    /** Unpacks the programs below this folder, unless that was done before. */
    static PostgresPrograms below(Path folder) {
        try {
            Path unpacked = new Unpacking(PostgresArchive.forThisMachine(), folder).unpacked();
            return new PostgresPrograms(unpacked, OwnFiles.weAreRoot(folder) ? List.of("unshare", "-U") : List.of());
        } catch (IOException failure) {
            throw FileFailure.explain(folder, failure);
        }
    }

    record Finished(int status, String output) {

        boolean succeeded() {
            return status == 0;
        }
    }

    /** Runs a program to its end. */
    Finished run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(folder.resolve("bin")
                .resolve(WINDOWS ? program + ".exe" : program)
                .toString());
        command.addAll(arguments);
        return run(command);
    }

    Finished run(String program, String... arguments) {
        return run(program, Arrays.asList(arguments));
    }

    /**
     * Stops the server of this data directory: in good order, or, when that takes too long, at once, which costs the
     * next start a recovery. A server that meets a full disk can fail to stop in good order.
     */
    boolean stopServer(Path data) {
        return stop(data, "fast", SECONDS_TO_STOP) || stop(data, "immediate", SECONDS_TO_STOP_AT_ONCE);
    }

    private boolean stop(Path data, String mode, int seconds) {
        return run("pg_ctl", "-D", data.toString(), "-m", mode, "-w", "-t", Integer.toString(seconds), "stop")
                .succeeded();
    }

    /** The version of the programs, for example {@code 18.6}. */
    String version() {
        String line = run("postgres", "--version").output().strip();
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private Finished run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // settings of somebody's psql (PGDATA, PGPORT, PGOPTIONS) must not reach our server; C makes it speak English
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            return new Finished(process.waitFor(), output);
        } catch (IOException failure) {
            throw new DatabaseUnavailable(sentence(failure), failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("The work on PostgreSQL was interrupted: start again.", interruption);
        }
    }

    private String sentence(IOException failure) {
        return prefix.isEmpty()
                ? "The PostgreSQL programs cannot be run (%s): delete %s, then start again."
                        .formatted(failure.getMessage(), folder)
                : REFUSES_ROOT;
    }
}
