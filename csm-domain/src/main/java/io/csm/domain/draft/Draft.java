package io.csm.domain.draft;

import io.csm.domain.account.AccountId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message prepared in a representative's mailbox. CSM never sends it.
 *
 * @param key names what it is about, such as {@code alert/acme}; the next draft with the same key replaces it; 1 to 2,000
 *     printable ASCII characters, see {@link #keyOf}
 * @param account about whom; empty for the portfolio
 * @param representative the user id of whose mailbox it is for; empty for the mailbox of the installation
 * @param subject one line, not blank
 * @param body plain text
 */
public record Draft(
        String key, Optional<AccountId> account, Optional<String> representative, String subject, String body) {

    private static final int LONGEST_KEY = 2_000;

    public Draft {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(representative, "representative");
        Objects.requireNonNull(body, "body");
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "the key of a draft must be 1 to " + LONGEST_KEY + " printable characters but was '" + key + "'");
        }
        subject = subject.replaceAll("\\s+", " ").strip();
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("the subject of a draft must not be blank");
        }
    }

    /** A key out of parts, such as {@code alert/acme}; whatever is in a part, the key is unique and printable. */
    public static String keyOf(String... parts) {
        return Arrays.stream(parts)
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/"));
    }
}
