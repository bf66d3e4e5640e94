package io.csm.application.alert;

import io.csm.application.delivery.DomainEvent;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.Concern;
import io.csm.domain.alert.DigestLine;
import io.csm.domain.alert.Notice;
import io.csm.domain.churn.AccountHealth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of alerts to programs. */
final class AlertEvents {

    private static final int MOST_IN_A_DIGEST = 200;

    private AlertEvents() {}

    /** With the health for which the alert was raised, so that the event says the same whenever it is made. */
    static DomainEvent raised(Notice notice, AccountHealth health) {
        Map<String, Object> payload = of(notice);
        payload.put("evidence", notice.evidence());
        payload.put("score", BigDecimal.valueOf(health.score().value()));
        payload.put("band", health.score().rag().name());
        payload.put("churn_risk", health.risk().code());
        return event(notice.alert(), payload);
    }

    private static DomainEvent event(Alert alert, Map<String, Object> payload) {
        return new DomainEvent(
                "alert_raised/" + alert.raiseKey(),
                "alert_raised",
                Optional.of(alert.account()),
                alert.raisedAt(),
                payload);
    }

    static DomainEvent digest(String key, List<DigestLine> lines, Instant at) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("alerts", (long) lines.size());
        payload.put(
                "worst",
                lines.stream()
                        .limit(MOST_IN_A_DIGEST)
                        .map(line -> of(line.notice()))
                        .toList());
        return new DomainEvent(key, "alert_digest", Optional.empty(), at, payload);
    }

    private static Map<String, Object> of(Notice notice) {
        Alert alert = notice.alert();
        Concern concern = alert.concern();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("alert_id", alert.id());
        payload.put("account_id", alert.account().value());
        payload.put("alert_type", alert.type().code());
        payload.put("severity", concern.severity().code());
        payload.put("cause", concern.cause());
        payload.put("message", notice.message());
        payload.put("raised_at", alert.raisedAt().toString());
        payload.put("raises", (long) alert.raises());
        return payload;
    }
}
