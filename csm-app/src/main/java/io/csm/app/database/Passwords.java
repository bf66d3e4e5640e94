package io.csm.app.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** The passwords of an embedded database: random, made once, kept in a file that only the current user may read. */
record Passwords(Secret superuser, Secret owner, Secret application) {

    private static final int RANDOM_BYTES = 24;

    static Passwords of(PostgresHome home) {
        Path file = home.passwords();
        try {
            if (!Files.exists(file)) {
                refuseWhenDataExist(home);
                OwnFiles.write(file, fresh().text());
            }
            return read(file);
        } catch (IOException failure) {
            throw FileFailure.explain(file, failure);
        }
    }

    private static void refuseWhenDataExist(PostgresHome home) {
        if (home.hasData()) {
            throw new DatabaseUnavailable(("Password file %s is missing although there is a database: put the file back"
                            + " from a backup, or move %s away to start with an empty database.")
                    .formatted(home.passwords(), home.data()));
        }
    }

    private static Passwords fresh() {
        SecureRandom random = new SecureRandom();
        return new Passwords(fresh(random), fresh(random), fresh(random));
    }

    private static Secret fresh(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private String text() {
        return "superuser=%s%nowner=%s%napplication=%s%n"
                .formatted(superuser.value(), owner.value(), application.value());
    }

    private static Passwords read(Path file) throws IOException {
        Properties entries = new Properties();
        entries.load(new StringReader(Files.readString(file)));
        return new Passwords(
                entry(entries, "superuser", file), entry(entries, "owner", file), entry(entries, "application", file));
    }

    private static Secret entry(Properties entries, String name, Path file) {
        return Optional.ofNullable(entries.getProperty(name))
                .filter(value -> !value.isEmpty())
                .map(Secret::new)
                .orElseThrow(() -> new DatabaseUnavailable(
                        "Password file %s is damaged, as it has no entry '%s': put the file back from a backup."
                                .formatted(file, name)));
    }
}
