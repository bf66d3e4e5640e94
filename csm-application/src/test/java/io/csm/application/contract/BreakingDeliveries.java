package io.csm.application.contract;

import io.csm.application.access.TenantId;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.DomainEvent;
import io.csm.application.delivery.port.DeliveryRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deliveries of which the power fails after so many writes, as often as one is tried. */
public final class BreakingDeliveries implements DeliveryRepository {

    private final DeliveryRepository real;
    private int writesLeft = Integer.MAX_VALUE;

    public BreakingDeliveries(DeliveryRepository real) {
        this.real = real;
    }

    public void breakAfter(int writes) {
        writesLeft = writes;
    }

    public void repair() {
        writesLeft = Integer.MAX_VALUE;
    }

    private void write() {
        if (writesLeft == 0) {
            throw new IllegalStateException("the power failed");
        }
        writesLeft--;
    }

    @Override
    public void appendEvents(TenantId tenant, Collection<DomainEvent> events) {
        write();
        real.appendEvents(tenant, events);
    }

    @Override
    public List<DomainEvent> listEvents(TenantId tenant, int limit) {
        return real.listEvents(tenant, limit);
    }

    @Override
    public void append(TenantId tenant, Collection<Delivery> deliveries) {
        write();
        real.append(tenant, deliveries);
    }

    @Override
    public List<Delivery> lease(TenantId tenant, String channel, Instant now, Instant leasedUntil, int limit) {
        return real.lease(tenant, channel, now, leasedUntil, limit);
    }

    @Override
    public void saveAll(TenantId tenant, Collection<Delivery> deliveries) {
        write();
        real.saveAll(tenant, deliveries);
    }

    @Override
    public Optional<Delivery> find(TenantId tenant, long number) {
        return real.find(tenant, number);
    }

    @Override
    public List<Delivery> list(TenantId tenant, Set<Delivery.State> states, int limit) {
        return real.list(tenant, states, limit);
    }

    @Override
    public Map<String, Map<Delivery.State, Long>> count(TenantId tenant) {
        return real.count(tenant);
    }

    @Override
    public int retry(TenantId tenant, Collection<Long> numbers, Instant at) {
        return real.retry(tenant, numbers, at);
    }
}
