package io.csm.adapter.notion;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which Notion databases belong to CSM; a part whose database is not named stays switched off. The environment
 * variables keep the names that other tools use.
 *
 * @param token {@code NOTION_TOKEN}: the secret of the connection; without it everything is switched off
 * @param accountsDatabaseId {@code NOTION_DATABASE_ID}: accounts, whose properties are signals too
 * @param healthDatabaseId {@code NOTION_CSM_HEALTH_DATABASE_ID}: health records
 * @param qbrDatabaseId {@code NOTION_CSM_QBR_DATABASE_ID}: quarterly business reviews
 * @param expansionDatabaseId {@code NOTION_CSM_EXPANSION_DATABASE_ID}: expansion opportunities
 * @param baseUrl where Notion is reached; empty for {@value #STANDARD_BASE_URL}
 */
public record NotionSettings(
        Optional<Token> token,
        Optional<String> accountsDatabaseId,
        Optional<String> healthDatabaseId,
        Optional<String> qbrDatabaseId,
        Optional<String> expansionDatabaseId,
        Optional<String> baseUrl) {

    static final String STANDARD_BASE_URL = "https://api.notion.com/v1";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * The secret of a connection to Notion; its text form is {@code ***}.
     *
     * @param value visible ASCII characters
     */
    public record Token(String value) {

        private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

        public Token {
            value = value.strip();
            if (!VISIBLE.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "the token of Notion must be one word of visible ASCII characters but was not");
            }
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    public NotionSettings {
        Objects.requireNonNull(token, "token");
        Stream.of(accountsDatabaseId, healthDatabaseId, qbrDatabaseId, expansionDatabaseId)
                .flatMap(Optional::stream)
                .forEach(NotionSettings::checkId);
        baseUrl.ifPresent(NotionSettings::checkUrl);
    }

    /** Nothing is connected. */
    public static NotionSettings none() {
        return new NotionSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another database of accounts. */
    public NotionSettings withAccountsDatabaseId(Optional<String> id) {
        return new NotionSettings(token, id, healthDatabaseId, qbrDatabaseId, expansionDatabaseId, baseUrl);
    }

    /** The same, reached elsewhere. */
    public NotionSettings withBaseUrl(Optional<String> url) {
        return new NotionSettings(token, accountsDatabaseId, healthDatabaseId, qbrDatabaseId, expansionDatabaseId, url);
    }

    /** Whether there is a token and at least one database. */
    public boolean isConfigured() {
        return token.isPresent()
                && Stream.of(accountsDatabaseId, healthDatabaseId, qbrDatabaseId, expansionDatabaseId)
                        .anyMatch(Optional::isPresent);
    }

    /** What is switched off and why, one sentence each; empty when everything is on. */
    public List<String> partsOff() {
        if (token.isEmpty()) {
            return List.of(
                    "Notion is switched off: set NOTION_TOKEN, or name a file that holds it in notion.token_file");
        }
        List<String> off = new ArrayList<>();
        sayOff(off, accountsDatabaseId, "accounts are neither read nor marked with their health", "NOTION_DATABASE_ID");
        sayOff(off, healthDatabaseId, "health records are not written", "NOTION_CSM_HEALTH_DATABASE_ID");
        sayOff(off, qbrDatabaseId, "business reviews are not written", "NOTION_CSM_QBR_DATABASE_ID");
        sayOff(off, expansionDatabaseId, "opportunities are not written", "NOTION_CSM_EXPANSION_DATABASE_ID");
        return List.copyOf(off);
    }

    String url() {
        String url = baseUrl.orElse(STANDARD_BASE_URL);
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static void sayOff(List<String> off, Optional<String> id, String what, String variable) {
        if (id.isEmpty()) {
            off.add(what + ": " + variable + " is not set");
        }
    }

    private static void checkId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("the id of a Notion database must be the letters, digits and dashes that"
                    + " its link ends with, but was '" + id + "'");
        }
    }

    // A token that leaves the machine without encryption is no secret any more.
    private static void checkUrl(String url) {
        URI uri = URI.create(url);
        String host = Optional.ofNullable(uri.getHost()).orElse("");
        boolean isSafe =
                "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && OWN_MACHINE.contains(host));
        if (!isSafe || host.isEmpty() || uri.getUserInfo() != null || uri.getQuery() != null) {
            throw new IllegalArgumentException("notion.base_url must be an https address without user and query,"
                    + " or http on this machine, but was '" + url + "'");
        }
    }
}
