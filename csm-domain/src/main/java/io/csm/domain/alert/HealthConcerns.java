package io.csm.domain.alert;

import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;
import static io.csm.domain.signal.StandardSignals.LOGIN_FREQUENCY_DAYS;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;

import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnAssessment;
import io.csm.domain.churn.ChurnAssessment.Finding;
import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.churn.ChurnTrigger;
import io.csm.domain.health.AdjustmentOutcome;
import io.csm.domain.health.Contribution;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.Rag;
import io.csm.domain.narrative.Prose;
import io.csm.domain.signal.Figures;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a score and the churn rules give reason to worry about. Sentences are made only where there is a concern. */
final class HealthConcerns {

    private static final int MOST_CONTRIBUTIONS = 5;
    private static final int ENOUGH_REASONS = 2;

    /** The signals that a rule rests on, those that say the most first. */
    private static final Map<ChurnTrigger, List<Signal>> BEHIND = Map.of(
            ChurnTrigger.CONTRACT_PROXIMITY, List.of(DAYS_TO_RENEWAL),
            ChurnTrigger.BEHAVIORAL, List.of(USAGE_TREND, LOGIN_FREQUENCY_DAYS));

    private HealthConcerns() {}

    static Optional<Concern> churnRisk(AccountHealth health) {
        return health.shouldAlert() ? Optional.of(churnRisk(health, health.churn())) : Optional.empty();
    }

    private static Concern churnRisk(AccountHealth health, ChurnAssessment churn) {
        HealthScore score = health.score();
        List<Finding> fired = churn.findings().stream().filter(Finding::fired).toList();
        List<Contribution> losses = score.losses();
        Set<String> causes = new TreeSet<>();
        fired.forEach(finding -> causes.add(finding.rule().code()));
        if (score.rag() == Rag.RED) {
            causes.add("red");
        }
        return concern(
                health,
                AlertType.CHURN_RISK,
                churn.risk() == ChurnRisk.CRITICAL ? Severity.CRITICAL : Severity.WARNING,
                causes,
                standing(health) + because(reasons(score.snapshot(), fired, losses)),
                evidence(score, fired, losses));
    }

    static Optional<Concern> dip(AccountHealth health, AccountHealth before) {
        double now = health.score().value();
        double then = before.score().value();
        return health.score()
                .scorecard()
                .dipAlert()
                .filter(dip -> dip.isDip(then, now))
                .map(dip -> concern(
                        health,
                        AlertType.SCORE_DIP,
                        Severity.WARNING,
                        Set.of("dip"),
                        "The health score fell by " + Figures.show(then - now, 1) + " points, from "
                                + Figures.show(then, 1) + " to " + Figures.show(now, 1)
                                + "; more than " + Figures.show(dip.points()) + " is a dip.",
                        evidence(health.score(), List.of(), health.score().losses())));
    }

    static Optional<Concern> renewal(AccountHealth health) {
        double days = health.score().snapshot().value(DAYS_TO_RENEWAL).orElse(Double.NaN);
        if (!(days >= 0 && days <= health.rules().windowDays())) {
            return Optional.empty();
        }
        return Optional.of(concern(
                health,
                AlertType.RENEWAL,
                Severity.INFO,
                Set.of("renewal"),
                Prose.sentence(DAYS_TO_RENEWAL.say(days)) + " " + standing(health) + ".",
                evidence(health.score(), List.of(), health.score().losses())));
    }

    private static Concern concern(
            AccountHealth health,
            AlertType type,
            Severity severity,
            Set<String> causes,
            String message,
            List<String> evidence) {
        HealthScore score = health.score();
        return new Concern(score.snapshot().account(), type, severity, causes, message, evidence, score.scoredAt());
    }

    private static String standing(AccountHealth health) {
        HealthScore score = health.score();
        return "Health is " + score.rag().name().toLowerCase(Locale.ROOT) + " at " + Figures.show(score.value(), 0)
                + " and churn risk is " + health.risk().code();
    }

    private static String because(List<String> reasons) {
        return (reasons.isEmpty() ? "" : ": " + Prose.list(reasons)) + ".";
    }

    /** What the rules that fired rest on, and where that is little, what cost the most points. */
    private static List<String> reasons(SignalSnapshot snapshot, List<Finding> fired, List<Contribution> losses) {
        List<String> reasons = new ArrayList<>();
        Set<Signal> said = new HashSet<>();
        for (Finding finding : fired) {
            for (Signal signal : BEHIND.getOrDefault(finding.rule(), List.of())) {
                said.add(signal);
                snapshot.value(signal).ifPresent(value -> reasons.add(signal.say(value)));
            }
        }
        losses.stream()
                .filter(loss -> loss.inputs().stream().allMatch(input -> isNew(input, said)))
                .limit(Math.max(0, ENOUGH_REASONS - reasons.size()))
                .forEach(loss -> reasons.add(loss.reason()));
        return reasons;
    }

    private static boolean isNew(Contribution.Input input, Set<Signal> said) {
        return input.value().isPresent() && !input.isAssumed() && !said.contains(input.signal());
    }

    private static List<String> evidence(HealthScore score, List<Finding> fired, List<Contribution> losses) {
        Stream<String> rules = fired.stream().map(Finding::sentence);
        Stream<String> costliest = losses.stream().limit(MOST_CONTRIBUTIONS).map(Contribution::sentence);
        Stream<String> adjustments =
                score.adjustments().stream().filter(AdjustmentOutcome::applied).map(AdjustmentOutcome::sentence);
        return Stream.of(rules, costliest, adjustments).flatMap(each -> each).toList();
    }
}
