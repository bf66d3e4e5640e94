package io.csm.domain.derivation;

import static io.csm.domain.event.StandardEvents.CSAT_ANSWER;
import static io.csm.domain.event.StandardEvents.NPS_ANSWER;
import static io.csm.domain.event.StandardEvents.TAM_HEALTH;
import static io.csm.domain.fixture.AccountFixture.ACME;
import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.anAccount;
import static io.csm.domain.fixture.AccountFixture.daysAgo;
import static io.csm.domain.fixture.TicketFixture.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.event.Event;
import io.csm.domain.fact.FactId;
import io.csm.domain.fixture.AccountFixture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivingOpinionsTest {

    @Test
    void takes_the_newest_answer_whatever_the_order() {
        AccountFixture account = anAccount()
                .answered(NPS_ANSWER, 3, daysAgo(9))
                .answered(NPS_ANSWER, 0, daysAgo(1))
                .answered(NPS_ANSWER, 10, daysAgo(2))
                .tamReports("RED", daysAgo(9))
                .tamReports("AMBER", daysAgo(1))
                .tamReports("GREEN", daysAgo(2));

        assertThat(Derived.shown("nps_score", account.build())).isEqualTo("0");
        assertThat(Derived.shown("tam_health_rag", account.build())).isEqualTo("AMBER");
    }

    @ParameterizedTest(name = "{0} or {1} at the same instant: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # one    | other    | newest
              app 1  | app 2    | other
              app 2  | app 10   | one
              app 9  | web 1    | other
              app 1  | App 2    | one
              app a  | app A    | one
            """)
    void takes_the_greater_of_system_and_id_at_the_same_instant(String one, String other, String newest) {
        for (boolean swapped : List.of(false, true)) {
            AccountFixture account = anAccount()
                    .with(answer(swapped ? other : one, swapped ? "other" : "one"))
                    .with(answer(swapped ? one : other, swapped ? "one" : "other"))
                    .with(report(one, "one"))
                    .with(report(other, "other"));

            assertThat(Derived.shown("nps_score", account.build())).isEqualTo("one".equals(newest) ? "1" : "2");
            assertThat(Derived.shown("tam_health_rag", account.build()))
                    .isEqualTo("one".equals(newest) ? "GREEN" : "RED");
        }
    }

    private static Event answer(String id, String which) {
        Optional<Long> score = Optional.of("one".equals(which) ? 1L : 2L);
        return new Event(id(id), NPS_ANSWER, ACME, NOW, Optional.empty(), Optional.empty(), score, "{}");
    }

    private static Event report(String id, String which) {
        Optional<String> rag = Optional.of("one".equals(which) ? "GREEN" : "RED");
        return new Event(id(id), TAM_HEALTH, ACME, NOW, Optional.empty(), rag, Optional.empty(), "{}");
    }

    private static FactId id(String systemAndId) {
        String[] parts = systemAndId.split(" ");
        return new FactId(parts[0], parts[1]);
    }

    @ParameterizedTest(name = "answers {0}, tickets {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # answers | tickets | average
              -       | -       | -
              5       | -       | 5
              -       | 1       | 1
              5 4     | -       | 4.5
              5       | 2       | 3.5
              5 4     | 1       | 3.3333
              -       | ?       | -
              4       | ?       | 4
            """)
    void averages_answers_and_ratings_of_tickets(String answers, String tickets, String average) {
        AccountFixture account = anAccount();
        words(answers).forEach(score -> account.answered(CSAT_ANSWER, Long.parseLong(score), daysAgo(3)));
        words(tickets)
                .map(rating -> "?".equals(rating)
                        ? aTicket(daysAgo(9))
                        : aTicket(daysAgo(9)).satisfaction(Integer.parseInt(rating)))
                .forEach(ticket -> account.with(ticket.closed(daysAgo(3))));

        assertThat(Derived.shown("csat_average", account.build())).isEqualTo(average);
    }

    @Test
    void does_not_take_the_rating_of_a_ticket_that_is_open() {
        AccountFacts facts =
                anAccount().with(aTicket(daysAgo(3)).satisfaction(5)).build();

        assertThat(Derived.shown("csat_average", facts)).isEqualTo("-");
    }

    private static Stream<String> words(String text) {
        return "-".equals(text) ? Stream.empty() : Stream.of(text.split(" "));
    }
}
