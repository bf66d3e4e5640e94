package io.csm.application.retention;

import io.csm.application.retention.port.HistoryStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Removes history that is older than the policy keeps. A stretch goes when its last day is too old. */
public final class RunRetention {

    private final HistoryStore histories;
    private final RetentionSettings settings;
    private final Clock clock;

    public RunRetention(HistoryStore histories, RetentionSettings settings, Clock clock) {
        this.histories = histories;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Removes what is too old, or only looks.
     *
     * @param dryRun whether nothing is removed
     * @return what was removed, or would be
     */
    public List<OldHistory> run(boolean dryRun) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<OldHistory> old = new ArrayList<>();
        for (Kept kept : Kept.values()) {
            old.addAll(histories.listBefore(kept, settings.keptFrom(kept, today)));
        }
        if (!dryRun) {
            old.forEach(histories::remove);
        }
        return List.copyOf(old);
    }
}
