package io.csm.application.alert;

import io.csm.application.access.TenantId;
import io.csm.application.alert.port.AlertRepository;
import io.csm.application.delivery.Dispatch;
import io.csm.application.delivery.DomainEvent;
import io.csm.application.health.port.HealthReaction;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertDecision;
import io.csm.domain.alert.AlertRules;
import io.csm.domain.alert.AlertType;
import io.csm.domain.alert.Concern;
import io.csm.domain.churn.AccountHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Turns health that is stored into alerts: raises them, raises them again, and ends those whose condition is over. An
 * alert and the event that tells of it are kept together; nobody is told yet.
 */
public final class RaiseAlerts implements HealthReaction {

    private static final List<AlertType> OF_HEALTH = List.of(AlertType.CHURN_RISK, AlertType.SCORE_DIP);
    private static final List<AlertType> OF_CONTRACTS = List.of(AlertType.RENEWAL);
    private static final Instant END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z");

    private final AlertRepository alerts;
    private final HealthScoreRepository scores;
    private final Dispatch dispatch;
    private final AlertRules rules;
    private final Supplier<String> ids;

    public RaiseAlerts(
            AlertRepository alerts,
            HealthScoreRepository scores,
            Dispatch dispatch,
            AlertRules rules,
            Supplier<String> ids) {
        this.alerts = alerts;
        this.scores = scores;
        this.dispatch = dispatch;
        this.rules = rules;
        this.ids = ids;
    }

    @Override
    public int stored(TenantId tenant, List<AccountHealth> stored) {
        Map<AccountId, AccountHealth> previous = previousWhereDipsMatter(tenant, stored);
        return decide(
                tenant,
                stored,
                OF_HEALTH,
                health -> AlertRules.concerns(health, Optional.ofNullable(previous.get(account(health)))));
    }

    /** The same for the daily look at contracts; inside a unit of work. */
    int contracts(TenantId tenant, List<AccountHealth> latest) {
        return decide(
                tenant,
                latest,
                OF_CONTRACTS,
                health -> AlertRules.renewal(health).stream().toList());
    }

    private interface Concerns {
        List<Concern> of(AccountHealth health);
    }

    private Map<AccountId, AccountHealth> previousWhereDipsMatter(TenantId tenant, List<AccountHealth> stored) {
        List<AccountHealth> watched = stored.stream()
                .filter(health -> health.score().scorecard().dipAlert().isPresent())
                .toList();
        if (watched.isEmpty()) {
            return Map.of();
        }
        Instant before = watched.get(0).score().scoredAt().minusNanos(1000);
        return scores.findLatest(
                tenant, watched.stream().map(RaiseAlerts::account).toList(), before);
    }

    /** What is to become of an alert, and the health that is the reason. */
    private record Change(AccountHealth health, AlertDecision decision) {

        AccountId account() {
            return RaiseAlerts.account(health);
        }

        Alert alert() {
            return decision.alert().orElseThrow();
        }
    }

    private int decide(TenantId tenant, List<AccountHealth> healths, List<AlertType> types, Concerns concerns) {
        if (healths.isEmpty()) {
            return 0;
        }
        Map<AccountId, Map<AlertType, Alert>> latest = latest(tenant, healths);
        List<Change> changes = new ArrayList<>();
        for (AccountHealth health : healths) {
            Map<AlertType, Alert> earlier = latest.getOrDefault(account(health), Map.of());
            List<Concern> found = concerns.of(health);
            if (earlier.isEmpty() && found.isEmpty()) {
                continue; // as with most accounts
            }
            for (AlertType type : types) {
                AlertDecision decision = rules.decide(
                        Optional.ofNullable(earlier.get(type)),
                        found.stream().filter(each -> each.type() == type).findFirst(),
                        health.score().scoredAt(),
                        ids.get());
                if (decision.alert().isPresent()) {
                    changes.add(new Change(health, decision));
                }
            }
        }
        return keep(tenant, withoutThePast(tenant, changes));
    }

    /** What was so on a past day says nothing of an account whose health on a later day is known. */
    private List<Change> withoutThePast(TenantId tenant, List<Change> changes) {
        if (changes.isEmpty()) {
            return changes;
        }
        Map<AccountId, AccountHealth> now = scores.findLatest(
                tenant, changes.stream().map(Change::account).distinct().toList(), END_OF_TIME);
        return changes.stream()
                .filter(change -> Optional.ofNullable(now.get(change.account()))
                        .filter(later -> later.score()
                                .scoredAt()
                                .isAfter(change.health().score().scoredAt()))
                        .isEmpty())
                .toList();
    }

    private int keep(TenantId tenant, List<Change> changes) {
        List<Change> raised =
                changes.stream().filter(change -> change.decision().raised()).toList();
        if (!changes.isEmpty()) {
            alerts.saveAll(
                    tenant,
                    changes.stream().map(Change::alert).toList(),
                    raised.stream().map(change -> change.alert().id()).collect(Collectors.toSet()));
            dispatch.record(tenant, raised.stream().map(RaiseAlerts::event).toList());
        }
        return raised.size();
    }

    private static DomainEvent event(Change change) {
        return AlertEvents.raised(change.alert(), change.health());
    }

    private Map<AccountId, Map<AlertType, Alert>> latest(TenantId tenant, List<AccountHealth> healths) {
        Map<AccountId, Map<AlertType, Alert>> byAccount = new HashMap<>();
        alerts.findLatest(tenant, healths.stream().map(RaiseAlerts::account).toList())
                .forEach(alert -> byAccount
                        .computeIfAbsent(alert.account(), account -> new HashMap<>())
                        .put(alert.type(), alert));
        return byAccount;
    }

    private static AccountId account(AccountHealth health) {
        return health.score().snapshot().account();
    }
}
