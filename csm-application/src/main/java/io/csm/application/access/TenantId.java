package io.csm.application.access;

import java.util.regex.Pattern;

/**
 * One vendor's own world inside an installation; nothing crosses it.
 *
 * @param value 1 to 40 lower-case letters, digits and dashes, beginning with a letter or digit
 */
public record TenantId(String value) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** The tenant of an installation that has only one. */
    public static final TenantId DEFAULT = new TenantId("default");

    public TenantId {
        if (!SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "tenant must be 1 to 40 lower-case letters, digits and dashes but was '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
