package io.csm.app.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What the tests of embedded databases share: the unpacked programs, and short ways to ask. */
final class Homes {

    private static final Path PROGRAMS = Path.of("target", "postgres-programs");

    private static final Path READY = Path.of("target", "ready-home");

    private static boolean ready;

    private Homes() {}

    static DatabaseSettings.Embedded at(Path home) {
        return new DatabaseSettings.Embedded(home).withPrograms(PROGRAMS);
    }

    /**
     * A home that was used before and closed properly, as making a new database takes a second. One test after another
     * uses it; a test that damages its home takes one of its own.
     */
    static synchronized Path usedBefore() throws IOException {
        if (!ready) {
            OwnFiles.deleteFolder(READY);
            Database.open(at(READY)).close();
            ready = true;
        }
        return READY.toAbsolutePath();
    }

    static String ask(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    static void tell(DataSource source, String... commands) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
