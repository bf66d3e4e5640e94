package io.csm.app.mail;

import io.csm.app.database.Secret;
import io.csm.application.access.TenantId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where drafts wait.
 *
 * @param server the mail server
 * @param standard the mailbox of the installation: for drafts that are for nobody, or for somebody without a mailbox here
 * @param representatives mailboxes by the user id, or the name, of a representative of tenant {@code default}; of another
 *     tenant by {@code tenant/representative}
 */
public record MailSettings(Server server, Mailbox standard, Map<String, Mailbox> representatives) {

    public MailSettings {
        representatives = Collections.unmodifiableMap(new LinkedHashMap<>(representatives));
    }

    /** The mailbox of that representative; empty when it is not known. */
    Optional<Mailbox> of(TenantId tenant, String representative) {
        String full = tenant + "/" + representative;
        return Optional.ofNullable(representatives.get(full))
                .or(() -> Optional.of(representative)
                        .filter(name -> tenant.equals(TenantId.DEFAULT) && !name.contains("/"))
                        .map(representatives::get));
    }

    /**
     * A mail server.
     *
     * @param host its name
     * @param port its port; 993 with {@code imaps}, 143 with {@code imap}
     * @param encrypted whether a connection is encrypted from its beginning; else it must become so before anything secret
     *     is said, except on this machine
     */
    public record Server(String host, int port, boolean encrypted) {

        private static final int PORT = 143;
        private static final int ENCRYPTED_PORT = 993;

        /**
         * Reads {@code imaps://host}, {@code imap://host}, each with {@code :port} or without.
         *
         * @throws IllegalArgumentException when it is none
         */
        public static Server parse(String url) {
            URI uri = uri(url);
            boolean encrypted = "imaps".equals(uri.getScheme());
            boolean isPlain = "imap".equals(uri.getScheme());
            boolean hasMore = uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null
                    || (uri.getRawPath() != null && !uri.getRawPath().matches("/?"));
            if (!(encrypted || isPlain) || uri.getHost() == null || hasMore) {
                throw malformed();
            }
            int port = uri.getPort() >= 0 ? uri.getPort() : encrypted ? ENCRYPTED_PORT : PORT;
            return new Server(uri.getHost().replaceAll("[\\[\\]]", ""), port, encrypted);
        }

        private static URI uri(String url) {
            try {
                return new URI(url.strip());
            } catch (URISyntaxException notEven) {
                throw malformed();
            }
        }

        // the value is not repeated, as somebody may have put a password into it
        private static IllegalArgumentException malformed() {
            return new IllegalArgumentException(
                    "mail.url must be imaps://host or imap://host, with :port or without, and"
                            + " without user, password and path");
        }

        boolean isThisMachine() {
            return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("::1");
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * A mailbox.
     *
     * @param user what the mail server knows it by, mostly its address
     * @param password its password, or the app password that the provider gives for programs
     */
    public record Mailbox(String user, Secret password) {

        public Mailbox {
            if (user.isBlank() || user.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "the user of a mailbox must be one line of text but was '" + user + "'");
            }
        }

        @Override
        public String toString() {
            return user;
        }
    }
}
