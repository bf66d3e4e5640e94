package io.csm.domain.signal;

/** One of the values that a choice signal may take. */
public interface Choice {

    /** What stands in files, in the database and on the wire, such as {@code overdue_30}. */
    String code();
}
