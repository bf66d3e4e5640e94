package io.csm.domain.derivation;

import static io.csm.domain.derivation.Sentences.count;

import io.csm.domain.account.Money;
import io.csm.domain.fact.Subscription;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The subscriptions that run on a day and of which the ARR is known. */
record Revenue(List<Subscription> subscriptions) {

    static Revenue on(LocalDate day, History history) {
        return new Revenue(history.running(day)
                .filter(subscription -> subscription.arr().isPresent())
                .toList());
    }

    /** These and those, each once. */
    Revenue and(Revenue other) {
        return new Revenue(Stream.concat(subscriptions.stream(), other.subscriptions.stream())
                .distinct()
                .toList());
    }

    long currencies() {
        return money().map(Money::currency).distinct().count();
    }

    /** The exact sum of the amounts, whatever their currency. */
    BigDecimal sum() {
        return money().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum; empty where there is nothing to add, or more than one currency. */
    Optional<Money> total() {
        return currencies() == 1 ? money().reduce(Money::plus) : Optional.empty();
    }

    private Stream<Money> money() {
        return subscriptions.stream().flatMap(subscription -> subscription.arr().stream());
    }

    String words() {
        return count(subscriptions.size(), "subscription");
    }

    Stream<Evidence> evidence() {
        return subscriptions.stream().map(subscription -> Sentences.of(subscription, lasts(subscription)));
    }

    private static String lasts(Subscription subscription) {
        return "of " + subscription.arr().map(Money::toString).orElse("") + " a year runs from "
                + subscription.startsOn()
                + subscription.endsOn().map(end -> " to " + end).orElse(" on");
    }
}
