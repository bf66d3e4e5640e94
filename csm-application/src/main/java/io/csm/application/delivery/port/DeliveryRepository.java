package io.csm.application.delivery.port;

import io.csm.application.access.TenantId;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.DomainEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The events of a tenant and what is delivered because of them. What is about an account that is not known is refused as
 * {@link io.csm.application.account.AccountNotFound}.
 */
public interface DeliveryRepository {

    /** Adds events; one whose id is there already is left as it is. */
    void appendEvents(TenantId tenant, Collection<DomainEvent> events);

    /** At most that many events, the latest first, then by id. */
    List<DomainEvent> listEvents(TenantId tenant, int limit);

    /**
     * Adds deliveries under new numbers, in the order in which they are handed over; one whose channel and key are there
     * already is left as it is.
     */
    void append(TenantId tenant, Collection<Delivery> deliveries);

    /**
     * At most that many deliveries of the channel that wait and are due, by number, for whoever asks first: until {@code
     * leasedUntil} nobody else gets them. One that was not saved by then is due again.
     */
    List<Delivery> lease(TenantId tenant, String channel, Instant now, Instant leasedUntil, int limit);

    /**
     * Stores what became of leased deliveries; their lease ends. One that was delivered stays so, whatever a late attempt
     * says.
     */
    void saveAll(TenantId tenant, Collection<Delivery> deliveries);

    /** The delivery of that number. */
    Optional<Delivery> find(TenantId tenant, long number);

    /** At most that many in one of these states, the latest first. */
    List<Delivery> list(TenantId tenant, Set<Delivery.State> states, int limit);

    /** How many there are in each state that any is in, by channel. */
    Map<String, Map<Delivery.State, Long>> count(TenantId tenant);

    /** Dead deliveries, by number, wait again from that instant on, with the attempts that they had; tells how many. */
    int retry(TenantId tenant, Collection<Long> numbers, Instant at);
}
