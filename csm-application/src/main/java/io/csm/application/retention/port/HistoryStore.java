package io.csm.application.retention.port;

import io.csm.application.retention.Kept;
import io.csm.application.retention.OldHistory;
import java.time.LocalDate;
import java.util.List;

/** The histories of all tenants, in stretches. */
public interface HistoryStore {

    /** The stretches that end before that day, the oldest first. */
    List<OldHistory> listBefore(Kept kept, LocalDate day);

    /** Removes a stretch, with whatever belongs to it alone; one that is gone already is no error. */
    void remove(OldHistory old);
}
