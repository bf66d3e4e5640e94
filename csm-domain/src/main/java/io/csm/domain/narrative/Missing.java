package io.csm.domain.narrative;

import static io.csm.domain.signal.StandardSignals.DAYS_SINCE_LAST_INTERACTION;
import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;
import static io.csm.domain.signal.StandardSignals.LOGIN_FREQUENCY_DAYS;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.TAM_HEALTH_RAG;

import io.csm.domain.churn.ChurnTrigger;
import io.csm.domain.health.Contribution;
import io.csm.domain.health.Contribution.Backing;
import io.csm.domain.signal.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a score would like to know and does not. */
final class Missing {

    private static final int MOST = 4;

    private static final Map<Signal, String> WORDS = Map.of(
            LOGIN_FREQUENCY_DAYS, "logins",
            DAYS_SINCE_LAST_INTERACTION, "conversations",
            NPS_SCORE, "NPS answers",
            DAYS_TO_RENEWAL, "the renewal date",
            TAM_HEALTH_RAG, "the view of the technical account manager");

    private Missing() {}

    /** {@code logins, NPS answers and the renewal date}; empty when nothing is missing. */
    static Optional<String> words(Situation situation) {
        Stream<Signal> behindTheScore = situation.contributions().stream()
                .filter(each -> each.backing() != Backing.TRACKED)
                .map(Contribution::inputs)
                .flatMap(inputs ->
                        inputs.stream().filter(input -> input.value().isEmpty()).map(Contribution.Input::signal));
        Stream<Signal> behindTheRules = situation.hasFired(ChurnTrigger.BEHAVIORAL)
                ? Stream.of(LOGIN_FREQUENCY_DAYS).filter(signal -> Double.isNaN(situation.value(signal)))
                : Stream.empty();
        List<String> missing = Stream.concat(behindTheScore, behindTheRules)
                .distinct()
                .map(signal -> WORDS.getOrDefault(signal, signal.label()))
                .distinct()
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(Prose.list(atMost(missing)));
    }

    private static List<String> atMost(List<String> missing) {
        int more = missing.size() - MOST;
        return more <= 1
                ? missing
                : Stream.concat(missing.stream().limit(MOST), Stream.of(more + " other signals"))
                        .toList();
    }
}
