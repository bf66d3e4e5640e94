package io.csm.app.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another Java process that owns a home: it commits 1000 rows, keeps a long query running, and waits to be ended. With
 * {@code lock-only} it starts no server.
 */
final class OwnerProcess implements AutoCloseable {

    static final String ROWS = "select count(*) from kept";

    private final Process process;
    private final BufferedReader output;

    private OwnerProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static OwnerProcess of(Path home, String... options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OwnerProcess.class.getName(),
                home.toString());
        builder.command().addAll(List.of(options));
        OwnerProcess owner = new OwnerProcess(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        owner.awaitLine("ready");
        return owner;
    }

    void awaitLine(String expected) throws IOException {
        String line = output.readLine();
        while (!expected.equals(line)) {
            if (line == null) {
                throw new IOException("the other process ended without saying " + expected);
            }
            line = output.readLine();
        }
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    void terminate() throws InterruptedException {
        // Process.destroy would close our end of its output as well
        process.toHandle().destroy();
        awaitEnd();
    }

    private void awaitEnd() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the other process does not end");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("lock-only")) {
            PostgresHome home = new PostgresHome(Path.of(arguments[0]));
            home.make();
            try (HomeLock lock = HomeLock.of(home)) {
                System.out.println("ready");
                System.in.read();
            }
            return;
        }
        Database database = Database.open(Homes.at(Path.of(arguments[0])));
        Homes.tell(
                database.owner(),
                "drop table if exists kept",
                "create table kept (n int)",
                "grant select on kept to " + database.applicationRole(),
                "insert into kept select generate_series(1, 1000)");
        if (List.of(arguments).contains("own-order")) {
            database.withoutShutdownHook();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> finishWorkThenClose(database)));
        }
        Thread busy = new Thread(() -> runLongQuery(database));
        busy.setDaemon(true);
        busy.start();
        System.out.println("ready");
        System.in.read();
    }

    private static void finishWorkThenClose(Database database) {
        try {
            System.out.println("rows at the end: " + Homes.ask(database.application(), ROWS));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        database.close();
    }

    private static void runLongQuery(Database database) {
        try {
            Homes.ask(database.application(), "select pg_sleep(600)");
        } catch (SQLException ended) {
            System.out.println("the long query ended: " + ended.getSQLState());
        }
    }
}
