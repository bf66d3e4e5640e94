package io.csm.application.contract;

import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertType;
import io.csm.domain.alert.Concern;
import io.csm.domain.alert.Notice;
import io.csm.domain.alert.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Makes alerts of which only what matters need be said. */
public final class AlertBuilder {

    private final String id;
    private String account = "A-1";
    private AlertType type = AlertType.CHURN_RISK;
    private Severity severity = Severity.WARNING;
    private Instant raisedAt = Fixtures.MONDAY;
    private String message = "churn risk is high";

    private AlertBuilder(String id) {
        this.id = id;
    }

    /** Churn risk of account A-1, a warning, raised on Monday and open. */
    public static AlertBuilder anAlert(String id) {
        return new AlertBuilder(id);
    }

    public AlertBuilder about(String value) {
        account = value;
        return this;
    }

    public AlertBuilder of(AlertType value) {
        type = value;
        return this;
    }

    public AlertBuilder of(Severity value) {
        severity = value;
        return this;
    }

    public AlertBuilder raised(Instant at) {
        raisedAt = at;
        return this;
    }

    public AlertBuilder saying(String words) {
        message = words;
        return this;
    }

    public Concern concern() {
        return new Concern(
                Fixtures.account(account),
                type,
                severity,
                Set.of("usage", "behavioral", "contract_proximity"),
                raisedAt);
    }

    /** The words of an alert of this kind. */
    public Notice saidOf(Alert alert) {
        return new Notice(alert, message, List.of("usage is declining", "last NPS is 3, \"rather not\"", "{a,b}"));
    }

    public Notice notice() {
        return saidOf(build());
    }

    public Alert build() {
        return Alert.raised(id, concern());
    }
}
