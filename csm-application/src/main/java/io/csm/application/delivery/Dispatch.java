package io.csm.application.delivery;

import io.csm.application.access.TenantId;
import io.csm.application.delivery.port.DeliveryRepository;
import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts things on their way, inside the unit of work that stores what they tell of: either both are kept, or neither is.
 * For a channel that is not connected it does nothing.
 */
public final class Dispatch {

    private final DeliveryRepository deliveries;
    private final Channels channels;

    public Dispatch(DeliveryRepository deliveries, Channels channels) {
        this.deliveries = deliveries;
        this.channels = channels;
    }

    /** Whether any channel is connected. */
    public boolean reachesAnybody() {
        return !channels.names().isEmpty();
    }

    /** Records events. */
    public void record(TenantId tenant, List<DomainEvent> events) {
        deliveries.appendEvents(tenant, events);
    }

    /** Puts an event on its way to each subscriber. */
    public void tell(TenantId tenant, DomainEvent event) {
        deliveries.append(
                tenant,
                channels.webhooks().stream()
                        .map(channel -> Delivery.waiting(
                                channel,
                                event.id(),
                                event.account(),
                                event.type(),
                                envelope(tenant, event),
                                event.occurredAt()))
                        .toList());
    }

    private static Map<String, Object> envelope(TenantId tenant, DomainEvent event) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("id", event.id());
        envelope.put("type", event.type());
        envelope.put("tenant", tenant.value());
        envelope.put("occurred_at", event.occurredAt().toString());
        envelope.put("account_id", event.account().map(AccountId::value).orElse(null));
        envelope.put("data", event.payload());
        return envelope;
    }

    /** Puts something on its way to one channel, under a key that names it. */
    public void send(
            TenantId tenant,
            String channel,
            String key,
            Optional<AccountId> account,
            String title,
            Map<String, Object> content,
            Instant at) {
        if (channels.has(tenant, channel)) {
            deliveries.append(tenant, List.of(Delivery.waiting(channel, key, account, title, content, at)));
        }
    }
}
