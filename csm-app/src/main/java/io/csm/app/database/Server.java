package io.csm.app.database;

import java.util.Optional;
import javax.sql.DataSource;

/** What an open database owns besides its connections: nothing, unless the server is our own. */
interface Server extends AutoCloseable {

    default Optional<DataSource> superuser() {
        return Optional.empty();
    }

    default void withoutShutdownHook() {}

    /** False when it has ended and nobody here asked it to. */
    default boolean isRunning() {
        return true;
    }

    /** What to tell a person when the server has ended and that is not our doing; empty while all is well. */
    default Optional<String> loss() {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
