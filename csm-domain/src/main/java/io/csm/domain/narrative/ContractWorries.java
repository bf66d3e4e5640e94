package io.csm.domain.narrative;

import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;

import io.csm.domain.churn.ChurnTrigger;
import io.csm.domain.signal.Signal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The contract ends while the account is not well. */
final class ContractWorries {

    private static final Set<Signal> RENEWAL = Set.of(DAYS_TO_RENEWAL);
    private static final double OF_A_RULE = 60;

    private ContractWorries() {}

    static Stream<Worry> of(Situation situation) {
        return situation.hasFired(ChurnTrigger.CONTRACT_PROXIMITY)
                ? situation.daysToRenewal().map(days -> worry(situation, days)).stream()
                : Stream.empty();
    }

    private static Worry worry(Situation situation, long days) {
        String when = situation.dayAndDistance(days);
        return new Worry(
                RENEWAL,
                OF_A_RULE + situation.lost(RENEWAL),
                days < 0
                        ? "The renewal date of the contract with " + situation.who() + " passed " + when
                        : "The contract with " + situation.who() + " renews " + when,
                days < 0 ? "the renewal date passed " + when : "the contract renews " + when,
                risk(situation, days, when),
                Optional.of(action(situation, days)));
    }

    private static String risk(Situation situation, long days, String when) {
        String worth = situation
                .arr()
                .map(arr -> " over " + Prose.money(arr) + " a year")
                .orElse("");
        String end = days < 0
                ? "The contract" + worth + " was due for renewal " + when
                : "The contract" + worth + " is up for renewal " + when;
        return Prose.sentence(
                end + ", while the account is " + situation.score().rag() + situation.price(RENEWAL));
    }

    private static String action(Situation situation, long days) {
        String whom = situation.people().decider();
        if (days < 0) {
            return "Clear up with " + whom + " today whether the contract goes on.";
        }
        return "Open the renewal conversation with " + whom + (days <= 7 ? " today" : " this week")
                + ", and ask openly what would keep them from renewing.";
    }
}
