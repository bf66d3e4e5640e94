package io.csm.application.health;

import io.csm.application.access.Actor;
import io.csm.application.fact.port.FactRepository;
import io.csm.application.health.port.ScanRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.derivation.Derivation;
import io.csm.domain.derivation.StandardDerivations;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.health.Contribution;
import io.csm.domain.health.HealthScore;
import io.csm.domain.signal.Signal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes from a score down to the facts and events that its derived signals come from, as they were known when it was made. */
public final class TraceScore {

    private final FactRepository facts;
    private final ScoreViewpoints viewpoints;
    private final Clock clock;

    public TraceScore(FactRepository facts, ScanRepository scans, Clock clock) {
        this.facts = facts;
        this.viewpoints = new ScoreViewpoints(scans);
        this.clock = clock;
    }

    /** The derived signals that the score was made from, in the order of its measures; empty when none was derived. */
    public List<SignalTrace> trace(Actor actor, HealthScore score) {
        return trace(actor, score, viewpoints.of(actor.tenant(), score).knownOn());
    }

    /** The same of a score that was made with the knowledge of that instant and not stored. */
    public List<SignalTrace> trace(Actor actor, HealthScore score, Instant knownOn) {
        List<Signal> derived = derivedSignals(score);
        if (derived.isEmpty()) {
            return List.of();
        }
        AccountId account = score.snapshot().account();
        AccountFacts then = facts.find(actor.tenant(), account, new Viewpoint(score.scoredAt(), knownOn));
        AccountFacts now = facts.find(actor.tenant(), account, new Viewpoint(score.scoredAt(), clock.instant()));
        return derived.stream()
                .flatMap(signal -> trace(signal, score, then, now).stream())
                .toList();
    }

    private static List<Signal> derivedSignals(HealthScore score) {
        Stream<Signal> measured = score.contributions().stream()
                .flatMap(contribution -> contribution.inputs().stream())
                .map(Contribution.Input::signal);
        Stream<Signal> adjusting = score.adjustments().stream()
                .map(outcome -> outcome.adjustment().condition().signal());
        return Stream.concat(measured, adjusting)
                .distinct()
                .filter(signal -> score.snapshot()
                        .origin(signal)
                        .filter(origin -> origin.isDerived())
                        .isPresent())
                .toList();
    }

    private static Optional<SignalTrace> trace(Signal signal, HealthScore score, AccountFacts then, AccountFacts now) {
        return StandardDerivations.find(signal).map(derivation -> {
            String used = signal.show(score.snapshot().value(signal).orElseThrow());
            return new SignalTrace(
                    signal,
                    derivation.sum(then),
                    derivation.evidence(then),
                    shown(derivation, then).equals(used),
                    Optional.of(shown(derivation, now)).filter(revised -> !revised.equals(used)));
        });
    }

    private static String shown(Derivation derivation, AccountFacts facts) {
        return derivation
                .derive(facts)
                .map(derived -> derived.signal().show(derived.value()))
                .orElse("not tracked");
    }
}
