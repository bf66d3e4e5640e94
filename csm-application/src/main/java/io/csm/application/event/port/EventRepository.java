package io.csm.application.event.port;

import io.csm.application.access.TenantId;
import io.csm.domain.event.Event;
import java.time.Instant;
import java.util.List;

/** The stream of events; each id is kept once, for ever as it came first. */
public interface EventRepository {

    /** What became of an event. */
    enum Outcome {
        STORED,
        /** The same event is there already. */
        DUPLICATE,
        /** Another event is there under that id; it stays, and this one is not stored. */
        CONFLICT,
        UNKNOWN_ACCOUNT
    }

    /**
     * Adds events as received at that instant, and says of each, in order, what became of it. Of two with one id in the
     * same call the first is stored.
     */
    List<Outcome> append(TenantId tenant, List<Event> events, Instant receivedAt);

    /** How many events there are. */
    long count(TenantId tenant);
}
