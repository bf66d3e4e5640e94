package io.csm.app.database;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which PostgreSQL to use. There are two kinds: {@link Embedded} and {@link External}. */
public sealed interface DatabaseSettings {

    /**
     * Branches on the kind of database.
     *
     * @param <T> what both branches give
     * @param embedded used when the database is embedded
     * @param external used when the database is external
     * @return what the chosen branch gave
     */
    <T> T match(Function<Embedded, T> embedded, Function<External, T> external);

    /**
     * A PostgreSQL of our own, on this machine only. Its data survive restarts in {@code <home>/postgres/data}. One
     * process at a time owns a home; others use its database while it runs.
     *
     * @param home the folder that holds the installation; made when it does not exist
     * @param port the TCP port on the loopback interface, 1 to 65535, or {@link #ANY_FREE_PORT}, the default
     * @param programs the folder where the PostgreSQL programs are unpacked, by default below the home. Homes may share
     *     one, which saves each new home the unpacking (the larger part of a first start, and 60 MB)
     */
    record Embedded(Path home, int port, Path programs) implements DatabaseSettings {

        /** Choose a port that is free at each start. */
        public static final int ANY_FREE_PORT = 0;

        private static final int LAST_PORT = 65_535;

        public Embedded {
            if (home.toString().isBlank()) {
                throw new IllegalArgumentException("database home must not be blank but was '" + home + "'");
            }
            if (port < ANY_FREE_PORT || port > LAST_PORT) {
                throw new IllegalArgumentException("database port must be 0 (any free one) to 65535 but was " + port);
            }
            home = home.toAbsolutePath().normalize();
            programs = programs.toAbsolutePath().normalize();
        }

        /**
         * An embedded database on any free port, with its programs below the home.
         *
         * @param home the folder that holds the installation
         */
        public Embedded(Path home) {
            this(home, ANY_FREE_PORT, home.resolve("postgres").resolve("programs"));
        }

        /**
         * Asks for a fixed port.
         *
         * @param fixed 1 to 65535, or {@link #ANY_FREE_PORT}
         * @return these settings with that port
         */
        public Embedded withPort(int fixed) {
            return new Embedded(home, fixed, programs);
        }

        /**
         * Unpacks the programs somewhere else.
         *
         * @param folder a folder that belongs to the current user; several homes may share it
         * @return these settings with that folder
         */
        public Embedded withPrograms(Path folder) {
            return new Embedded(home, port, folder);
        }

        @Override
        public <T> T match(Function<Embedded, T> embedded, Function<External, T> external) {
            return embedded.apply(this);
        }
    }

    /**
     * A PostgreSQL, 15 or newer, that somebody else runs.
     *
     * @param url a JDBC URL, {@code jdbc:postgresql://host:port/database?parameters}; without user and password
     * @param user the role the application works with: no superuser, no BYPASSRLS, owns nothing
     * @param password its password
     * @param ownerUser the role that owns the tables and migrates them; another one than {@code user}
     * @param ownerPassword its password
     */
    record External(String url, String user, Secret password, String ownerUser, Secret ownerPassword)
            implements DatabaseSettings {

        private static final String PREFIX = "jdbc:postgresql:";
        private static final Pattern CREDENTIALS = Pattern.compile("[?&](user|password)=");

        public External {
            if (!url.startsWith(PREFIX)) {
                throw new IllegalArgumentException(
                        "database url must start with " + PREFIX + " but was '" + withoutParameters(url) + "'");
            }
            if (CREDENTIALS.matcher(url.toLowerCase(Locale.ROOT)).find()) {
                throw new IllegalArgumentException("database url must not hold user or password, which have settings"
                        + " of their own, but did: '" + withoutParameters(url) + "'");
            }
            requireName("database user", user);
            requireName("database owner user", ownerUser);
        }

        private static void requireName(String what, String name) {
            if (name.isBlank()) {
                throw new IllegalArgumentException(what + " must not be blank but was '" + name + "'");
            }
        }

        /** Without anything that may be secret: parameters, and a password before the host. */
        private static String withoutParameters(String url) {
            int parameters = url.indexOf('?');
            String shown = parameters < 0 ? url : url.substring(0, parameters);
            return shown.replaceFirst("//.*@", "//***@");
        }

        /** The URL as it may be shown: parameters can hold secrets (a key's password), so they are left out. */
        String shownUrl() {
            return withoutParameters(url);
        }

        @Override
        public <T> T match(Function<Embedded, T> embedded, Function<External, T> external) {
            return external.apply(this);
        }

        @Override
        public String toString() {
            return "External[url=%s, user=%s, ownerUser=%s]".formatted(shownUrl(), user, ownerUser);
        }
    }
}
