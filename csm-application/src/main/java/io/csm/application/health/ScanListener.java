package io.csm.application.health;

import io.csm.application.signal.RefusedRow;
import io.csm.domain.churn.AccountHealth;

/** Hears of a scan as it goes; called from the scanning thread. */
public interface ScanListener {

    /** An account was scored; with storing, it is committed with its batch. */
    default void onScored(AccountHealth health) {}

    /** A row was refused; the scan goes on. */
    default void onRefused(RefusedRow row) {}

    /** A batch is through. */
    default void onProgress(long scored, long refused) {}

    /** Asked between batches; true ends the scan with what is committed. */
    default boolean isCancelled() {
        return false;
    }
}
