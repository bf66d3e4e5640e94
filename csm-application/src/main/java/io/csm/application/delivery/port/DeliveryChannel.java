package io.csm.application.delivery.port;

import io.csm.application.access.TenantId;
import io.csm.application.delivery.Delivery;

/**
 * Takes deliveries to where they belong. Taking one a second time, with the same key, must show the receiver the same
 * thing once, as far as the receiver lets it. It may be slow, so it is never called inside a unit of work.
 */
public interface DeliveryChannel {

    /** The name that its deliveries carry. */
    String name();

    /**
     * Takes the delivery, or says why not.
     *
     * @throws ChannelUnavailable when it may work later
     * @throws ChannelRefused when it never will
     */
    void take(TenantId tenant, Delivery delivery);
}
