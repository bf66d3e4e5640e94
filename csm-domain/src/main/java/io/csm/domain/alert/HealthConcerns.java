package io.csm.domain.alert;

import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;

import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.Rag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a score and the churn rules give reason to worry about. */
final class HealthConcerns {

    private HealthConcerns() {}

    static Optional<Concern> churnRisk(AccountHealth health) {
        if (!health.shouldAlert()) {
            return Optional.empty();
        }
        Set<String> causes = new TreeSet<>();
        health.fired().forEach(rule -> causes.add(rule.code()));
        if (health.score().rag() == Rag.RED) {
            causes.add("red");
        }
        Severity severity = health.risk() == ChurnRisk.CRITICAL ? Severity.CRITICAL : Severity.WARNING;
        return Optional.of(concern(health, AlertType.CHURN_RISK, severity, causes));
    }

    static Optional<Concern> dip(AccountHealth health, AccountHealth before) {
        HealthScore score = health.score();
        return score.scorecard()
                .dipAlert()
                .filter(dip -> dip.isDip(before.score().value(), score.value()))
                .map(dip -> concern(health, AlertType.SCORE_DIP, Severity.WARNING, Set.of("dip")));
    }

    static Optional<Concern> renewal(AccountHealth health, Instant at) {
        double days = daysToRenewal(health, at);
        return days >= 0 && days <= health.rules().windowDays()
                ? Optional.of(new Concern(
                        health.score().snapshot().account(), AlertType.RENEWAL, Severity.INFO, Set.of("renewal"), at))
                : Optional.empty();
    }

    /** Counted on from the day of the score; NaN when it is not known. */
    static double daysToRenewal(AccountHealth health, Instant at) {
        long since = ChronoUnit.DAYS.between(day(health.score().scoredAt()), day(at));
        return health.score().snapshot().value(DAYS_TO_RENEWAL).orElse(Double.NaN) - since;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Concern concern(AccountHealth health, AlertType type, Severity severity, Set<String> causes) {
        HealthScore score = health.score();
        return new Concern(score.snapshot().account(), type, severity, causes, score.scoredAt());
    }
}
