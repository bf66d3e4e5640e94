package io.csm.domain.narrative;

import io.csm.domain.signal.Signal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing that speaks for an account's leaving.
 *
 * @param about the signals that it tells of, so that nobody else does
 * @param weight the points it takes from the score, more where a churn rule rests on it
 * @param opener the first sentence of a text that is mainly about it, who it is about included
 * @param clause the same in half a sentence among others
 * @param risk a sentence with all its numbers
 * @param action what to do about it; empty when nothing can be done
 */
record Worry(Set<Signal> about, double weight, String opener, String clause, String risk, Optional<String> action) {

    Worry {
        about = Set.copyOf(about);
    }

    /** All worries of an account, the worst first. */
    static List<Worry> of(Situation situation) {
        List<Worry> known = Stream.of(
                        ContractWorries.of(situation),
                        UsageWorries.of(situation),
                        PaymentWorries.of(situation),
                        SupportWorries.of(situation),
                        RelationshipWorries.of(situation),
                        OpinionWorries.of(situation))
                .flatMap(each -> each)
                .toList();
        return Stream.concat(known.stream(), OtherWorries.of(situation, known))
                .sorted(Comparator.comparingDouble(Worry::weight).reversed())
                .toList();
    }
}
