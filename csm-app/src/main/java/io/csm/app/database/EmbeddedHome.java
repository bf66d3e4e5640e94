package io.csm.app.database;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The home of an embedded database, which the first process that opens it owns and others use along with it. */
final class EmbeddedHome {

    // the owner may just be making the database, or be repairing it after a crash
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PACE = Duration.ofMillis(50);

    private final DatabaseSettings.Embedded settings;
    private final PostgresHome home;
    private final Duration patience;

    EmbeddedHome(DatabaseSettings.Embedded settings, Duration patience) {
        this.settings = settings;
        this.home = new PostgresHome(settings.home());
        this.patience = patience;
    }

    /** Starts the server of the home, or uses the one that another process has started. */
    <T> T open(Function<EmbeddedServer, T> own, Function<SharedServer, T> shared) {
        home.make();
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            // asked each time: the owner may end while we wait for its server
            Optional<HomeLock> lock = HomeLock.tryFor(home);
            if (lock.isPresent()) {
                return own.apply(EmbeddedServer.start(settings, home, lock.get()));
            }
            Optional<SharedServer> server = SharedServer.of(home);
            if (server.isPresent()) {
                return shared.apply(server.get());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new DatabaseUnavailable(
                        ("Home %s is in use by process %s, and its database does not answer: wait until that process has"
                                        + " started, stop it, or choose another home (CSM_HOME).")
                                .formatted(home.home(), HomeLock.owner(home)));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PACE.toMillis());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("The start of PostgreSQL was interrupted: start again.", interruption);
        }
    }
}
