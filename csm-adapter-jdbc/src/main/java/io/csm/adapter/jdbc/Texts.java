package io.csm.adapter.jdbc;

import java.util.Collection;

/** Texts as the database takes them. */
final class Texts {

    private static final char NOTHING = '\u0000';
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** The same with the replacement character for each U+0000, which PostgreSQL keeps in no text. */
    static String storable(String text) {
        return text.replace(NOTHING, REPLACEMENT);
    }

    static String[] storable(Collection<String> texts) {
        return texts.stream().map(Texts::storable).toArray(String[]::new);
    }
}
