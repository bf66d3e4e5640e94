package io.csm.app.input;

/**
 * What rows must look like.
 *
 * @param accountRequired whether each row must name its account in a column {@code account_id}
 * @param nested whether a value in JSON may be an object or a list
 * @param delimiter what stands between two cells of CSV
 */
public record RowRules(boolean accountRequired, boolean nested, char delimiter) {

    /** The rows of a signals file: one account each, and nothing nested. */
    public static final RowRules OF_SIGNALS = new RowRules(true, false, ',');

    /** Rows of any system, in columns of any names. */
    public static final RowRules ANY = new RowRules(false, true, ',');

    /** The same, with that between two cells. */
    public RowRules withDelimiter(char other) {
        return new RowRules(accountRequired, nested, other);
    }
}
