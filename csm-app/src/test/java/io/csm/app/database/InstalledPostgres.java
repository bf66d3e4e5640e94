package io.csm.app.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server made with the PostgreSQL programs that are installed on this machine: somebody else's, as seen from CSM. */
final class InstalledPostgres implements AutoCloseable {

    static final String SUPERUSER = "boss";
    static final Secret SUPERUSER_PASSWORD = new Secret("boss'es s%cret");

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path data;
    private final int port;

    private InstalledPostgres(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    static InstalledPostgres startIn(Path folder) throws Exception {
        Optional<Path> found = find();
        assumeTrue(
                found.isPresent(),
                "SKIPPED: the external database is NOT tested, as no PostgreSQL is installed in " + INSTALLED);
        InstalledPostgres server = new InstalledPostgres(found.orElseThrow(), folder.resolve("data"), freePort());
        Path passwordFile = Files.writeString(folder.resolve("password"), SUPERUSER_PASSWORD.value());
        server.run("initdb", "-U", SUPERUSER, "-A", "scram-sha-256", "--pwfile=" + passwordFile, "-E", "UTF8", "-N");
        server.run(
                "pg_ctl",
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + server.port + " -c fsync=off -c listen_addresses=127.0.0.1 -c unix_socket_directories=",
                "start");
        return server;
    }

    private static Optional<Path> find() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
                    .max(Comparator.comparingInt(programs ->
                            Integer.parseInt(programs.getParent().getFileName().toString())));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    int port() {
        return port;
    }

    Login superuser(String database) {
        return new Login(url(database), url(database), SUPERUSER, SUPERUSER_PASSWORD);
    }

    private void run(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (Integer.valueOf(0).equals(Files.getAttribute(data.getParent(), "unix:uid"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(programs.resolve(program).toString(), "-D", data.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
    }

    @Override
    public void close() throws Exception {
        run("pg_ctl", "-m", "fast", "-w", "stop");
    }
}
