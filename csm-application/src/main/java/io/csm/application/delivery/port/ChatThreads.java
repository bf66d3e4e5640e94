package io.csm.application.delivery.port;

import io.csm.application.access.TenantId;
import java.util.Optional;

/** The threads of a chat that messages were put into, so that the next one about the same goes there too. */
public interface ChatThreads {

    /**
     * What the chat calls the thread; empty when none was begun.
     *
     * @param thread what we call it
     */
    Optional<String> find(TenantId tenant, String thread);

    /** Keeps what the chat calls the thread, instead of what was kept before. */
    void save(TenantId tenant, String thread, String ts);
}
