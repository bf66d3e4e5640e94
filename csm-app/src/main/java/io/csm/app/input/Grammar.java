package io.csm.app.input;

/** How rows are written on lines: the one place where CSV and JSON lines differ. */
interface Grammar {

    /** Reads a sound line and hands the row, or the refusal, to the sink. */
    void read(Lines line, RowSink sink);
}
