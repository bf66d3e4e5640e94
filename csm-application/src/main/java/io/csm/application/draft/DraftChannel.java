package io.csm.application.draft;

import io.csm.application.access.TenantId;
import io.csm.application.delivery.Channels;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.port.DeliveryChannel;
import io.csm.application.draft.port.DraftBox;

/** Takes drafts to the mailboxes of the representatives. */
public final class DraftChannel implements DeliveryChannel {

    private final DraftBox box;

    public DraftChannel(DraftBox box) {
        this.box = box;
    }

    @Override
    public String name() {
        return Channels.DRAFT;
    }

    @Override
    public void take(TenantId tenant, Delivery delivery) {
        box.put(tenant, DraftContent.read(delivery.content()), delivery.key(), delivery.createdAt());
    }
}
