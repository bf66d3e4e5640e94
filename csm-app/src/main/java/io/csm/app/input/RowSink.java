package io.csm.app.input;

/** Takes what a {@link RowReader} finds, in the order of the file. */
public interface RowSink {

    /**
     * A sound row.
     *
     * @param row valid only during this call, because the reader fills the same object again for the next row
     */
    void row(Row row);

    /** A line that holds no sound row. */
    void refused(Refusal refusal);
}
