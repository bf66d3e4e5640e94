package io.csm.domain.derivation;

import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.anAccount;
import static io.csm.domain.fixture.AccountFixture.daysAgo;
import static io.csm.domain.fixture.AccountFixture.inDays;
import static io.csm.domain.fixture.SubscriptionFixture.aSubscription;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.event.StandardEvents;
import io.csm.domain.fixture.AccountFixture;
import io.csm.domain.fixture.SubscriptionFixture;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivingPeopleTest {

    private static final Map<String, SubscriptionFixture> SUBSCRIPTIONS = Map.of(
            "four", aSubscription(inDays(-9)).seats(4),
            "six from today", aSubscription(inDays(0)).seats(6),
            "six from tomorrow", aSubscription(inDays(1)).seats(6),
            "six to today", aSubscription(inDays(-9)).seats(6).endingOn(inDays(0)),
            "six to yesterday", aSubscription(inDays(-9)).seats(6).endingOn(inDays(-1)),
            "six on trial", aSubscription(inDays(-9)).seats(6).onTrial(),
            "none", aSubscription(inDays(-9)).seats(0),
            "unknown", aSubscription(inDays(-9)));

    @ParameterizedTest(name = "record says {0}, subscriptions {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # by the record | by subscriptions       | rate for two people
              4             | -                      | 0.5
              2             | -                      | 1
              1             | -                      | 2
              8             | four                   | 0.25
              0             | four                   | -
              -             | -                      | -
              -             | four                   | 0.5
              -             | four, six from today   | 0.2
              -             | four, six from tomorrow | 0.5
              -             | four, six to today     | 0.2
              -             | four, six to yesterday | 0.5
              -             | four, six on trial     | 0.5
              -             | four, unknown          | 0.5
              -             | four, none             | 0.5
              -             | none                   | -
              -             | unknown                | -
              -             | six on trial           | -
            """)
    void compares_people_with_seats(String recorded, String subscriptions, String rate) {
        AccountFixture account = anAccount().loggedIn("ana", NOW).used("reports", NOW, "ben");
        list(recorded).forEach(seats -> account.withSeatsBought(Integer.parseInt(seats)));
        list(subscriptions).forEach(name -> account.with(SUBSCRIPTIONS.get(name)));

        assertThat(Derived.shown("seats_utilization_rate", account.build())).isEqualTo(rate);
    }

    @Test
    void never_counts_more_than_two_people_a_seat() {
        AccountFixture account =
                anAccount().withSeatsBought(1).loggedIn("ana", NOW).loggedIn("ben", NOW);

        assertThat(Derived.shown("seats_utilization_rate", account.build())).isEqualTo("2");
        assertThat(Derived.shown(
                        "seats_utilization_rate", account.loggedIn("eve", NOW).build()))
                .isEqualTo("2");
    }

    @Test
    void counts_a_person_once_and_nobody_who_is_not_named() {
        AccountFacts facts = anAccount()
                .withSeatsBought(4)
                .loggedIn("ana", NOW)
                .loggedIn("ana", daysAgo(2))
                .used("reports", NOW, "ana")
                .loggedIn("", NOW)
                .used("reports", NOW)
                .build();

        assertThat(Derived.shown("seats_utilization_rate", facts)).isEqualTo("0.25");
    }

    @ParameterizedTest(name = "{0} lately, {1} long ago: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # lately   | long ago         | rate
              -        | -                | 0
              -        | ana              | 0
              ana      | -                | 1
              ana      | ana              | 1
              ana      | ben              | 0.5
              ana, ben | ana, eve         | 0.6667
            """)
    void compares_people_lately_with_people_in_90_days(String lately, String longAgo, String rate) {
        AccountFixture account = anAccount().event(StandardEvents.LOGIN, NOW);
        list(lately).forEach(person -> account.loggedIn(person, daysAgo(1)));
        list(longAgo).forEach(person -> account.used("reports", daysAgo(60), person));

        assertThat(Derived.shown("active_user_rate", account.build())).isEqualTo(rate);
    }

    private static Stream<String> list(String words) {
        return "-".equals(words) ? Stream.empty() : Stream.of(words.split(", "));
    }
}
