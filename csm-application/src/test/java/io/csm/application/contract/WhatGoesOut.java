package io.csm.application.contract;

import io.csm.application.CustomerSuccess;
import io.csm.application.access.TenantId;
import io.csm.application.delivery.Channels;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.DomainEvent;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a tenant has recorded and put on its way, as tests look at it. */
public final class WhatGoesOut {

    /** One channel of each kind. */
    public static final Channels ALL_CHANNELS = new Channels(List.of("webhook:crm", "draft", "chat", "workspace"));

    private static final int MANY = 100_000;

    private final CustomerSuccess.Ports ports;
    private final TenantId tenant;

    private WhatGoesOut(CustomerSuccess.Ports ports, TenantId tenant) {
        this.ports = ports;
        this.tenant = tenant;
    }

    public static WhatGoesOut of(CustomerSuccess.Ports ports) {
        return of(ports, Fixtures.ACME);
    }

    public static WhatGoesOut of(CustomerSuccess.Ports ports, TenantId tenant) {
        return new WhatGoesOut(ports, tenant);
    }

    /** All deliveries, in the order of their making. */
    public List<Delivery> deliveries() {
        return ports.deliveries().list(tenant, EnumSet.allOf(Delivery.State.class), MANY).stream()
                .sorted(Comparator.comparingLong(Delivery::number))
                .toList();
    }

    public List<Delivery> to(String channel) {
        return deliveries().stream()
                .filter(delivery -> delivery.channel().equals(channel))
                .toList();
    }

    /** How many there are for each channel that has any. */
    public Map<String, Long> byChannel() {
        return deliveries().stream()
                .collect(Collectors.groupingBy(Delivery::channel, TreeMap::new, Collectors.counting()));
    }

    /** How many events of each type are recorded. */
    public Map<String, Long> events() {
        return recorded().stream()
                .map(DomainEvent::type)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** All events, the latest first. */
    public List<DomainEvent> recorded() {
        return ports.deliveries().listEvents(tenant, MANY);
    }
}
