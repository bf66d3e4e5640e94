package io.csm.app.imports;

import io.csm.application.signal.RefusedRow;

/** Is told how an import goes. */
public interface ImportListener {

    /** A row of that file was not taken. */
    void onRefused(String file, RefusedRow why);

    /** Whether the import shall end after the rows at work. */
    boolean isCancelled();
}
