package io.csm.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where to connect, and as whom. */
record Login(String url, String shownUrl, String user, Secret password) {

    private static final int CONNECT_SECONDS = 10;
    private static final Duration WAIT_FOR_A_FREE_CONNECTION = Duration.ofSeconds(30);

    /** Connects without a pool; failures are told in a sentence. */
    Connection connect() {
        try {
            return unpooled().getConnection();
        } catch (SQLException failure) {
            throw ConnectionFailure.explain(this, failure);
        }
    }

    DataSource unpooled() {
        return source();
    }

    /** A pool that connects when it is first needed and keeps {@code idle} connections open. */
    HikariDataSource pool(String name, int largest, int idle) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source());
        config.setMaximumPoolSize(largest);
        config.setMinimumIdle(idle);
        config.setConnectionTimeout(WAIT_FOR_A_FREE_CONNECTION.toMillis());
        // the connection was tried before, so do not make the start wait for a second one
        config.setInitializationFailTimeout(-1);
        // the driver hands the zone of this machine to each session; results must not depend on where we run
        config.setConnectionInitSql("set time zone 'UTC'");
        return new HikariDataSource(config);
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password.value());
        source.setApplicationName("csm");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        return source;
    }
}
