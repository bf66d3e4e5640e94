package io.csm.app.mail;

import io.csm.application.access.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the headers of ours say about a draft.
 *
 * @param key what it is about, in its tenant
 * @param id names its text
 */
record Markings(String key, String id) {

    static final String KEY = "X-CSM-Draft-Key";
    static final String ID = "X-CSM-Draft-Id";

    /** A fingerprint of what we wrote, by which what a person changed is told from it. */
    static final String TEXT = "X-CSM-Draft-Text";

    /** When the text was made. Mail programs change the date of a draft that somebody works on. */
    static final String MADE = "X-CSM-Draft-Made";

    private static final int LONGEST = 200;

    static Markings of(TenantId tenant, String key, String id) {
        return new Markings(inAHeader(tenant + "/" + key), inAHeader(id));
    }

    /** What stands in one line of a header for sure: other and longer texts are represented by their digest. */
    private static String inAHeader(String text) {
        boolean fits =
                !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
        return fits ? text : "sha256-" + digest(text);
    }

    /** The fingerprint; line ends and blanks at the end of lines do not count, as servers change them. */
    static String fingerprint(String subject, String text) {
        return digest(
                subject.strip() + "\n" + text.replaceAll("[ \\t\\r]*\\n", "\n").strip());
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
