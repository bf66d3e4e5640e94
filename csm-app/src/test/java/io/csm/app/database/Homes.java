package io.csm.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
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

    /** A home that was used before and closed properly: a copy of one, as making a new database takes a second. */
    static DatabaseSettings.Embedded usedBefore(Path home) throws IOException {
        makeReady();
        try (Stream<Path> files = Files.walk(READY)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = home.resolve(READY.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    OwnFiles.makeFolder(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return at(home);
    }

    private static synchronized void makeReady() throws IOException {
        if (!ready) {
            OwnFiles.deleteFolder(READY);
            Database.open(at(READY)).close();
            ready = true;
        }
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
