package io.csm.app.database;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The unpacked PostgreSQL programs, and how to run them. */
final class PostgresPrograms {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    static final String REFUSES_ROOT = "PostgreSQL refuses to run as root, and this system allows no user namespace"
            + " (unshare -U) to get around that: start CSM as another user.";

    private final Path folder;
    private final List<String> prefix;

    private PostgresPrograms(Path folder, List<String> prefix) {
        this.folder = folder;
        this.prefix = List.copyOf(prefix);
    }

    /** Unpacks the programs below this folder, unless that was done before. */
    static PostgresPrograms below(Path folder) {
        try {
            Path unpacked = new Unpacking(PostgresArchive.forThisMachine(), folder).unpacked();
            return new PostgresPrograms(unpacked, weAreRoot(unpacked) ? List.of("unshare", "-U") : List.of());
        } catch (IOException failure) {
            throw FileFailure.explain(folder, failure);
        }
    }

    // PostgreSQL refuses to run as root; a user namespace of its own makes it nobody there, and still our files its own
    private static boolean weAreRoot(Path ours) throws IOException {
        return !WINDOWS && Integer.valueOf(0).equals(Files.getAttribute(ours, "unix:uid"));
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
