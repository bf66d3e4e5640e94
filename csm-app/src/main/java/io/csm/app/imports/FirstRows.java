package io.csm.app.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers where in an import an id stood first, and what it said, in 16 bytes each. */
final class FirstRows {

    /**
     * The row that had an id first.
     *
     * @param file its file
     * @param line its line
     */
    record First(String file, long line, long digest, long digestGoesOn) {
        boolean saysTheSame(First other) {
            return digest == other.digest && digestGoesOn == other.digestGoesOn;
        }
    }

    private final Map<String, First> rows = new HashMap<>();
    private final MessageDigest digest;

    FirstRows() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    First row(String file, long line, Object content) {
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        return new First(file, line, bytes.getLong(), bytes.getLong());
    }

    /** The one that had that id before; empty when this one is the first. */
    Optional<First> before(String id, First row) {
        return Optional.ofNullable(rows.putIfAbsent(id, row));
    }
}
