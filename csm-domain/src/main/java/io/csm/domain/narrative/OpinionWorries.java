package io.csm.domain.narrative;

import static io.csm.domain.event.StandardEvents.NPS_ANSWER;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.TAM_HEALTH_RAG;

import io.csm.domain.event.Event;
import io.csm.domain.signal.Signal;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Somebody says that it does not go well. */
final class OpinionWorries {

    private static final Set<Signal> NPS = Set.of(NPS_SCORE);
    private static final Set<Signal> TAM = Set.of(TAM_HEALTH_RAG);
    private static final double DETRACTOR = 6;

    private OpinionWorries() {}

    static Stream<Worry> of(Situation situation) {
        return Stream.of(nps(situation), tam(situation)).flatMap(Optional::stream);
    }

    private static Optional<Worry> nps(Situation situation) {
        double answer = situation.value(NPS_SCORE);
        if (!(answer <= DETRACTOR)) {
            return Optional.empty();
        }
        String said = (long) answer + " of 10";
        String when = answered(situation, (long) answer)
                .map(event -> " on " + Prose.day(People.dayOf(event.occurredAt())))
                .orElse("");
        return Optional.of(new Worry(
                NPS,
                situation.lost(NPS),
                "Asked whether they would recommend us, " + situation.who() + " answered " + said + when,
                "the last NPS answer was " + said + when,
                Prose.sentence("they would not recommend us: the NPS answer is " + said + situation.price(NPS)),
                Optional.of("Ask whoever gave the NPS answer of " + said + " what would have made it a 9.")));
    }

    /** The answer behind the signal, where the newest event is of that score. */
    private static Optional<Event> answered(Situation situation, long score) {
        return situation.brief().facts().events().stream()
                .filter(event -> event.type().equals(NPS_ANSWER)
                        && !event.occurredAt().isAfter(situation.brief().asOf()))
                .max(Comparator.comparing(Event::occurredAt).thenComparing(Event::id))
                .filter(event -> event.amount() == score);
    }

    private static Optional<Worry> tam(Situation situation) {
        String rag = situation.word(TAM_HEALTH_RAG);
        if (!rag.equals("RED") && !rag.equals("AMBER")) {
            return Optional.empty();
        }
        return Optional.of(new Worry(
                TAM,
                situation.lost(TAM),
                "The technical account manager reports " + rag + " for " + situation.who(),
                "the technical account manager reports " + rag,
                Prose.sentence("the technical account manager sees it " + rag + situation.price(TAM)),
                Optional.of("Go through what makes it " + rag
                        + " with the technical account manager, and clear the worst of it "
                        + situation.deadline() + ".")));
    }
}
