package io.csm.app.database;

import java.util.Optional;
import javax.sql.DataSource;

/** What an open database owns besides its connections: nothing, unless the server is our own. */
interface Server extends AutoCloseable {

    default Optional<DataSource> superuser() {
        return Optional.empty();
    }

    default void withoutShutdownHook() {}

    @Override
    default void close() {}
}
