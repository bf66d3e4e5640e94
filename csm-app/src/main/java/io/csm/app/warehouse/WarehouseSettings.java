package io.csm.app.warehouse;

import io.csm.app.database.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How to reach the warehouse.
 *
 * @param url a JDBC URL without user and password
 * @param user empty when the URL needs none
 * @param password empty when the URL needs none
 * @param timeout how long the query may take until its first row; at least a second; default 10 minutes
 */
public record WarehouseSettings(String url, Optional<String> user, Optional<Secret> password, Duration timeout) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

    public WarehouseSettings {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (!url.startsWith("jdbc:")) {
            throw new IllegalArgumentException(
                    "warehouse.url must be a JDBC URL such as jdbc:postgresql://host/database" + " but was '" + url
                            + "'");
        }
        if (url.toLowerCase(Locale.ROOT).contains("password=")) {
            throw new IllegalArgumentException(
                    "warehouse.url must not hold the password; set CSM_WAREHOUSE_PASSWORD instead");
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("warehouse.timeout must be at least PT1S but was " + timeout);
        }
    }

    /** The URL without its parameters, which may hold secrets of other kinds. */
    String shownUrl() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
