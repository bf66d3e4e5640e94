package io.csm.app.bench;

import io.csm.app.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What the server does by itself from time to time, done at a time that is not measured. */
final class Housekeeping {

    private Housekeeping() {}

    static void tidyUp(Database database, String... tables) {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("vacuum (analyze) csm." + table);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the tables could not be vacuumed", failure);
        }
    }
}
