package io.csm.domain.derivation;

import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.ago;
import static io.csm.domain.fixture.AccountFixture.anAccount;
import static io.csm.domain.fixture.AccountFixture.daysAgo;
import static io.csm.domain.fixture.TicketFixture.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.event.StandardEvents;
import io.csm.domain.fixture.AccountFixture;
import io.csm.domain.fixture.TicketFixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivingSupportTest {

    @Test
    void counts_tickets_open_and_opened() {
        AccountFacts facts = anAccount()
                .with(aTicket(daysAgo(200)))
                .with(aTicket(daysAgo(3)))
                .with(aTicket(daysAgo(3)).closed(daysAgo(3)))
                .with(aTicket(daysAgo(2)).closed(ago("0d-1us")))
                .build();

        assertThat(Derived.shown("open_ticket_count", facts)).isEqualTo("3");
        assertThat(Derived.shown("tickets_30_days", facts)).isEqualTo("3");
    }

    @Test
    void counts_none_where_there_is_none() {
        AccountFacts facts = anAccount().build();

        assertThat(Derived.shown("open_ticket_count", facts)).isEqualTo("0");
        assertThat(Derived.shown("tickets_30_days", facts)).isEqualTo("0");
        assertThat(Derived.shown("escalation_count_90_days", facts)).isEqualTo("0");
        assertThat(Derived.shown("open_escalation", facts)).isEqualTo("no");
    }

    @ParameterizedTest(name = "sentiments {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # sentiments   | class
              100          | positive
              25           | positive
              24           | neutral
              25 24        | neutral
              26 24        | positive
              26 24 24     | neutral
              0            | neutral
              -25          | neutral
              -26          | negative
              -25 -26      | negative
              -24 -26      | neutral
              -75          | negative
              -76          | critical
              -75 -76      | critical
              -74 -76      | negative
              -100         | critical
              ? 25         | positive
              ?            | -
            """)
    void takes_the_mean_of_the_sentiments(String sentiments, String expected) {
        AccountFixture account = anAccount();
        Stream.of(sentiments.split(" ")).forEach(sentiment -> account.with(judged(sentiment)));

        assertThat(Derived.shown("avg_ticket_sentiment", account.build())).isEqualTo(expected);
    }

    private static TicketFixture judged(String sentiment) {
        TicketFixture ticket = aTicket(daysAgo(5));
        return "?".equals(sentiment) ? ticket : ticket.sentiment(Integer.parseInt(sentiment));
    }

    @Test
    void does_not_judge_by_a_ticket_that_was_opened_before_the_window() {
        AccountFacts facts = anAccount()
                .with(aTicket(daysAgo(100)).closed(daysAgo(1)).sentiment(-100))
                .build();

        assertThat(Derived.shown("avg_ticket_sentiment", facts)).isEqualTo("-");
    }

    @Test
    void counts_escalations_of_tickets_and_others() {
        AccountFacts facts = anAccount()
                .with(aTicket(daysAgo(200)).escalated(daysAgo(80)))
                .with(aTicket(daysAgo(9)).escalated(daysAgo(8)).closed(daysAgo(7)))
                .with(aTicket(daysAgo(9)))
                .event(StandardEvents.ESCALATION, daysAgo(3))
                .build();

        assertThat(Derived.shown("escalation_count_90_days", facts)).isEqualTo("3");
    }

    @ParameterizedTest(name = "escalated {0}, closed {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # escalated | closed  | open
              100d      | -       | yes
              0d        | -       | yes
              0d-1us    | -       | no
              -         | -       | no
              2d        | 0d-1us  | yes
              2d        | 0d      | no
              2d        | 1d      | no
            """)
    void knows_whether_an_escalated_ticket_is_open(String escalated, String closed, String expected) {
        TicketFixture ticket = aTicket(daysAgo(100));
        if (!"-".equals(escalated)) {
            ticket.escalated(ago(escalated));
        }
        if (!"-".equals(closed)) {
            ticket.closed(ago(closed));
        }

        assertThat(Derived.shown(
                        "open_escalation",
                        anAccount().with(ticket).with(aTicket(NOW)).build()))
                .isEqualTo(expected);
    }
}
