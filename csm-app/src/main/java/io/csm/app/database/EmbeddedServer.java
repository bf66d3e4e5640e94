package io.csm.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server that this process starts on its home, owns, and stops. */
final class EmbeddedServer implements Server {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private static final int PORTS_TO_TRY = 5;
    // a start ends at once when it fails; it takes long only while it repairs the data after a crash
    private static final String SECONDS_TO_START = "180";
    private static final Duration WAIT_FOR_OLD_CHILDREN = Duration.ofSeconds(30);

    /** What no configuration file may change: nothing acknowledged is lost, nobody else gets in, nothing personal is logged. */
    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "listen_addresses=" + EmbeddedLogins.LOOPBACK,
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "timezone=UTC",
            "log_timezone=UTC",
            "lc_messages=C",
            "log_checkpoints=off",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");

    private final PostgresHome home;
    private final HomeLock lock;
    private final PostgresPrograms programs;
    private final Passwords passwords;
    private final Thread hook = new Thread(this::close, "csm-database-stop");
    private int port;
    private boolean closed;

    private EmbeddedServer(PostgresHome home, HomeLock lock, PostgresPrograms programs, Passwords passwords) {
        this.home = home;
        this.lock = lock;
        this.programs = programs;
        this.passwords = passwords;
    }

    /** Takes the home, which nobody else may use, and starts its server. */
    static EmbeddedServer start(DatabaseSettings.Embedded settings) {
        PostgresHome home = new PostgresHome(settings.home());
        home.make();
        return start(settings, home, HomeLock.of(home));
    }

    /** Starts the server of the home that is locked; on failure nothing is left running, and the lock is released. */
    static EmbeddedServer start(DatabaseSettings.Embedded settings, PostgresHome home, HomeLock lock) {
        try {
            PostgresPrograms programs = PostgresPrograms.below(settings.programs());
            EmbeddedServer server = new EmbeddedServer(home, lock, programs, Passwords.of(home));
            server.start(settings.port());
            return server;
        } catch (RuntimeException failure) {
            release(lock);
            throw failure;
        }
    }

    // synchronized with close, which the hook may call meanwhile: a server that is half started cannot be stopped
    private synchronized void start(int wanted) {
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            if (!home.hasData()) {
                new Cluster(home, programs, passwords).make();
            }
            new LeftoverServer(programs, home.data()).clear();
            port = wanted == DatabaseSettings.Embedded.ANY_FREE_PORT ? startOnAFreePort() : startOn(wanted);
        } catch (IOException failure) {
            close();
            throw FileFailure.explain(home.data(), failure);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private int startOn(int wanted) throws IOException {
        Optional<StartFailure> failure = attempt(wanted);
        if (failure.isPresent()) {
            throw failure.get().portInUse() ? portInUse(wanted) : failure.get().toException();
        }
        return wanted;
    }

    private static DatabaseUnavailable portInUse(int port) {
        return new DatabaseUnavailable(("Port %d, which the settings ask for, is in use by another program: stop that"
                        + " program, or set another port or none.")
                .formatted(port));
    }

    // between the choice of a port and its use another program can take it
    private int startOnAFreePort() throws IOException {
        for (int left = PORTS_TO_TRY; true; left--) {
            int candidate = freePort();
            Optional<StartFailure> failure = attempt(candidate);
            if (failure.isEmpty()) {
                return candidate;
            }
            if (left == 1 || !failure.get().portInUse()) {
                throw failure.get().toException();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
            return socket.getLocalPort();
        }
    }

    private Optional<StartFailure> attempt(int candidate) throws IOException {
        Instant deadline = Instant.now().plus(WAIT_FOR_OLD_CHILDREN);
        Optional<StartFailure> failure = launch(candidate);
        while (failure.filter(StartFailure::childrenOfTheLastServerStillRun).isPresent()
                && Instant.now().isBefore(deadline)) {
            failure = launch(candidate);
        }
        return failure;
    }

    private Optional<StartFailure> launch(int candidate) throws IOException {
        ServerLog log = ServerLog.fromNowOn(home.log());
        PostgresPrograms.Finished start = programs.run(
                "pg_ctl",
                "-D",
                home.data().toString(),
                "-l",
                home.log().toString(),
                "-w",
                "-t",
                SECONDS_TO_START,
                "-o",
                options(candidate),
                "start");
        return start.succeeded()
                ? Optional.empty()
                : Optional.of(new StartFailure(home, programs, start.output() + log.text()));
    }

    private static String options(int port) {
        return SETTINGS.stream()
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" ", "-p " + port + " ", ""));
    }

    PostgresHome home() {
        return home;
    }

    int port() {
        return port;
    }

    EmbeddedLogins logins() {
        return new EmbeddedLogins(port, passwords);
    }

    @Override
    public Optional<DataSource> superuser() {
        return Optional.of(logins().superuser(Roles.DATABASE).unpooled());
    }

    @Override
    public boolean isRunning() {
        try {
            Optional<PostmasterFile> file = PostmasterFile.read(home.data());
            return file.isPresent() && PostmasterFile.tellsOf(file.get().pid(), home.data());
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public void withoutShutdownHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            LOG.debug("the process ends already", alreadyShuttingDown);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            stop();
            release(lock);
            withoutShutdownHook();
        }
    }

    private void stop() {
        if (!programs.stopServer(home.data())) {
            LOG.debug("there was no server to stop in {}", home.data());
        }
    }

    private static void release(HomeLock lock) {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
