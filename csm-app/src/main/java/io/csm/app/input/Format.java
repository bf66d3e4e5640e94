package io.csm.app.input;

/** How a file of rows is written, as its first line that is not blank shows. */
public enum Format {
    /** A header of column names, then one row a line. */
    CSV,
    /** One JSON object a line. */
    JSON_LINES,
    /** Nothing but blank lines: neither a row nor a refusal comes out of it. */
    EMPTY
}
