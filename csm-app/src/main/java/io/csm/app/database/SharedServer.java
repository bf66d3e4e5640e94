package io.csm.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server of a home that another process of CSM has started and owns: it is used, and neither stopped nor repaired. */
final class SharedServer implements Server {

    private static final Logger LOG = LoggerFactory.getLogger(SharedServer.class);

    private final PostgresHome home;
    private final EmbeddedLogins logins;
    private final long process;
    private final String owner;

    private SharedServer(PostgresHome home, EmbeddedLogins logins, long process, String owner) {
        this.home = home;
        this.logins = logins;
        this.process = process;
        this.owner = owner;
    }

    /** The server of this home when it is up, with its roles and its database made; empty while it is not. */
    static Optional<SharedServer> of(PostgresHome home) {
        try {
            Optional<PostmasterFile> file = PostmasterFile.read(home.data())
                    .filter(PostmasterFile::ready)
                    .filter(ready -> ready.port().isPresent());
            Optional<ProcessHandle> process = file.flatMap(PostmasterFile::process);
            if (process.isEmpty()
                    || !file.get().wasWrittenBy(process.get(), home.data())
                    || !Files.exists(home.passwords())) {
                return Optional.empty();
            }
            EmbeddedLogins logins = new EmbeddedLogins(file.get().port().getAsInt(), Passwords.of(home));
            return letsIn(logins)
                    ? Optional.of(new SharedServer(home, logins, file.get().pid(), HomeLock.owner(home)))
                    : Optional.empty();
        } catch (IOException failure) {
            throw FileFailure.explain(home.data(), failure);
        }
    }

    /** Its owner makes the database last. */
    private static boolean letsIn(EmbeddedLogins logins) {
        try (Connection connection =
                logins.application(Roles.DATABASE).unpooled().getConnection()) {
            return connection.isValid(0);
        } catch (SQLException notYet) {
            LOG.debug("the server on port {} lets nobody in yet", logins.port(), notYet);
            return false;
        }
    }

    PostgresHome home() {
        return home;
    }

    EmbeddedLogins logins() {
        return logins;
    }

    String owner() {
        return owner;
    }

    @Override
    public Optional<DataSource> superuser() {
        return Optional.of(logins.superuser(Roles.DATABASE).unpooled());
    }

    @Override
    public boolean isRunning() {
        return PostmasterFile.tellsOf(process, home.data());
    }

    @Override
    public Optional<String> loss() {
        return isRunning()
                ? Optional.empty()
                : Optional.of(
                        ("the database of home %s ended with process %s, which had started it; run the same command again and"
                                        + " it starts the database by itself, nothing that was stored is lost")
                                .formatted(home.home(), owner));
    }
}
