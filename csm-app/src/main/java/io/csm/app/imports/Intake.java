package io.csm.app.imports;

import java.util.List;
import java.util.Optional;

/**
 * Takes in rows of one target.
 *
 * @param <T> what a row becomes
 */
interface Intake<T> {

    /**
     * What the row says.
     *
     * @throws InvalidCell when it cannot be taken
     */
    T read(FieldValues values);

    /** What no two different rows of an import may have in common; empty where the store looks after that itself. */
    Optional<String> id(T read);

    /** Stores a batch, all that can be taken of it or nothing. */
    Stored store(List<T> batch);

    /**
     * What became of a batch.
     *
     * @param stored how many rows are new
     * @param unchanged how many said what was known
     * @param rejected the others, in order
     */
    record Stored(int stored, int unchanged, List<Rejected> rejected) {}

    /**
     * A row that was read and then not taken.
     *
     * @param index its place in the batch
     * @param field which field is to blame
     * @param value what stands there
     * @param rule what must stand there
     */
    record Rejected(int index, String field, String value, String rule) {}
}
