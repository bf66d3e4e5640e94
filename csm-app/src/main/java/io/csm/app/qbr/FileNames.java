package io.csm.app.qbr;

import io.csm.domain.account.AccountId;
import io.csm.domain.qbr.Qbr;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files that any file system takes, also one that does not tell upper from lower case. */
final class FileNames {

    private static final int LONGEST = 60;
    private static final int DIGEST_BYTES = 8;
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private FileNames() {}

    static String of(Qbr qbr) {
        return slug(qbr.account()) + "-" + qbr.period().toString().replace(' ', '-') + "-"
                + qbr.trigger().code();
    }

    /** The id itself where it is plain; otherwise what is left of it and, after an underscore, a digest of it. */
    private static String slug(AccountId account) {
        String id = account.value();
        if (id.length() <= LONGEST && PLAIN.matcher(id).matches()) {
            return id;
        }
        return readable(id) + "_" + digest(id);
    }

    private static String readable(String id) {
        String letters = Normalizer.normalize(id, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = letters.substring(0, Math.min(LONGEST, letters.length()));
        String trimmed = cut.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? "account" : trimmed;
    }

    private static String digest(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("each Java has SHA-256", impossible);
        }
    }
}
