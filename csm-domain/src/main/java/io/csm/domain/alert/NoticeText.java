package io.csm.domain.alert;

import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;
import static io.csm.domain.signal.StandardSignals.LOGIN_FREQUENCY_DAYS;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;

import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnAssessment.Finding;
import io.csm.domain.churn.ChurnTrigger;
import io.csm.domain.health.AdjustmentOutcome;
import io.csm.domain.health.Contribution;
import io.csm.domain.health.HealthScore;
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
import java.util.stream.Stream;

/** Puts an alert into words, out of the health for which it is raised. */
final class NoticeText {

    private static final int MOST_CONTRIBUTIONS = 5;
    private static final int ENOUGH_REASONS = 2;

    /** The signals that a rule rests on, those that say the most first. */
    private static final Map<ChurnTrigger, List<Signal>> BEHIND = Map.of(
            ChurnTrigger.CONTRACT_PROXIMITY, List.of(DAYS_TO_RENEWAL),
            ChurnTrigger.BEHAVIORAL, List.of(USAGE_TREND, LOGIN_FREQUENCY_DAYS));

    private NoticeText() {}

    static Notice write(Alert alert, AccountHealth health, Optional<AccountHealth> previous) {
        return switch (alert.type()) {
            case CHURN_RISK -> churnRisk(alert, health);
            case SCORE_DIP -> dip(alert, health, previous.orElseThrow());
            case RENEWAL -> renewal(alert, health);
        };
    }

    private static Notice churnRisk(Alert alert, AccountHealth health) {
        HealthScore score = health.score();
        List<Finding> fired =
                health.churn().findings().stream().filter(Finding::fired).toList();
        List<Contribution> losses = score.losses();
        return new Notice(
                alert,
                standing(health) + because(reasons(score.snapshot(), fired, losses)),
                evidence(score, fired, losses));
    }

    private static Notice dip(Alert alert, AccountHealth health, AccountHealth before) {
        HealthScore score = health.score();
        double now = score.value();
        double then = before.score().value();
        String tolerated =
                Figures.show(score.scorecard().dipAlert().orElseThrow().points());
        return new Notice(
                alert,
                "The health score fell by " + Figures.show(then - now, 1) + " points, from " + Figures.show(then, 1)
                        + " to " + Figures.show(now, 1) + "; more than " + tolerated + " is a dip.",
                evidence(score, List.of(), score.losses()));
    }

    private static Notice renewal(Alert alert, AccountHealth health) {
        HealthScore score = health.score();
        double days = HealthConcerns.daysToRenewal(health, alert.raisedAt());
        return new Notice(
                alert,
                Prose.sentence(DAYS_TO_RENEWAL.say(days)) + " " + standing(health) + ".",
                evidence(score, List.of(), score.losses()));
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
