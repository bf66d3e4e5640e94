package io.csm.domain.fact;

/**
 * The id that a system gave to one of its records. Reporting one id twice reports one thing.
 *
 * @param source the system, such as {@code zendesk}; 1 to 60 characters
 * @param id unique within that system and kind of record; 1 to 200 characters
 */
public record FactId(String source, String id) implements Comparable<FactId> {

    private static final int LONGEST_SOURCE = 60;
    private static final int LONGEST_ID = 200;

    public FactId {
        refuse("source", source, LONGEST_SOURCE);
        refuse("id", id, LONGEST_ID);
    }

    private static void refuse(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    what + " must have 1 to " + longest + " characters but was '" + text + "'");
        }
    }

    @Override
    public int compareTo(FactId other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return source + " " + id;
    }
}
