package io.csm.app.database;

/** How to connect to an embedded server on this machine. */
record EmbeddedLogins(int port, Passwords passwords) {

    static final String LOOPBACK = "127.0.0.1";

    Login superuser(String database) {
        return login(database, Cluster.SUPERUSER, passwords.superuser());
    }

    Login owner(String database) {
        return login(database, Roles.OWNER, passwords.owner());
    }

    Login application(String database) {
        return login(database, Roles.APPLICATION, passwords.application());
    }

    private Login login(String database, String user, Secret password) {
        String url = "jdbc:postgresql://%s:%d/%s".formatted(LOOPBACK, port, database);
        return new Login(url, url, user, password);
    }
}
