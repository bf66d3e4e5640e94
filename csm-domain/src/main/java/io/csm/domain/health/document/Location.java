package io.csm.domain.health.document;

import java.util.Comparator;

/**
 * Where something stands in a text.
 *
 * @param line from 1; 0 when the document was not a text
 * @param column from 1; 0 when the document was not a text
 */
public record Location(int line, int column) implements Comparable<Location> {

    /** Of a document that was not a text that somebody edits. */
    public static final Location UNKNOWN = new Location(0, 0);

    private static final Comparator<Location> READING_ORDER =
            Comparator.comparingInt(Location::line).thenComparingInt(Location::column);

    public boolean isKnown() {
        return line > 0;
    }

    @Override
    public int compareTo(Location other) {
        return READING_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return isKnown() ? "line " + line + ", column " + column : "unknown place";
    }
}
