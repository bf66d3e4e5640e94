package io.csm.app.config;

import io.csm.app.database.Secret;
import io.csm.app.document.YamlReader;
import io.csm.app.mail.MailSettings.Mailbox;
import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.DocumentNode.Entry;
import io.csm.domain.health.document.DocumentNode.Mapping;
import io.csm.domain.health.document.DocumentNode.Scalar;
import io.csm.domain.health.document.Location;
import io.csm.domain.signal.SimilarNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads which mailbox is whose: a representative, under it the user of the mailbox and where its password stands. */
final class MailboxesFile {

    private static final List<String> FIELDS = List.of("user", "password_file", "password_env");

    private final Path file;
    private final Map<String, String> environment;

    MailboxesFile(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /**
     * The mailboxes by representative.
     *
     * @throws IllegalArgumentException naming the place and the rule
     */
    Map<String, Mailbox> read() {
        DocumentNode root = parse();
        Map<String, Mailbox> mailboxes = new LinkedHashMap<>();
        for (Entry entry : mapping(root).entries()) {
            String representative = entry.key().text().strip();
            if (mailboxes.put(representative, mailbox(representative, entry.value())) != null) {
                throw mistake(entry.key().location(), representative + " stands here for the second time");
            }
        }
        return mailboxes;
    }

    private DocumentNode parse() {
        try {
            return YamlReader.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the file " + file + " of mailboxes cannot be read", unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(file + ", " + malformed.getMessage(), malformed);
        }
    }

    private Mapping mapping(DocumentNode node) {
        return node.asMapping()
                .orElseThrow(() -> mistake(
                        node.location(),
                        "must hold representatives, and under each user and password_file or password_env"));
    }

    private Mailbox mailbox(String representative, DocumentNode node) {
        Map<String, Scalar> fields = new LinkedHashMap<>();
        for (Entry entry : mapping(node).entries()) {
            String name = entry.key().text();
            if (!FIELDS.contains(name)) {
                throw mistake(
                        entry.key().location(), "a mailbox has no '" + name + "'" + SimilarNames.hint(name, FIELDS));
            }
            fields.put(
                    name,
                    entry.value()
                            .asScalar()
                            .orElseThrow(() -> mistake(entry.value().location(), name + " must be a single value")));
        }
        Scalar user = Optional.ofNullable(fields.get("user"))
                .orElseThrow(() -> mistake(node.location(), "the mailbox of " + representative + " has no user"));
        Secret password = password(representative, node, fields);
        return checked(user.location(), () -> new Mailbox(user.text().strip(), password));
    }

    private Secret password(String representative, DocumentNode node, Map<String, Scalar> fields) {
        Scalar variable = fields.get("password_env");
        Scalar path = fields.get("password_file");
        if ((variable == null) == (path == null)) {
            throw mistake(
                    node.location(),
                    "the mailbox of " + representative + " must have either password_file or password_env");
        }
        if (variable != null) {
            String value = environment.getOrDefault(variable.text(), "");
            if (value.isEmpty()) {
                throw mistake(variable.location(), "the environment variable " + variable.text() + " is not set");
            }
            return checked(variable.location(), () -> new Secret(value));
        }
        return fromFile(path);
    }

    private Secret fromFile(Scalar path) {
        try {
            String value = Files.readString(Path.of(path.text())).strip();
            return checked(path.location(), () -> new Secret(value));
        } catch (IOException unreadable) {
            throw mistake(path.location(), "the file " + path.text() + " of password_file cannot be read");
        }
    }

    private <T> T checked(Location where, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            throw mistake(where, String.valueOf(refused.getMessage()));
        }
    }

    private IllegalArgumentException mistake(Location where, String rule) {
        return new IllegalArgumentException(file + ", " + where + ": " + rule);
    }
}
