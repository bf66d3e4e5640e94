package io.csm.application.retention;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A stretch of history that is stored, and goes, as a whole.
 *
 * @param of which history
 * @param from its first day
 * @param until the day after its last
 * @param rows how many, as far as the database knows without counting; of all tenants
 * @param bytes on disk, indexes included
 */
public record OldHistory(Kept of, LocalDate from, LocalDate until, long rows, long bytes) {

    public OldHistory {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
    }
}
