package io.csm.adapter.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/** Tells documents apart by 32 bytes, or where rows are many by 16. */
final class Digest {

    private Digest() {}

    static byte[] of(String document) {
        return sha256().digest(document.getBytes(StandardCharsets.UTF_8));
    }

    /** Of texts in that order; what ends one and begins the next makes a difference. */
    static UUID ofParts(String... parts) {
        Bytes bytes = new Bytes();
        Arrays.stream(parts).forEach(bytes::text);
        return of(bytes);
    }

    static UUID of(Bytes bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes.array(), 0, bytes.size());
        ByteBuffer first = ByteBuffer.wrap(digest.digest());
        return new UUID(first.getLong(), first.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java knows SHA-256", impossible);
        }
    }
}
