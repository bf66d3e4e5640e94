package io.csm.application.directory;

import io.csm.domain.account.AccountId;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.health.Rag;
import io.csm.domain.qbr.Qbr;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What travels to the workspace: a health record whole; of a review and of an opportunity the name under which it is
 * kept, so that what is written is what is stored by then.
 */
public final class WorkspaceContent {

    /** The field that says which of the three it is. */
    public static final String KIND = "kind";

    public static final String HEALTH = "health";
    public static final String QBR = "qbr";
    public static final String OPPORTUNITY = "opportunity";

    private WorkspaceContent() {}

    public static Map<String, Object> of(HealthRecord health) {
        Map<String, Object> content = of(HEALTH, health.account());
        content.put("account_name", health.accountName());
        content.put("score", BigDecimal.valueOf(health.score()));
        content.put("rag", health.rag().name());
        content.put("churn_risk", health.churnRisk());
        content.put("scanned_at", health.scannedAt().toString());
        content.put("narrative", health.narrative().orElse(null));
        content.put("risk_factors", health.riskFactors());
        content.put("recommendations", health.recommendations());
        content.put("writer", health.writer().orElse(null));
        return content;
    }

    public static Map<String, Object> of(Qbr qbr) {
        Map<String, Object> content = of(QBR, qbr.account());
        content.put("period", qbr.period().toString());
        content.put("trigger", qbr.trigger().code());
        return content;
    }

    public static Map<String, Object> of(Opportunity opportunity) {
        Map<String, Object> content = of(OPPORTUNITY, opportunity.account());
        content.put("type", opportunity.type().code());
        content.put("quarter", opportunity.quarter().toString());
        return content;
    }

    private static Map<String, Object> of(String kind, AccountId account) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(KIND, kind);
        content.put("account_id", account.value());
        return content;
    }

    /** The health record that was sent. */
    public static HealthRecord health(Map<String, Object> content) {
        return new HealthRecord(
                new AccountId(text(content, "account_id")),
                text(content, "account_name"),
                new BigDecimal(text(content, "score")).doubleValue(),
                Rag.valueOf(text(content, "rag")),
                text(content, "churn_risk"),
                Instant.parse(text(content, "scanned_at")),
                optional(content, "narrative"),
                texts(content, "risk_factors"),
                texts(content, "recommendations"),
                optional(content, "writer"));
    }

    /** The text of a field that must be there. */
    public static String text(Map<String, Object> content, String field) {
        return optional(content, field)
                .orElseThrow(() -> new IllegalArgumentException("a delivery to the workspace must have " + field));
    }

    private static Optional<String> optional(Map<String, Object> content, String field) {
        return Optional.ofNullable(content.get(field)).map(Object::toString);
    }

    private static List<String> texts(Map<String, Object> content, String field) {
        return content.get(field) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
