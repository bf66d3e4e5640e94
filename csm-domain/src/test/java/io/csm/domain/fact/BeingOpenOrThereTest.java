package io.csm.domain.fact;

import static io.csm.domain.fixture.AccountFixture.ACME;
import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.TODAY;
import static io.csm.domain.fixture.AccountFixture.ago;
import static io.csm.domain.fixture.AccountFixture.id;
import static io.csm.domain.fixture.TicketFixture.aTicket;
import static io.csm.domain.fixture.TouchpointFixture.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.account.Money;
import io.csm.domain.fixture.TicketFixture;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when to when a fact holds. */
class BeingOpenOrThereTest {

    @ParameterizedTest(name = "opened {0} ago, closed {1} ago: open {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # opened | closed  | open
            0d-1us   | -       | false
            0d       | -       | true
            900d     | -       | true
            1d       | 0d-1us  | true
            1d       | 0d      | false
            1d       | 1d      | false
            0d       | 0d      | false
            0d       | 0d-1us  | true
            """)
    void a_ticket_is_open_from_its_opening_until_it_is_closed(String opened, String closed, boolean open) {
        TicketFixture ticket = aTicket(ago(opened));
        if (!"-".equals(closed)) {
            ticket.closed(ago(closed));
        }

        assertThat(ticket.build(id("1")).isOpen(NOW)).isEqualTo(open);
    }

    @ParameterizedTest(name = "issued in {0} days, paid in {1}: unpaid {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # issued | paid | unpaid
              1      | -    | false
              0      | -    | true
              -900   | -    | true
              -9     | 1    | true
              -9     | 0    | false
              -9     | -1   | false
              1      | 2    | false
              0      | 0    | false
            """)
    void an_invoice_is_unpaid_from_its_issue_until_the_day_of_payment(int issued, String paid, boolean unpaid) {
        Optional<LocalDate> paidOn =
                "-".equals(paid) ? Optional.empty() : Optional.of(TODAY.plusDays(Integer.parseInt(paid)));
        LocalDate issuedOn = TODAY.plusDays(issued);
        Invoice invoice = new Invoice(ACME, id("1"), Money.of("1", "EUR"), issuedOn, issuedOn, paidOn);

        assertThat(invoice.isUnpaid(TODAY)).isEqualTo(unpaid);
    }

    @ParameterizedTest(name = "left in {0} days: there {1}")
    @CsvSource({"-1, false", "0, false", "1, true"})
    void a_contact_is_there_until_the_day_of_leaving(int left, boolean there) {
        Optional<LocalDate> leftOn = Optional.of(TODAY.plusDays(left));

        assertThat(new Contact(ACME, id("1"), "Ana", ContactRole.USER, leftOn).isThere(TODAY))
                .isEqualTo(there);
    }

    @Test
    void a_contact_who_did_not_leave_is_there() {
        assertThat(new Contact(ACME, id("1"), "Ana", ContactRole.USER, Optional.empty()).isThere(TODAY))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"TWO_WAY, true", "OUTBOUND, false", "INBOUND, false"})
    void a_touchpoint_is_a_conversation_where_both_spoke(Direction direction, boolean conversation) {
        assertThat(aTouchpoint(direction, NOW).build(id("1")).isTwoWay()).isEqualTo(conversation);
    }

    @ParameterizedTest
    @CsvSource({"CHAMPION, true", "EXECUTIVE_SPONSOR, true", "USER, false", "BILLING, false"})
    void a_stakeholder_is_a_champion_or_a_sponsor(ContactRole role, boolean stakeholder) {
        assertThat(role.isStakeholder()).isEqualTo(stakeholder);
    }
}
