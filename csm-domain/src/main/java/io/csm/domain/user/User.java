package io.csm.domain.user;

import java.util.Objects;
import java.util.Optional;

/**
 * Somebody of the vendor who works with CSM, such as the owner of an account.
 *
 * @param id the word by which accounts name their owner; 1 to 200 characters
 * @param name for people
 * @param email empty when it is not known
 */
public record User(String id, String name, Optional<String> email) {

    private static final int LONGEST = 200;

    public User {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(email, "email");
        if (id.isBlank() || id.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "user id must have 1 to " + LONGEST + " characters but was '" + id + "'");
        }
    }
}
