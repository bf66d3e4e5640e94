package io.csm.domain.derivation;

import static io.csm.domain.derivation.Derivation.derivation;
import static io.csm.domain.derivation.Needs.only;
import static io.csm.domain.derivation.Sentences.count;
import static io.csm.domain.derivation.Window.LAST_180_DAYS;
import static io.csm.domain.derivation.Window.LAST_90_DAYS;
import static io.csm.domain.event.StandardEvents.CSAT_ANSWER;
import static io.csm.domain.event.StandardEvents.NPS_ANSWER;
import static io.csm.domain.event.StandardEvents.TAM_HEALTH;

import io.csm.domain.event.Event;
import io.csm.domain.fact.Ticket;
import io.csm.domain.signal.StandardSignals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people say when they are asked: the customer, and the technical account manager. */
final class OpinionDerivations {

    static final Derivation NPS_SCORE = derivation(
            StandardSignals.NPS_SCORE,
            "`nps_answer` events",
            LAST_180_DAYS.words(),
            "`score` of the newest",
            only("an answer in the window"),
            new Age("the answer", history -> newestAnswer(history).map(Event::occurredAt)),
            OpinionDerivations::nps);

    static final Derivation TAM_HEALTH_RAG = derivation(
            StandardSignals.TAM_HEALTH_RAG,
            "`tam_health` events",
            "ever",
            "`rag` of the newest",
            only("such an event"),
            new Age("the event", history -> newestJudgement(history).map(Event::occurredAt)),
            OpinionDerivations::tamHealth);

    static final Derivation CSAT_AVERAGE = derivation(
            StandardSignals.CSAT_AVERAGE,
            "`csat_answer` events; satisfaction with tickets closed",
            LAST_90_DAYS.words(),
            "mean of both",
            only("an answer in the window"),
            Age.NOW,
            OpinionDerivations::csat);

    private OpinionDerivations() {}

    private static Optional<Event> newestAnswer(History history) {
        return history.newest(NPS_ANSWER, LAST_180_DAYS);
    }

    private static Finding nps(History history) {
        return newestAnswer(history)
                .map(answer -> Finding.whole(
                        answer.amount(),
                        () -> "the newest of "
                                + count(
                                        history.events(LAST_180_DAYS, NPS_ANSWER)
                                                .count(),
                                        "answer") + " in 180 days",
                        () -> Stream.of(Sentences.of(answer))))
                .orElseGet(() -> Finding.notTracked("nobody answered in 180 days"));
    }

    private static Optional<Event> newestJudgement(History history) {
        return history.newest(TAM_HEALTH);
    }

    private static Finding tamHealth(History history) {
        return newestJudgement(history)
                .map(judgement -> Finding.of(
                        StandardSignals.TAM_HEALTH_RAG.fromText(
                                judgement.subject().orElseThrow()),
                        () -> "the newest report of the technical account manager",
                        () -> Stream.of(Sentences.of(judgement))))
                .orElseGet(() -> Finding.notTracked("the technical account manager reported nothing"));
    }

    private static Finding csat(History history) {
        List<Event> answers = history.events(LAST_90_DAYS, CSAT_ANSWER).toList();
        List<Ticket> tickets = history.tickets(LAST_90_DAYS, Ticket::closedAt)
                .filter(ticket -> ticket.satisfaction().isPresent())
                .toList();
        int count = answers.size() + tickets.size();
        if (count == 0) {
            return Finding.notTracked("nobody answered in 90 days");
        }
        long sum = answers.stream().mapToLong(Event::amount).sum()
                + tickets.stream().mapToLong(OpinionDerivations::satisfaction).sum();
        return Finding.of(
                (double) sum / count,
                () -> count(answers.size(), "answer") + " and " + count(tickets.size(), "rated ticket")
                        + " in 90 days add up to " + sum,
                () -> Stream.concat(
                        answers.stream().map(Sentences::of), tickets.stream().map(OpinionDerivations::rated)));
    }

    private static int satisfaction(Ticket ticket) {
        return ticket.satisfaction().orElseThrow();
    }

    private static Evidence rated(Ticket ticket) {
        return Sentences.of(
                ticket, ticket.closedAt().orElseThrow(), "closed, with satisfaction " + satisfaction(ticket) + " of 5");
    }
}
