package io.csm.app.channel;

import io.csm.application.access.TenantId;
import io.csm.application.delivery.Delivery;
import io.csm.domain.account.AccountId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What channels are given in tests. */
final class Deliveries {

    static final TenantId ACME = new TenantId("acme");
    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Deliveries() {}

    static Delivery event(String key) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("score", new BigDecimal("1E+1"));
        data.put("band", null);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("id", key);
        content.put("type", "alert_raised");
        content.put("occurred_at", "2026-03-02T08:00:00Z");
        content.put("account_id", "A-1");
        content.put("data", data);
        return delivery("webhook:crm", key, content);
    }

    static Delivery message(String key, String thread, String text) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("account_id", "A-1");
        content.put("thread", thread);
        content.put("text", text);
        return delivery("chat", key, content);
    }

    private static Delivery delivery(String channel, String key, Map<String, Object> content) {
        return Delivery.waiting(channel, key, Optional.of(new AccountId("A-1")), "an alert", content, NOW);
    }
}
