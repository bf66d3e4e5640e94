package io.csm.adapter.jdbc;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.JdbiException;

/** Rows of a cursor of which the next can be seen before it is taken. */
final class Ahead<T> {

    private final Iterator<T> rows;
    private Optional<T> next = Optional.empty();

    Ahead(Iterator<T> rows) {
        this.rows = rows;
    }

    Optional<T> peek() {
        try {
            if (next.isEmpty() && rows.hasNext()) {
                next = Optional.of(rows.next());
            }
            return next;
        } catch (JdbiException failure) {
            throw SqlFailures.translate(failure);
        }
    }

    /** Takes the next row if it is one of those. */
    Optional<T> takeIf(Predicate<T> wanted) {
        Optional<T> taken = peek().filter(wanted);
        if (taken.isPresent()) {
            next = Optional.empty();
        }
        return taken;
    }
}
