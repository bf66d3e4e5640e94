package io.csm.application.draft.port;

import io.csm.application.access.TenantId;
import io.csm.domain.draft.Draft;
import java.time.Instant;

/** The drafts folders of the representatives. */
public interface DraftBox {

    /**
     * Puts the draft into the drafts folder of its representative; one with the same key that is there already is
     * replaced, unless its text was made later.
     *
     * @param id names this text of the draft: putting the same one twice leaves it as it is
     * @param at when the text was made
     * @throws io.csm.application.delivery.port.ChannelUnavailable when it may work later
     * @throws io.csm.application.delivery.port.ChannelRefused when it never will
     */
    void put(TenantId tenant, Draft draft, String id, Instant at);
}
