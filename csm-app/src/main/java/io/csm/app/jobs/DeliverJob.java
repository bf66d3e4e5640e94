package io.csm.app.jobs;

import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.delivery.DeliverDue;
import io.csm.application.delivery.port.DeliveryChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Hands what is due to the channels. Each channel of a tenant has a job of its own, so that a slow or broken one holds up
 * none of the others.
 */
public final class DeliverJob {

    /** Its name, wherever it is named. */
    public static final String NAME = "deliver";

    /** Between the tenant and the channel in the name of an instance; neither holds one. */
    private static final String BETWEEN = "/";

    private final CustomerSuccess csm;
    private final List<DeliveryChannel> channels;

    public DeliverJob(CustomerSuccess csm, List<DeliveryChannel> channels) {
        this.csm = csm;
        this.channels = List.copyOf(channels);
    }

    /** The connected channels. */
    public List<DeliveryChannel> channels() {
        return channels;
    }

    static String instance(TenantId tenant, DeliveryChannel channel) {
        return tenant + BETWEEN + channel.name();
    }

    static TenantId tenant(String instance) {
        return new TenantId(instance.substring(0, instance.indexOf(BETWEEN)));
    }

    static String channel(String instance) {
        return instance.substring(instance.indexOf(BETWEEN) + 1);
    }

    /** Hands over all that is due by now; the sum of what became of it. */
    public DeliverDue.Done run(TenantId tenant, DeliveryChannel channel, BooleanSupplier stopping) {
        Actor actor = Actor.administrator(tenant, Origin.SCHEDULER);
        DeliverDue.Done sum = DeliverDue.Done.nothing();
        do {
            sum = sum.plus(csm.agent().deliverDue().deliver(actor, channel));
        } while (sum.moreWait() && !stopping.getAsBoolean());
        return sum;
    }

    /** The channel of an instance; empty when it is no longer connected. */
    Optional<DeliveryChannel> connected(String instance) {
        return channels.stream()
                .filter(channel -> channel.name().equals(channel(instance)))
                .findFirst();
    }
}
