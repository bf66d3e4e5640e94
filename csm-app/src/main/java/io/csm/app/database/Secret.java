package io.csm.app.database;

/**
 * A value that is used but never shown: its text form is {@code ***}, so that it can be part of settings that are
 * printed or logged.
 *
 * @param value the value itself; at least one character, none of them a control character
 */
public record Secret(String value) {

    public Secret {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("secret must not be empty but was empty");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("secret must not hold line breaks or control characters but did");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
