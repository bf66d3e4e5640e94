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
import io.csm.domain.alert.AlertWriter;
import io.csm.domain.alert.Concern;
import io.csm.domain.alert.Notice;
import io.csm.domain.churn.AccountHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Turns health that is stored into alerts: raises them, raises them again, and ends those whose condition is over. An
 * alert and the event that tells of it are kept together; nobody is told yet.
 */
public final class RaiseAlerts implements HealthReaction {

    private static final List<AlertType> OF_HEALTH = List.of(AlertType.CHURN_RISK, AlertType.SCORE_DIP);
    private static final List<AlertType> OF_CONTRACTS = List.of(AlertType.RENEWAL);

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
        List<Look> looks = stored.stream()
                .map(health -> new Look(
                        health,
                        Optional.ofNullable(previous.get(account(health))),
                        health.score().scoredAt()))
                .toList();
        return decide(tenant, looks, OF_HEALTH, look -> AlertRules.concerns(look.health(), look.previous()));
    }

    /** The same for the daily look at contracts; inside a unit of work. */
    int contracts(TenantId tenant, List<AccountHealth> latest, Instant at) {
        List<Look> looks = latest.stream()
                .map(health -> new Look(health, Optional.empty(), at))
                .toList();
        return decide(
                tenant,
                looks,
                OF_CONTRACTS,
                look -> AlertRules.renewal(look.health(), look.at()).stream().toList());
    }

    /** What there is to see of an account, and when one looks: its health, and the one before where that matters. */
    private record Look(AccountHealth health, Optional<AccountHealth> previous, Instant at) {

        AccountId account() {
            return RaiseAlerts.account(health);
        }
    }

    private interface Concerns {
        List<Concern> of(Look look);
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

    /** What becomes of an alert, and what was seen that is the reason. */
    private record Change(Look look, Alert alert, boolean raised) {

        AccountId account() {
            return look.account();
        }

        Notice notice() {
            return AlertWriter.notice(alert, look.health(), look.previous());
        }
    }

    private int decide(TenantId tenant, List<Look> looks, List<AlertType> types, Concerns concerns) {
        if (looks.isEmpty()) {
            return 0;
        }
        Map<AccountId, Map<AlertType, Alert>> latest = latest(tenant, looks);
        List<Change> changes = new ArrayList<>();
        for (Look look : looks) {
            Map<AlertType, Alert> earlier = latest.getOrDefault(look.account(), Map.of());
            List<Concern> found = concerns.of(look);
            if (earlier.isEmpty() && found.isEmpty()) {
                continue; // as with most accounts
            }
            for (AlertType type : types) {
                AlertDecision decision = rules.decide(
                        Optional.ofNullable(earlier.get(type)),
                        found.stream().filter(each -> each.type() == type).findFirst(),
                        look.at(),
                        ids);
                decision.alert().ifPresent(alert -> changes.add(new Change(look, alert, decision.raised())));
            }
        }
        return keep(tenant, withoutThePast(tenant, changes));
    }

    /** What was so on a past day says nothing of an account whose health on a later day is known. */
    private List<Change> withoutThePast(TenantId tenant, List<Change> changes) {
        List<Change> ofNow = new ArrayList<>();
        changes.stream()
                .collect(Collectors.groupingBy(change -> change.look().at()))
                .forEach((at, seen) -> {
                    List<AccountId> accounts =
                            seen.stream().map(Change::account).distinct().toList();
                    Set<AccountId> past = scores.findScoredAfter(tenant, accounts, at);
                    seen.stream()
                            .filter(change -> !past.contains(change.account()))
                            .forEach(ofNow::add);
                });
        return ofNow;
    }

    private int keep(TenantId tenant, List<Change> changes) {
        List<Notice> notices = new ArrayList<>();
        List<DomainEvent> events = new ArrayList<>();
        for (Change change : changes) {
            if (change.raised()) {
                Notice notice = change.notice();
                notices.add(notice);
                events.add(AlertEvents.raised(notice, change.look().health()));
            }
        }
        alerts.raise(tenant, notices);
        dispatch.record(tenant, events);
        alerts.save(
                tenant,
                changes.stream()
                        .filter(change -> !change.raised())
                        .map(Change::alert)
                        .toList());
        return notices.size();
    }

    private Map<AccountId, Map<AlertType, Alert>> latest(TenantId tenant, List<Look> looks) {
        Map<AccountId, Map<AlertType, Alert>> byAccount = new HashMap<>();
        alerts.findLatest(tenant, looks.stream().map(Look::account).toList())
                .forEach(alert -> byAccount
                        .computeIfAbsent(alert.account(), account -> new HashMap<>())
                        .put(alert.type(), alert));
        return byAccount;
    }

    private static AccountId account(AccountHealth health) {
        return health.score().snapshot().account();
    }
}
