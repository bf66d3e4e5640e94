package io.csm.domain.derivation;

import static io.csm.domain.derivation.Derivation.derivation;
import static io.csm.domain.derivation.Feed.PERSON;
import static io.csm.domain.derivation.Needs.feeds;
import static io.csm.domain.derivation.Sentences.count;
import static io.csm.domain.derivation.Window.LAST_30_DAYS;
import static io.csm.domain.derivation.Window.LAST_90_DAYS;

import io.csm.domain.event.Event;
import io.csm.domain.signal.StandardSignals;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How many people are there, of those who could be. */
final class PeopleDerivations {

    static final Derivation SEATS_UTILIZATION_RATE = derivation(
            StandardSignals.SEATS_UTILIZATION_RATE,
            "`login` and `feature_used` events; seats bought by the account's record, else by its running subscriptions",
            LAST_30_DAYS.words(),
            "distinct persons active / seats bought, at most 2",
            feeds(PERSON).and("number of seats bought, at least 1"),
            Age.ACTIVITY,
            PeopleDerivations::seats);

    static final Derivation ACTIVE_USER_RATE = derivation(
            StandardSignals.ACTIVE_USER_RATE,
            "`login` and `feature_used` events",
            "30 and 90 days",
            "distinct persons active in 30 days / distinct persons active in 90 days; none in 90 days: 0",
            feeds(PERSON),
            Age.ACTIVITY,
            PeopleDerivations::activeUsers);

    private static final double FULLEST = 2;

    private PeopleDerivations() {}

    private static Finding seats(History history) {
        long seats = seatsBought(history).orElse(0);
        if (seats == 0) {
            return Finding.notTracked("the number of seats bought is not known, or 0");
        }
        long active = persons(history, LAST_30_DAYS);
        return Finding.of(
                Math.min(FULLEST, (double) active / seats),
                () -> count(active, "person") + " active in 30 days of " + count(seats, "seat") + " bought",
                () -> evidence(history, LAST_30_DAYS));
    }

    private static OptionalLong seatsBought(History history) {
        return history.terms()
                .seatsBought()
                .map(OptionalLong::of)
                .orElseGet(() -> history.running(history.day())
                        .flatMap(subscription -> subscription.seats().stream())
                        .mapToLong(Integer::longValue)
                        .reduce(Long::sum));
    }

    private static Finding activeUsers(History history) {
        long lately = persons(history, LAST_30_DAYS);
        long all = persons(history, LAST_90_DAYS);
        return Finding.of(
                all == 0 ? 0 : (double) lately / all,
                () -> count(lately, "person") + " active in 30 days of " + all + " in 90 days",
                () -> evidence(history, LAST_90_DAYS));
    }

    private static long persons(History history, Window window) {
        return history.activity(window)
                .flatMap(event -> event.person().stream())
                .distinct()
                .count();
    }

    private static Stream<Evidence> evidence(History history, Window window) {
        return history.activity(window)
                .filter((Event event) -> event.person().isPresent())
                .map(Sentences::of);
    }
}
