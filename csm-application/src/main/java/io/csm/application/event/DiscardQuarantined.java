package io.csm.application.event;

import io.csm.application.access.Actor;
import io.csm.application.event.Quarantined.State;
import io.csm.application.event.port.QuarantineRepository;
import java.time.Instant;
import java.util.Collection;

/** Decides against quarantined events: they stay on record and wait no longer. */
public final class DiscardQuarantined {

    private final QuarantineRepository quarantine;

    public DiscardQuarantined(QuarantineRepository quarantine) {
        this.quarantine = quarantine;
    }

    /** Discards the open entries with these numbers; tells how many there were. */
    public int discard(Actor actor, Collection<Long> numbers, Instant at) {
        return quarantine.close(actor.tenant(), numbers, State.DISCARDED, at);
    }
}
