package io.csm.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** CSM as a process of its own, as the launcher starts it. */
final class CsmProcess implements AutoCloseable {

    private static final long PACE_MILLIS = 10;

    private final Path home;
    private final Path err;
    private final Process process;

    private CsmProcess(Path home, Path err, Process process) {
        this.home = home;
        this.err = err;
        this.process = process;
    }

    static CsmProcess start(Path home, String... command) throws IOException {
        return start(home, Map.of(), command);
    }

    static CsmProcess start(Path home, Map<String, String> environment, String... command) throws IOException {
        Files.createDirectories(home);
        Path err = Files.createTempFile(home, "err-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.csm.app.Main");
        builder.command().addAll(List.of(command));
        builder.environment().keySet().removeIf(name -> name.startsWith("CSM_"));
        builder.environment().put("CSM_HOME", home.toString());
        builder.environment().putAll(environment);
        return new CsmProcess(home, err, builder.redirectError(err.toFile()).start());
    }

    OutputStream stdin() {
        return process.getOutputStream();
    }

    /** The first line of output; what comes after it is not read any more. */
    String head() throws IOException {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            return String.valueOf(output.readLine());
        }
    }

    /** Waits for a line of output that begins so; what was said before it is not heard any more. */
    void awaitLine(String beginning) throws IOException {
        StringBuilder line = new StringBuilder();
        while (!line.toString().startsWith(beginning) || !line.toString().endsWith("\n")) {
            int read = process.getInputStream().read();
            if (read < 0) {
                throw new AssertionError("the process ended without saying: " + beginning + "; " + err());
            }
            line = line.toString().endsWith("\n") ? new StringBuilder() : line;
            line.append((char) read);
        }
    }

    String out() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    /** Waits until a query on its database, as the superuser, gives at least so much. */
    void await(String query, long atLeast) throws IOException, InterruptedException {
        while (ask(query) < atLeast) {
            if (process.waitFor(PACE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the process ended too early: " + out() + err());
            }
        }
    }

    /** -1 while the database cannot be asked. */
    private long ask(String query) throws IOException {
        try (Connection connection = DriverManager.getConnection(url(home), "postgres", password(home, "superuser"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException | NoSuchFileException | IndexOutOfBoundsException notYet) {
            return -1;
        }
    }

    static String url(Path home) throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + postmaster(home).get(3) + "/csm";
    }

    private static List<String> postmaster(Path home) throws IOException {
        return Files.readAllLines(home.resolve("postgres").resolve("data").resolve("postmaster.pid"));
    }

    static String password(Path home, String role) throws IOException {
        Properties passwords = new Properties();
        passwords.load(
                new StringReader(Files.readString(home.resolve("postgres").resolve("passwords"))));
        return passwords.getProperty(role, "");
    }

    long pid() {
        return process.pid();
    }

    void signal(String name) throws IOException, InterruptedException {
        signal(name, process.pid());
    }

    void killDatabase() throws IOException, InterruptedException {
        signal("KILL", Long.parseLong(postmaster(home).get(0)));
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
    }

    int end() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the process does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
