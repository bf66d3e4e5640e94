package io.csm.application.contract;

import static io.csm.domain.signal.StandardSignals.*;

import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes snapshots of which only what matters need be said. */
public final class SnapshotBuilder {

    private record Value(String text, Optional<SignalOrigin> origin) {}

    private final AccountId account;
    private final Map<Signal, Value> values = new LinkedHashMap<>();
    private Instant takenAt = Fixtures.MONDAY;
    private String source = "file";

    private SnapshotBuilder(String account) {
        this.account = new AccountId(account);
    }

    /** 98 points, GREEN, churn risk low. */
    public static SnapshotBuilder healthy(String account) {
        return new SnapshotBuilder(account)
                .with(FEATURE_ADOPTION_RATE, "0.9")
                .with(USAGE_TREND, "growing")
                .with(LOGIN_FREQUENCY_DAYS, "5")
                .with(DAYS_SINCE_LAST_INTERACTION, "10")
                .with(STAKEHOLDER_ENGAGEMENT, "high")
                .with(NPS_SCORE, "9")
                .with(INVOICE_PAYMENT_STATUS, "current")
                .with(DAYS_TO_RENEWAL, "200")
                .with(SEATS_UTILIZATION_RATE, "0.85")
                .with(AVG_TICKET_SENTIMENT, "positive");
    }

    /** 8 points, RED, churn risk critical. */
    public static SnapshotBuilder struggling(String account) {
        return new SnapshotBuilder(account)
                .with(FEATURE_ADOPTION_RATE, "0.1")
                .with(USAGE_TREND, "declining")
                .with(LOGIN_FREQUENCY_DAYS, "90")
                .with(DAYS_SINCE_LAST_INTERACTION, "120")
                .with(STAKEHOLDER_ENGAGEMENT, "low")
                .with(NPS_SCORE, "2")
                .with(INVOICE_PAYMENT_STATUS, "overdue_90_plus")
                .with(DAYS_TO_RENEWAL, "30")
                .with(SEATS_UTILIZATION_RATE, "0.3")
                .with(OPEN_TICKET_COUNT, "5")
                .with(AVG_TICKET_SENTIMENT, "negative")
                .with(ESCALATION_COUNT_90_DAYS, "3");
    }

    /** 54.4 points, AMBER, churn risk medium. */
    public static SnapshotBuilder middling(String account) {
        return new SnapshotBuilder(account)
                .with(FEATURE_ADOPTION_RATE, "0.5")
                .with(USAGE_TREND, "stable")
                .with(STAKEHOLDER_ENGAGEMENT, "medium")
                .with(INVOICE_PAYMENT_STATUS, "current")
                .with(SEATS_UTILIZATION_RATE, "0.7")
                .with(TAM_HEALTH_RAG, "RED");
    }

    /** Default Monday. */
    public SnapshotBuilder at(Instant instant) {
        takenAt = instant;
        return this;
    }

    /** Default {@code file}. */
    public SnapshotBuilder from(String where) {
        source = where;
        return this;
    }

    public SnapshotBuilder with(Signal signal, String text) {
        values.put(signal, new Value(text, Optional.empty()));
        return this;
    }

    public SnapshotBuilder without(Signal signal) {
        values.remove(signal);
        return this;
    }

    /** A value with an origin of its own. */
    public SnapshotBuilder observed(Signal signal, String text, String where, Instant when) {
        values.put(signal, new Value(text, Optional.of(new SignalOrigin(where, when))));
        return this;
    }

    public SignalSnapshot build() {
        SignalOrigin origin = new SignalOrigin(source, takenAt);
        SignalSnapshot.Builder snapshot = SignalSnapshot.of(CATALOGUE, account, takenAt, origin);
        values.forEach((signal, value) -> snapshot.observed(
                signal, signal.fromText(value.text()), value.origin().orElse(origin)));
        return snapshot.build();
    }

    /** Scored. */
    public AccountHealth by(HealthPolicy policy) {
        return policy.assess(build());
    }
}
